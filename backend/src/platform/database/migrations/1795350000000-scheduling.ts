/** Automatic scheduling, daily changes, duty and patrol (排课与调课): new tables, and columns of those that are there. */
import { type MigrationInterface, type QueryRunner, type Table, TableIndex } from 'typeorm'
import { addFilled, indexed, unique } from '../alter.js'
import { column } from '../columns.js'
import { indexName } from '../naming.js'
import { isSqlite, table } from '../table.js'

export class Scheduling1795350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await addFilled(runner, 'room', column.longText('equipment', true), "'[]'")
    await addFilled(runner, 'course', column.longText('roomKinds', true), "'[]'")
    await addFilled(runner, 'course', column.longText('equipment', true), "'[]'")
    await runner.addColumn('timetable', column.text('name', 60, true))
    await oneTeacherForAnAccount(runner)
    await placements(runner, lite)
    await sessions(runner, lite)
    for (const each of tables(lite)) await runner.createTable(each)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

// MariaDB keeps an index on a key at all times, so another one stands in while the unique one is made.
async function oneTeacherForAnAccount(runner: QueryRunner): Promise<void> {
  const name = indexName('teacher', ['userId'])
  await runner.createIndex('teacher', new TableIndex({ name: `${name}_before`, columnNames: ['userId'] }))
  await runner.dropIndex('teacher', name)
  await runner.createIndex('teacher', new TableIndex({ name, columnNames: ['userId'], isUnique: true }))
  await runner.dropIndex('teacher', `${name}_before`)
}

// Odd and even weeks may share a slot; each pattern has its own unique keys.
async function placements(runner: QueryRunner, lite: boolean): Promise<void> {
  await addFilled(runner, 'placement', column.text('weeks', 10, true), "'every'")
  await runner.addColumn('placement', column.on('startsOn', true))
  await runner.addColumn('placement', column.on('endsOn', true))
  const isLocked = column.flag(lite, 'isLocked')
  isLocked.isNullable = true
  await addFilled(runner, 'placement', isLocked, '0')
  for (const last of ['homeClassId', 'roomId', 'teacherId', 'sectionId']) {
    await unique(runner, 'placement', ['timetableId', 'slotId', 'weeks', last])
    await runner.dropIndex('placement', indexName('placement', ['timetableId', 'slotId', last]))
  }
}

// Until now a session could only be cancelled, so what holds is what was planned.
async function sessions(runner: QueryRunner, lite: boolean): Promise<void> {
  await addFilled(runner, 'session', column.on('plannedOn', true), 'heldOn')
  await addFilled(runner, 'session', column.text('plannedStartTime', 5, true), 'startTime')
  await addFilled(runner, 'session', column.text('plannedEndTime', 5, true), 'endTime')
  await addFilled(runner, 'session', column.integer(lite, 'plannedTeacherId', true), 'teacherId')
  await addFilled(runner, 'session', column.integer(lite, 'plannedRoomId', true), 'roomId')
  await runner.addColumn('session', column.integer(lite, 'makesUpId', true))
  await indexed(runner, 'session', 'plannedTeacherId', 'teacher')
  await indexed(runner, 'session', 'plannedRoomId', 'room')
  await indexed(runner, 'session', 'makesUpId', 'session')
  await unique(runner, 'session', ['sectionId', 'plannedOn', 'slotId'])
  await runner.dropIndex('session', indexName('session', ['sectionId', 'heldOn', 'slotId']))
}

