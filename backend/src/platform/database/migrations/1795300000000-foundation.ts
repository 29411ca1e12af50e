/** The first tables of every module (基础表). */
import type { MigrationInterface, QueryRunner, Table } from 'typeorm'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class Foundation1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables(isSqlite(runner))) await runner.createTable(each)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

const tables = (lite: boolean): Table[] => [
  table('job', [
    column.id(lite), column.text('kind', 40), column.text('status', 30), column.longText('input'), column.longText('result', true), column.text('step', 60),
    column.integer(lite, 'doneCount'), column.integer(lite, 'totalCount'), column.integer(lite, 'schoolId', true), column.integer(lite, 'requestedById'),
    column.at('createdAt'), column.at('startedAt', true), column.at('endedAt', true), column.at('heartbeatAt', true),
    column.text('claimKey', 40, true), column.integer(lite, 'attemptCount'), column.text('errorCode', 80, true), column.longText('errorParams', true),
  ], {
    index: [['schoolId'], ['requestedById'], ['status', 'id']],
  }),
  table('audit_entry', [
    column.id(lite), column.at('at'), column.integer(lite, 'actorId', true), column.text('actorName', 80), column.text('action', 60),
    column.text('entity', 40), column.integer(lite, 'entityId', true), column.integer(lite, 'schoolId', true), column.text('regionCode', 12, true),
    column.longText('before', true), column.longText('after', true), column.text('requestId', 40),
  ], {
    index: [['actorId'], ['schoolId'], ['requestId'], ['at'], ['entity', 'entityId']],
  }),
  table('transition', [
    column.id(lite), column.text('entity', 40), column.integer(lite, 'entityId'), column.text('event', 30), column.text('fromState', 30),
    column.text('toState', 30), column.integer(lite, 'actorId'), column.text('actorName', 80), column.at('at'), column.text('comment', 500, true),
    column.integer(lite, 'schoolId', true), column.text('regionCode', 12, true),
  ], {
    index: [['actorId'], ['schoolId'], ['entity', 'entityId', 'id']],
  }),
  table('user', [
    column.id(lite), column.text('username', 60), column.text('displayName', 80), column.text('passwordHash', 200), column.text('role', 40),
    column.text('regionCode', 12), column.integer(lite, 'schoolId', true), column.flag(lite, 'isFrozen'), column.flag(lite, 'mustChangePassword'),
    column.integer(lite, 'failedCount'), column.at('lockedUntilAt', true), column.at('lastSignInAt', true), column.at('createdAt'),
  ], {
    unique: [['username']],
    index: [['schoolId'], ['regionCode']],
  }),
  table('sign_in', [
    column.id(lite), column.text('tokenHash', 64), column.integer(lite, 'userId'), column.at('createdAt'), column.at('lastSeenAt'),
    column.at('expiresAt'), column.at('revokedAt', true),
  ], {
    unique: [['tokenHash']],
    index: [['userId']],
    references: { userId: 'user' },
  }),
  table('region', [
    column.id(lite), column.text('code', 12), column.text('name', 60), column.text('nameEn', 80), column.text('level', 12),
  ], {
    unique: [['code']],
  }),
  table('school', [
    column.id(lite), column.text('code', 20), column.text('name', 80), column.text('nameEn', 120, true), column.text('stage', 20), column.text('area', 12),
    column.integer(lite, 'regionId'), column.text('regionCode', 12), column.text('lastLessonEndTime', 5), column.flag(lite, 'isActive'),
  ], {
    unique: [['code']],
    index: [['regionId'], ['regionCode']],
    references: { regionId: 'region' },
  }),
  table('room', [
    column.id(lite), column.integer(lite, 'schoolId'), column.text('name', 60), column.text('code', 30, true), column.text('kind', 20),
    column.integer(lite, 'capacity'),
  ], {
    unique: [['schoolId', 'name']],
    index: [['schoolId']],
    references: { schoolId: 'school' },
  }),
  table('home_class', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'schoolYear'), column.integer(lite, 'grade'), column.integer(lite, 'number'),
    column.text('name', 30), column.integer(lite, 'homeRoomId', true), column.flag(lite, 'isActive'),
  ], {
    unique: [['schoolId', 'schoolYear', 'grade', 'number']],
    index: [['schoolId'], ['homeRoomId']],
    references: { schoolId: 'school', homeRoomId: 'room' },
  }),
  table('term', [
    column.id(lite), column.text('regionCode', 12), column.integer(lite, 'schoolYear'), column.text('name', 60), column.text('nameEn', 80),
    column.on('startsOn'), column.on('endsOn'),
  ], {
    unique: [['regionCode', 'startsOn']],
  }),
  table('calendar_day', [
    column.id(lite), column.integer(lite, 'termId'), column.on('dayOn'), column.text('kind', 20), column.integer(lite, 'weekdayFollowed', true),
    column.text('note', 60, true),
  ], {
    unique: [['termId', 'dayOn']],
    index: [['termId']],
    references: { termId: 'term' },
  }),
  table('teacher', [
    column.id(lite), column.integer(lite, 'schoolId'), column.text('name', 50), column.text('namePinyin', 200), column.text('staffNumber', 30, true),
    column.text('kind', 12), column.text('subject', 30, true), column.text('phoneSealed', 300, true), column.integer(lite, 'homeClassId', true),
    column.integer(lite, 'userId', true), column.flag(lite, 'isActive'),
  ], {
    index: [['schoolId'], ['homeClassId'], ['userId'], ['schoolId', 'name']],
    references: { schoolId: 'school', homeClassId: 'home_class', userId: 'user' },
  }),
  table('student', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'homeClassId'), column.text('name', 50), column.text('namePinyin', 200),
    column.text('sex', 6), column.text('studentNumberSealed', 300, true), column.text('studentNumberHash', 64, true),
    column.text('nationalIdSealed', 300, true), column.text('nationalIdHash', 64, true), column.text('bornOnSealed', 300, true),
    column.flag(lite, 'isLeftBehind'), column.flag(lite, 'isMigrantChild'), column.text('aidCategorySealed', 300, true),
    column.text('remarkSealed', 500, true), column.on('leftOn', true), column.integer(lite, 'weekRevision'),
  ], {
    unique: [['studentNumberHash']],
    index: [['schoolId'], ['homeClassId'], ['nationalIdHash'], ['schoolId', 'homeClassId', 'leftOn'], ['schoolId', 'name']],
    references: { schoolId: 'school', homeClassId: 'home_class' },
  }),
  table('guardian', [
    column.id(lite), column.integer(lite, 'schoolId'), column.text('name', 50), column.text('phoneSealed', 300), column.text('phoneHash', 64),
    column.integer(lite, 'userId', true),
  ], {
    unique: [['schoolId', 'phoneHash']],
    index: [['schoolId'], ['userId']],
    references: { schoolId: 'school', userId: 'user' },
  }),
  table('guardianship', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'studentId'), column.integer(lite, 'guardianId'), column.text('relation', 20),
  ], {
    unique: [['studentId', 'guardianId']],
    index: [['schoolId'], ['studentId'], ['guardianId']],
    references: { schoolId: 'school', studentId: 'student', guardianId: 'guardian' },
  }),
  table('activation_code', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'studentId'), column.text('codeHash', 64), column.at('createdAt'),
    column.at('expiresAt'), column.at('usedAt', true), column.at('revokedAt', true),
  ], {
    unique: [['codeHash']],
    index: [['schoolId'], ['studentId']],
    references: { schoolId: 'school', studentId: 'student' },
  }),
  table('category', [
    column.id(lite), column.text('regionCode', 12), column.text('code', 40), column.text('nationalCode', 30), column.text('name', 60),
    column.text('nameEn', 80), column.integer(lite, 'position'), column.integer(lite, 'parentId', true),
  ], {
    unique: [['regionCode', 'code']],
    index: [['parentId']],
    references: { parentId: 'category' },
  }),
  table('course', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'categoryId'), column.text('name', 60), column.text('description', 1000, true),
    column.longText('grades'), column.flag(lite, 'isActive'),
  ], {
    unique: [['schoolId', 'name']],
    index: [['schoolId'], ['categoryId']],
    references: { schoolId: 'school', categoryId: 'category' },
  }),
  table('plan', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'termId'), column.text('status', 30), column.integer(lite, 'version'),
    column.longText('content'), column.text('filingNumber', 40, true), column.at('updatedAt'),
  ], {
    unique: [['schoolId', 'termId'], ['filingNumber']],
    index: [['schoolId'], ['termId']],
    references: { schoolId: 'school', termId: 'term' },
  }),
  table('plan_version', [
    column.id(lite), column.integer(lite, 'planId'), column.integer(lite, 'schoolId'), column.integer(lite, 'version'), column.longText('content'),
    column.text('contentHash', 64), column.at('submittedAt'), column.text('submittedByName', 80),
  ], {
    unique: [['planId', 'version']],
    index: [['planId'], ['schoolId']],
    references: { planId: 'plan', schoolId: 'school' },
  }),
  table('section', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'termId'), column.integer(lite, 'courseId'), column.text('name', 80),
    column.text('kind', 12), column.integer(lite, 'homeClassId', true), column.longText('grades'), column.integer(lite, 'teacherId', true),
    column.integer(lite, 'roomId', true), column.integer(lite, 'capacity'), column.integer(lite, 'enrolledCount'), column.integer(lite, 'meetingsPerWeek'),
    column.flag(lite, 'isActive'),
  ], {
    unique: [['schoolId', 'termId', 'name']],
    index: [['schoolId'], ['termId'], ['courseId'], ['homeClassId'], ['teacherId'], ['roomId']],
    references: { schoolId: 'school', termId: 'term', courseId: 'course', homeClassId: 'home_class', teacherId: 'teacher', roomId: 'room' },
  }),
  table('slot', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'termId'), column.integer(lite, 'weekday'), column.text('startTime', 5),
    column.text('endTime', 5), column.text('serviceType', 20),
  ], {
    unique: [['schoolId', 'termId', 'weekday', 'startTime']],
    index: [['schoolId'], ['termId']],
    references: { schoolId: 'school', termId: 'term' },
  }),
  table('timetable', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'termId'), column.integer(lite, 'version'), column.integer(lite, 'revision'), column.text('status', 30),
    column.at('createdAt'), column.at('publishedAt', true),
  ], {
    unique: [['schoolId', 'termId', 'version']],
    index: [['schoolId'], ['termId']],
    references: { schoolId: 'school', termId: 'term' },
  }),
  table('placement', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'timetableId'), column.integer(lite, 'sectionId'),
    column.integer(lite, 'slotId'), column.integer(lite, 'teacherId'), column.integer(lite, 'roomId'), column.integer(lite, 'homeClassId', true),
  ], {
    unique: [['timetableId', 'slotId', 'homeClassId'], ['timetableId', 'slotId', 'roomId'], ['timetableId', 'slotId', 'teacherId'], ['timetableId', 'slotId', 'sectionId']],
    index: [['schoolId'], ['timetableId'], ['sectionId'], ['slotId'], ['teacherId'], ['roomId'], ['homeClassId']],
    references: { schoolId: 'school', timetableId: 'timetable', sectionId: 'section', slotId: 'slot', teacherId: 'teacher', roomId: 'room', homeClassId: 'home_class' },
  }),
  table('session', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'termId'), column.integer(lite, 'sectionId'), column.integer(lite, 'slotId'),
    column.on('heldOn'), column.text('startTime', 5), column.text('endTime', 5), column.integer(lite, 'teacherId'), column.integer(lite, 'roomId'),
    column.text('status', 30), column.text('reason', 200, true),
  ], {
    unique: [['sectionId', 'heldOn', 'slotId']],
    index: [['schoolId'], ['termId'], ['sectionId'], ['slotId'], ['teacherId'], ['roomId'], ['teacherId', 'heldOn'], ['schoolId', 'heldOn']],
    references: { schoolId: 'school', termId: 'term', sectionId: 'section', slotId: 'slot', teacherId: 'teacher', roomId: 'room' },
  }),
  table('enrolment', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'termId'), column.integer(lite, 'studentId'), column.integer(lite, 'sectionId'),
    column.on('startsOn'), column.on('endsOn', true), column.text('status', 30),
  ], {
    unique: [['studentId', 'sectionId']],
    index: [['schoolId'], ['termId'], ['studentId'], ['sectionId'], ['schoolId', 'termId', 'status', 'studentId'], ['sectionId', 'status']],
    references: { schoolId: 'school', termId: 'term', studentId: 'student', sectionId: 'section' },
  }),
  table('fund', [
    column.id(lite), column.text('regionCode', 12), column.text('code', 40), column.text('name', 60), column.text('nameEn', 80), column.longText('purposes'),
  ], {
    unique: [['regionCode', 'code']],
  }),
  table('funding_standard', [
    column.id(lite), column.integer(lite, 'fundId'), column.text('stage', 20), column.text('unit', 20), column.fen('amountFen'),
    column.integer(lite, 'months'), column.text('countDay', 5), column.on('validFromOn'), column.on('validToOn', true), column.text('issuer', 80),
    column.text('documentNumber', 60),
  ], {
    unique: [['fundId', 'stage', 'validFromOn']],
    index: [['fundId']],
    references: { fundId: 'fund' },
  }),
  table('declaration', [
    column.id(lite), column.integer(lite, 'schoolId'), column.text('regionCode', 12), column.integer(lite, 'fundId'), column.integer(lite, 'standardId'),
    column.integer(lite, 'fiscalYear'), column.text('status', 30), column.on('countedOn'), column.integer(lite, 'classCount'), column.fen('amountFen'),
    column.integer(lite, 'serviceSharePerMille'), column.text('snapshotHash', 64, true), column.at('updatedAt'),
  ], {
    unique: [['schoolId', 'fundId', 'fiscalYear']],
    index: [['schoolId'], ['fundId'], ['standardId'], ['regionCode', 'fiscalYear', 'status']],
    references: { schoolId: 'school', fundId: 'fund', standardId: 'funding_standard' },
  }),
  table('declaration_line', [
    column.id(lite), column.integer(lite, 'declarationId'), column.integer(lite, 'schoolId'), column.integer(lite, 'homeClassId'),
    column.text('className', 30), column.integer(lite, 'studentCount'), column.fen('amountFen'),
  ], {
    unique: [['declarationId', 'homeClassId']],
    index: [['declarationId'], ['schoolId'], ['homeClassId']],
    references: { declarationId: 'declaration', schoolId: 'school', homeClassId: 'home_class' },
  }),
  table('appropriation', [
    column.id(lite), column.text('regionCode', 12), column.integer(lite, 'fundId'), column.integer(lite, 'fiscalYear'), column.text('title', 120),
    column.text('documentNumber', 60, true), column.text('status', 30), column.fen('totalFen'), column.on('issuedOn', true), column.at('createdAt'),
  ], {
    unique: [['documentNumber']],
    index: [['fundId'], ['regionCode', 'fiscalYear', 'status']],
    references: { fundId: 'fund' },
  }),
  table('appropriation_line', [
    column.id(lite), column.integer(lite, 'appropriationId'), column.integer(lite, 'schoolId'), column.integer(lite, 'declarationId'),
    column.integer(lite, 'classCount'), column.fen('amountFen'), column.at('receivedAt', true),
  ], {
    unique: [['declarationId'], ['appropriationId', 'schoolId']],
    index: [['appropriationId'], ['schoolId']],
    references: { appropriationId: 'appropriation', schoolId: 'school', declarationId: 'declaration' },
  }),
  table('allotment', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'homeClassId'), column.integer(lite, 'fundId'),
    column.integer(lite, 'fiscalYear'), column.text('purpose', 40), column.fen('allottedFen'), column.fen('committedFen'), column.fen('spentFen'),
  ], {
    unique: [['homeClassId', 'fundId', 'fiscalYear', 'purpose']],
    index: [['schoolId'], ['homeClassId'], ['fundId'], ['schoolId', 'fiscalYear']],
    references: { schoolId: 'school', homeClassId: 'home_class', fundId: 'fund' },
  }),
  table('payment', [
    column.id(lite), column.integer(lite, 'schoolId'), column.integer(lite, 'allotmentId'), column.text('status', 30), column.fen('amountFen'),
    column.text('account', 10), column.text('payee', 80), column.text('reason', 200), column.on('requestedOn'), column.at('createdAt'),
  ], {
    index: [['schoolId'], ['allotmentId'], ['schoolId', 'status']],
    references: { schoolId: 'school', allotmentId: 'allotment' },
  }),
  table('ledger_entry', [
    column.id(lite), column.text('debitAccount', 10), column.text('creditAccount', 10), column.fen('amountFen'), column.text('kind', 20),
    column.text('businessKey', 80), column.integer(lite, 'reversesEntryId', true), column.integer(lite, 'schoolId'), column.integer(lite, 'homeClassId'),
    column.integer(lite, 'fundId'), column.text('purpose', 40), column.integer(lite, 'fiscalYear'), column.text('sourceEntity', 40),
    column.integer(lite, 'sourceId'), column.at('postedAt'), column.integer(lite, 'postedById'),
  ], {
    unique: [['businessKey']],
    index: [['reversesEntryId'], ['schoolId'], ['homeClassId'], ['fundId'], ['postedById'], ['sourceEntity', 'sourceId'], ['schoolId', 'fiscalYear', 'homeClassId', 'fundId']],
    references: { reversesEntryId: 'ledger_entry', schoolId: 'school', homeClassId: 'home_class', fundId: 'fund' },
  }),
  table('survey', [
    column.id(lite), column.text('regionCode', 12), column.integer(lite, 'termId'), column.text('title', 80), column.text('titleEn', 120),
    column.text('status', 30), column.on('opensOn'), column.on('closesOn'), column.integer(lite, 'satisfiedFrom'),
  ], {
    index: [['termId'], ['regionCode', 'status']],
    references: { termId: 'term' },
  }),
  table('question', [
    column.id(lite), column.integer(lite, 'surveyId'), column.integer(lite, 'position'), column.text('kind', 10), column.text('text', 120),
    column.text('textEn', 200),
  ], {
    unique: [['surveyId', 'position']],
    index: [['surveyId']],
    references: { surveyId: 'survey' },
  }),
  table('invitation', [
    column.id(lite), column.integer(lite, 'surveyId'), column.integer(lite, 'schoolId'), column.integer(lite, 'studentId'),
    column.integer(lite, 'guardianId'), column.flag(lite, 'isAnswered'),
  ], {
    unique: [['surveyId', 'studentId', 'guardianId']],
    index: [['surveyId'], ['schoolId'], ['studentId'], ['guardianId'], ['surveyId', 'schoolId', 'isAnswered']],
    references: { surveyId: 'survey', schoolId: 'school', studentId: 'student', guardianId: 'guardian' },
  }),
  table('response', [
    column.randomId(), column.integer(lite, 'surveyId'), column.integer(lite, 'schoolId'),
  ], {
    index: [['surveyId'], ['schoolId'], ['surveyId', 'schoolId']],
    references: { surveyId: 'survey', schoolId: 'school' },
  }),
  table('answer', [
    column.randomId(), column.randomReference('responseId'), column.integer(lite, 'surveyId'), column.integer(lite, 'schoolId'),
    column.integer(lite, 'questionId'), column.integer(lite, 'value', true), column.text('text', 500, true),
  ], {
    index: [['responseId'], ['surveyId'], ['schoolId'], ['questionId'], ['surveyId', 'questionId', 'schoolId', 'value']],
    references: { responseId: 'response', surveyId: 'survey', schoolId: 'school', questionId: 'question' },
  }),
  table('import_run', [
    column.id(lite), column.integer(lite, 'schoolId'), column.text('kind', 20), column.text('fileName', 120), column.text('fileKey', 80, true),
    column.text('refusedKey', 80, true), column.text('status', 30), column.longText('mapping'), column.longText('counts', true), column.integer(lite, 'jobId', true),
    column.integer(lite, 'uploadedById'), column.at('createdAt'), column.at('endedAt', true),
  ], {
    index: [['schoolId'], ['jobId'], ['uploadedById']],
    references: { schoolId: 'school', jobId: 'job' },
  }),
]