const tables = (lite: boolean): Table[] => [
  table(
    'clearance',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'teacherId'),
      column.on('validFromOn'),
      column.on('validToOn'),
      column.text('document', 120),
      column.flag(lite, 'isRevoked'),
      column.integer(lite, 'recordedById'),
    ],
    {
      unique: [['teacherId', 'validFromOn']],
      index: [['schoolId'], ['teacherId'], ['recordedById']],
      references: { schoolId: 'school', teacherId: 'teacher' },
    },
  ),
  table(
    'scheduling_setting',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'leastKindsADay', true),
      column.integer(lite, 'mostSectionsAtOnce', true),
      column.integer(lite, 'daysApart'),
      column.flag(lite, 'substitutionNeedsApproval'),
      column.flag(lite, 'swapNeedsApproval'),
      column.flag(lite, 'leaveNeedsApproval'),
      column.integer(lite, 'revision'),
    ],
    {
      unique: [['schoolId']],
      references: { schoolId: 'school' },
    },
  ),
  table(
    'teaching_wish',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'termId'),
      column.integer(lite, 'teacherId'),
      column.flag(lite, 'isWilling'),
      column.longText('unavailableSlotIds'),
      column.longText('ratherNotSlotIds'),
      column.integer(lite, 'mostDaysAWeek', true),
      column.integer(lite, 'mostSessionsADay', true),
      column.integer(lite, 'mostInARow', true),
    ],
    {
      unique: [['termId', 'teacherId']],
      index: [['schoolId'], ['termId'], ['teacherId']],
      references: { schoolId: 'school', termId: 'term', teacherId: 'teacher' },
    },
  ),
  table(
    'course_leader',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'courseId'),
      column.integer(lite, 'teacherId'),
    ],
    {
      unique: [['courseId', 'teacherId']],
      index: [['schoolId'], ['courseId'], ['teacherId']],
      references: { schoolId: 'school', courseId: 'course', teacherId: 'teacher' },
    },
  ),
  table(
    'section_relation',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'termId'),
      column.text('kind', 20),
      column.longText('sectionIds'),
      column.text('note', 120, true),
    ],
    {
      index: [['schoolId'], ['termId']],
      references: { schoolId: 'school', termId: 'term' },
    },
  ),
  table(
    'timetable_change',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'timetableId'),
      column.integer(lite, 'sequence'),
      column.integer(lite, 'part'),
      column.text('kind', 40),
      column.longText('before'),
      column.longText('after'),
      column.flag(lite, 'isUndone'),
      column.integer(lite, 'madeById'),
      column.at('madeAt'),
    ],
    {
      unique: [['timetableId', 'sequence', 'part']],
      index: [['schoolId'], ['timetableId'], ['madeById']],
      references: { schoolId: 'school', timetableId: 'timetable' },
    },
  ),
  table(
    'timetable_run',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'timetableId'),
      column.integer(lite, 'jobId', true),
      column.text('status', 30),
      column.integer(lite, 'seed'),
      column.integer(lite, 'seconds'),
      column.flag(lite, 'keepsPublished'),
      column.integer(lite, 'draftRevision'),
      column.flag(lite, 'isCancelAsked'),
      column.longText('summary', true),
      column.integer(lite, 'requestedById'),
      column.at('createdAt'),
      column.at('endedAt', true),
    ],
    {
      index: [['schoolId'], ['timetableId'], ['jobId'], ['requestedById'], ['timetableId', 'id']],
      references: { schoolId: 'school', timetableId: 'timetable', jobId: 'job' },
    },
  ),
  table(
    'run_placement',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'runId'),
      column.integer(lite, 'sectionId'),
      column.integer(lite, 'slotId'),
      column.integer(lite, 'teacherId'),
      column.integer(lite, 'roomId'),
    ],
    {
      unique: [['runId', 'sectionId', 'slotId']],
      index: [['schoolId'], ['runId'], ['sectionId'], ['slotId'], ['teacherId'], ['roomId']],
      references: {
        schoolId: 'school',
        runId: 'timetable_run',
        sectionId: 'section',
        slotId: 'slot',
        teacherId: 'teacher',
        roomId: 'room',
      },
    },
  ),
  table(
    'teacher_leave',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'teacherId'),
      column.on('fromOn'),
      column.on('toOn'),
      column.text('kind', 20),
      column.text('remark', 200, true),
      column.text('status', 30),
      column.integer(lite, 'requestedById'),
      column.at('createdAt'),
    ],
    {
      index: [['schoolId'], ['teacherId'], ['requestedById'], ['schoolId', 'fromOn', 'toOn']],
      references: { schoolId: 'school', teacherId: 'teacher' },
    },
  ),
  table(
    'substitution',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.text('kind', 20),
      column.integer(lite, 'sessionId'),
      column.integer(lite, 'otherSessionId', true),
      column.integer(lite, 'askingTeacherId'),
      column.integer(lite, 'colleagueId'),
      column.text('reason', 200),
      column.text('status', 30),
      column.integer(lite, 'openSessionId', true),
      column.integer(lite, 'openOtherSessionId', true),
      column.integer(lite, 'requestedById'),
      column.at('createdAt'),
      column.at('endedAt', true),
    ],
    {
      unique: [['openSessionId'], ['openOtherSessionId']],
      index: [
        ['schoolId'],
        ['sessionId'],
        ['otherSessionId'],
        ['askingTeacherId'],
        ['colleagueId'],
        ['requestedById'],
        ['schoolId', 'status'],
      ],
      references: {
        schoolId: 'school',
        sessionId: 'session',
        otherSessionId: 'session',
        askingTeacherId: 'teacher',
        colleagueId: 'teacher',
      },
    },
  ),
  table(
    'duty',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.on('heldOn'),
      column.text('kind', 20),
      column.integer(lite, 'teacherId'),
      column.text('area', 60, true),
    ],
    {
      unique: [['schoolId', 'heldOn', 'kind', 'teacherId']],
      index: [['schoolId'], ['teacherId']],
      references: { schoolId: 'school', teacherId: 'teacher' },
    },
  ),
  table(
    'inspection',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.integer(lite, 'sessionId'),
      column.on('heldOn'),
      column.flag(lite, 'isOnTime'),
      column.flag(lite, 'isPlannedTeacher'),
      column.flag(lite, 'isRegisterTaken'),
      column.flag(lite, 'isNewLessonTaught'),
      column.integer(lite, 'dueCount'),
      column.integer(lite, 'countedCount'),
      column.text('remark', 500, true),
      column.text('status', 30),
      column.text('mending', 500, true),
      column.integer(lite, 'inspectedById'),
      column.at('inspectedAt'),
    ],
    {
      unique: [['sessionId', 'inspectedById']],
      index: [['schoolId'], ['sessionId'], ['inspectedById'], ['schoolId', 'heldOn']],
      references: { schoolId: 'school', sessionId: 'session' },
    },
  ),
  table(
    'calendar_link',
    [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.text('kind', 20),
      column.integer(lite, 'ownerId'),
      column.text('tokenHash', 64),
      column.integer(lite, 'createdById'),
      column.at('createdAt'),
      column.at('revokedAt', true),
      column.at('lastReadAt', true),
    ],
    {
      unique: [['tokenHash']],
      index: [['schoolId'], ['createdById']],
      references: { schoolId: 'school' },
    },
  ),
]
