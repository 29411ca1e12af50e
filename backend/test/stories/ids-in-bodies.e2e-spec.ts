/**
 * Every id that a body may carry is looked up within the scope of who sends it: whoever names a thing of another school,
 * of the same district or of another city, is refused, and nothing is written. The contract's fields are walked, so that
 * a new field cannot be forgotten.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AuditEntry } from '../../src/audit/index.js'
import type { Client, TestApp as App } from '../app.js'
import { TestApp } from '../app.js'
import { type Named, type SchoolWorld, schoolWorld } from './scope-world.js'

interface Try {
  readonly route: string
  readonly by: string
  /** A body that is accepted with our own ids. */
  readonly body: (ids: Named) => Record<string, unknown>
  /** Which thing each id field names. */
  readonly fields: Readonly<Record<string, string>>
  /** Our own body may be refused for another reason than an id. */
  readonly refusedOurs?: number
}

const list = (value: number) => [value]
const dates = { validFromOn: '2026-09-01', validToOn: '2026-12-31' }

const tries: readonly Try[] = [
  {
    route: 'POST /api/activation-codes/letters',
    by: 'coordinator',
    body: ({ school, student }) => ({ schoolId: school, studentIds: list(student!) }),
    fields: { schoolId: 'school', studentIds: 'student' },
  },
  {
    route: 'POST /api/activation-codes/letters',
    by: 'coordinator',
    body: ({ school, homeClass }) => ({ schoolId: school, homeClassId: homeClass }),
    fields: { homeClassId: 'homeClass' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/appropriations',
    by: 'education',
    body: ({ fund }) => ({ fundId: fund, fiscalYear: 2027, title: '通知' }),
    fields: { fundId: 'fund' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/audit-rules/run',
    by: 'bureau',
    body: ({ school }) => ({ schoolId: school }),
    fields: { schoolId: 'school' },
  },
  {
    route: 'POST /api/calendar-links',
    by: 'coordinator',
    body: ({ teacher }) => ({ kind: 'teacher', ownerId: teacher }),
    fields: { ownerId: 'teacher' },
  },
  {
    route: 'POST /api/categories',
    by: 'bureau',
    body: ({ category }) => ({
      regionCode: '1402',
      code: 'NEW_ONE',
      nationalCode: 'SPORTS',
      name: '新类',
      nameEn: 'New',
      position: 9,
      parentId: category,
    }),
    fields: { parentId: 'category' },
  },
  {
    route: 'POST /api/clearances',
    by: 'coordinator',
    body: ({ lecturer }) => ({ teacherId: lecturer, ...dates, document: '审查材料' }),
    fields: { teacherId: 'teacher' },
  },
  {
    route: 'PATCH /api/course-leaders/{course}',
    by: 'coordinator',
    body: ({ teacher }) => ({ teacherIds: list(teacher!) }),
    fields: { teacherIds: 'teacher' },
  },
  {
    route: 'POST /api/courses',
    by: 'coordinator',
    body: ({ school, category }) => ({ schoolId: school, categoryId: category, name: '新课', grades: [3] }),
    fields: { schoolId: 'school', categoryId: 'category' },
    refusedOurs: 422,
  },
  {
    route: 'PATCH /api/courses/{course}',
    by: 'coordinator',
    body: ({ category }) => ({ categoryId: category }),
    fields: { categoryId: 'category' },
  },
  {
    route: 'POST /api/declarations',
    by: 'school_finance_officer',
    body: ({ school, fund }) => ({ schoolId: school, fundId: fund, fiscalYear: 2028 }),
    fields: { schoolId: 'school', fundId: 'fund' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/delegations',
    by: 'principal',
    body: ({ coordinatorUser }) => ({
      toUserId: coordinatorUser,
      permissions: ['plan.write'],
      startsOn: '2026-11-20',
      endsOn: '2026-11-25',
      reason: '外出',
    }),
    fields: { toUserId: 'user' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/duties',
    by: 'coordinator',
    body: ({ school, teacher }) => ({
      schoolId: school,
      rows: [{ heldOn: '2026-12-08', kind: 'patrol', teacherId: teacher, area: '操场' }],
    }),
    fields: { schoolId: 'school', 'rows.teacherId': 'teacher' },
  },
  {
    route: 'POST /api/enrolments/bulk',
    by: 'coordinator',
    body: ({ section, homeClass }) => ({ sectionId: section, homeClassId: homeClass }),
    fields: { homeClassId: 'homeClass' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/enrolments/bulk',
    by: 'coordinator',
    body: ({ section, student }) => ({ sectionId: section, studentIds: list(student!) }),
    fields: { sectionId: 'section' },
  },
  {
    route: 'POST /api/estimates',
    by: 'school_finance_officer',
    body: ({ school, fund }) => ({ schoolId: school, fundId: fund, fiscalYear: 2027 }),
    fields: { schoolId: 'school', fundId: 'fund' },
  },
  {
    route: 'POST /api/fund-policies',
    by: 'education',
    body: ({ fund }) => ({
      fundId: fund,
      publicationWorkdays: 5,
      leftover: 'carry',
      validFromOn: '2026-01-01',
      issuer: '市教育局',
      documentNumber: '1号',
    }),
    fields: { fundId: 'fund' },
    refusedOurs: 400,
  },
  {
    route: 'POST /api/funding-standards',
    by: 'education',
    body: ({ fund, school }) => ({
      fundId: fund,
      schoolId: school,
      stage: 'primary',
      model: 'per_class',
      unit: 'year',
      amountFen: 1_000_000,
      countDay: '10-01',
      validFromOn: '2027-01-01',
      issuer: '市财政局',
      documentNumber: '2号',
    }),
    fields: { fundId: 'fund', schoolId: 'school' },
  },
  {
    route: 'POST /api/home-classes',
    by: 'coordinator',
    body: ({ school, room }) => ({
      schoolId: school,
      schoolYear: 2026,
      grade: 5,
      number: 9,
      homeRoomId: room,
    }),
    fields: { schoolId: 'school', homeRoomId: 'room' },
  },
  {
    route: 'PATCH /api/home-classes/{homeClass}',
    by: 'coordinator',
    body: ({ room }) => ({ homeRoomId: room }),
    fields: { homeRoomId: 'room' },
  },
  {
    route: 'POST /api/inspections',
    by: 'coordinator',
    body: ({ session }) => ({
      sessionId: session,
      isOnTime: true,
      isPlannedTeacher: true,
      isRegisterTaken: true,
      isNewLessonTaught: false,
      countedCount: 1,
    }),
    fields: { sessionId: 'session' },
    refusedOurs: 422,
  },
  ...(['close', 'reopen'] as const).map((event) => ({
    route: `POST /api/ledger-periods/${event}`,
    by: event === 'close' ? 'school_finance_officer' : 'principal',
    body: ({ school }: Named) => ({
      schoolId: school,
      month: '2026-10',
      ...(event === 'reopen' ? { comment: '说明' } : {}),
    }),
    fields: { schoolId: 'school' },
    refusedOurs: 422,
  })),
  {
    route: 'POST /api/payments',
    by: 'school_finance_officer',
    body: ({ allotment }) => ({
      allotmentId: allotment,
      amountFen: 100,
      account: 'E530',
      payee: '书店',
      reason: '材料',
    }),
    fields: { allotmentId: 'allotment' },
  },
  {
    route: 'POST /api/placements',
    by: 'coordinator',
    body: ({ timetable, section, slot, teacher, room }) => ({
      timetableId: timetable,
      sectionId: section,
      slotId: slot,
      teacherId: teacher,
      roomId: room,
    }),
    fields: {
      timetableId: 'timetable',
      sectionId: 'section',
      slotId: 'slot',
      teacherId: 'teacher',
      roomId: 'room',
    },
  },
  {
    route: 'PATCH /api/placements/{placement}',
    by: 'coordinator',
    body: ({ slot, teacher, room }) => ({ slotId: slot, teacherId: teacher, roomId: room }),
    fields: { slotId: 'slot', teacherId: 'teacher', roomId: 'room' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/plans',
    by: 'principal',
    body: ({ school, term }) => ({ schoolId: school, termId: term }),
    fields: { schoolId: 'school', termId: 'term' },
  },
  {
    route: 'POST /api/publications',
    by: 'school_finance_officer',
    body: ({ settlement }) => ({ kind: 'statement', subjectId: settlement ?? 999_999 }),
    fields: {},
    refusedOurs: 404,
  },
  {
    route: 'POST /api/reminders',
    by: 'education',
    body: ({ school, fund }) => ({
      schoolIds: list(school!),
      kind: 'estimate_due',
      fundId: fund,
      fiscalYear: 2027,
    }),
    fields: { schoolIds: 'school', fundId: 'fund' },
  },
  {
    route: 'POST /api/rooms',
    by: 'coordinator',
    body: ({ school }) => ({ schoolId: school, name: '新教室', kind: 'classroom', capacity: 30 }),
    fields: { schoolId: 'school' },
  },
  {
    route: 'POST /api/schemes',
    by: 'school_finance_officer',
    body: ({ receipt }) => ({ receiptId: receipt }),
    fields: { receiptId: 'receipt' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/schemes',
    by: 'school_finance_officer',
    body: ({ school, fund }) => ({ schoolId: school, fundId: fund, fiscalYear: 2026 }),
    fields: { schoolId: 'school', fundId: 'fund' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/schools',
    by: 'admin',
    body: ({ region }) => ({
      code: '3114009999',
      name: '新学校',
      stage: 'primary',
      area: 'urban',
      regionId: region,
      lastLessonEndTime: '16:00',
    }),
    fields: { regionId: 'region' },
  },
  {
    route: 'POST /api/section-relations',
    by: 'coordinator',
    body: ({ school, term, section, secondSection }) => ({
      schoolId: school,
      termId: term,
      kind: 'not_together',
      sectionIds: [secondSection, section],
    }),
    fields: { schoolId: 'school', termId: 'term', sectionIds: 'section' },
    refusedOurs: 400,
  },
  {
    route: 'POST /api/sections',
    by: 'coordinator',
    body: ({ school, term, course, homeClass, teacher, room }) => ({
      schoolId: school,
      termId: term,
      courseId: course,
      name: '新班',
      kind: 'home_class',
      homeClassId: homeClass,
      teacherId: teacher,
      roomId: room,
      capacity: 30,
      grades: [1],
    }),
    fields: {
      schoolId: 'school',
      termId: 'term',
      courseId: 'course',
      homeClassId: 'homeClass',
      teacherId: 'teacher',
      roomId: 'room',
    },
    refusedOurs: 422,
  },
  {
    route: 'PATCH /api/sections/{section}',
    by: 'coordinator',
    body: ({ teacher, room }) => ({ teacherId: teacher, roomId: room }),
    fields: { teacherId: 'teacher', roomId: 'room' },
  },
  {
    route: 'POST /api/sessions/{session}/change-room',
    by: 'coordinator',
    body: ({ secondRoom }) => ({ roomId: secondRoom }),
    fields: { roomId: 'room' },
  },
  {
    route: 'POST /api/sessions/{session}/move',
    by: 'coordinator',
    body: ({ slot, room }) => ({ heldOn: '2026-12-14', slotId: slot, roomId: room }),
    fields: { slotId: 'slot', roomId: 'room' },
  },
  {
    route: 'POST /api/sessions/{session}/make-up',
    by: 'coordinator',
    body: ({ slot, room, teacher }) => ({
      heldOn: '2026-12-21',
      slotId: slot,
      roomId: room,
      teacherId: teacher,
    }),
    fields: { slotId: 'slot', roomId: 'room', teacherId: 'teacher' },
    refusedOurs: 409,
  },
  {
    route: 'POST /api/settlements',
    by: 'school_finance_officer',
    body: ({ school, fund, term }) => ({ schoolId: school, fundId: fund, fiscalYear: 2026, termId: term }),
    fields: { schoolId: 'school', fundId: 'fund', termId: 'term' },
  },
  {
    route: 'POST /api/slots',
    by: 'coordinator',
    body: ({ school, term }) => ({
      schoolId: school,
      termId: term,
      weekday: 4,
      startTime: '16:30',
      endTime: '17:30',
      serviceType: 'after_school',
    }),
    fields: { schoolId: 'school', termId: 'term' },
  },
  {
    route: 'POST /api/slots/usual-week',
    by: 'coordinator',
    body: ({ school, term }) => ({ schoolId: school, termId: term }),
    fields: { schoolId: 'school', termId: 'term' },
    refusedOurs: 400,
  },
  {
    route: 'POST /api/students',
    by: 'coordinator',
    body: ({ homeClass }) => ({ homeClassId: homeClass, name: '新生', sex: 'female' }),
    fields: { homeClassId: 'homeClass' },
  },
  {
    route: 'PATCH /api/students/{student}',
    by: 'coordinator',
    body: ({ homeClass }) => ({ homeClassId: homeClass }),
    fields: { homeClassId: 'homeClass' },
  },
  {
    route: 'POST /api/substitutions',
    by: 'coordinator',
    body: ({ session, colleague }) => ({
      kind: 'substitute',
      sessionId: session,
      colleagueId: colleague,
      reason: '事假',
    }),
    fields: { sessionId: 'session', colleagueId: 'colleague', otherSessionId: 'session' },
    refusedOurs: 409,
  },
  {
    route: 'POST /api/surveys',
    by: 'bureau',
    body: ({ term }) => ({
      termId: term,
      title: '新问卷',
      titleEn: 'New survey',
      opensOn: '2026-11-01',
      closesOn: '2026-12-31',
    }),
    fields: { termId: 'term' },
  },
  {
    route: 'POST /api/teacher-leaves',
    by: 'coordinator',
    body: ({ colleague }) => ({
      teacherId: colleague,
      fromOn: '2026-12-28',
      toOn: '2026-12-29',
      kind: 'sick',
    }),
    fields: { teacherId: 'teacher' },
  },
  {
    route: 'POST /api/teachers',
    by: 'coordinator',
    body: ({ school, homeClass, user }) => ({
      schoolId: school,
      name: '新教师',
      kind: 'staff',
      homeClassId: homeClass,
      userId: user,
    }),
    fields: { schoolId: 'school', homeClassId: 'homeClass', userId: 'user' },
  },
  {
    route: 'PATCH /api/teachers/{teacher}',
    by: 'coordinator',
    body: ({ homeClass, freeUser }) => ({ homeClassId: homeClass, userId: freeUser }),
    fields: { homeClassId: 'homeClass', userId: 'user' },
  },
  {
    route: 'POST /api/teaching-wishes',
    by: 'coordinator',
    body: ({ term, teacher, slot }) => ({
      termId: term,
      teacherId: teacher,
      unavailableSlotIds: list(slot!),
      ratherNotSlotIds: [],
    }),
    fields: {
      termId: 'term',
      teacherId: 'teacher',
      unavailableSlotIds: 'slot',
      ratherNotSlotIds: 'slot',
    },
  },
  {
    route: 'POST /api/timetable-runs',
    by: 'coordinator',
    body: ({ timetable }) => ({ timetableId: timetable, leavesOutUnready: true }),
    fields: { timetableId: 'timetable' },
  },
  {
    route: 'POST /api/timetables',
    by: 'coordinator',
    body: ({ school, term, timetable }) => ({ schoolId: school, termId: term, fromId: timetable }),
    fields: { schoolId: 'school', termId: 'term', fromId: 'timetable' },
  },
  {
    route: 'POST /api/users',
    by: 'admin',
    body: ({ school }) => ({
      username: 'somebody.new',
      displayName: '新同事',
      role: 'coordinator',
      schoolId: school,
    }),
    fields: { schoolId: 'school' },
  },
]

/** Tried where their things are made, with the spec that does it. */
const elsewhere: Readonly<Record<string, string>> = {
  'POST /api/bank-return-lines/{id}/settle paymentId': 'bank-returns.e2e-spec',
  'POST /api/declarations/publish declarationIds': 'publications.e2e-spec',
  'POST /api/findings/{id}/assign ownerId': 'findings.e2e-spec',
  'POST /api/objections/{id}/uphold declarationId': 'publications.e2e-spec',
  'POST /api/parents/surveys/{id}/answers studentId': 'responses.e2e-spec',
  'PATCH /api/section-relations/{id} sectionIds': 'planning.e2e-spec',
  'PATCH /api/teaching-wishes/{id} unavailableSlotIds': 'planning.e2e-spec',
  'PATCH /api/teaching-wishes/{id} ratherNotSlotIds': 'planning.e2e-spec',
  'POST /api/enrolments/bulk studentIds': 'answered row by row: below',
  'POST /api/declarations/approve-many ids': 'answered row by row: below',
  'POST /api/declarations/check-many ids': 'answered row by row: below',
  'POST /api/declarations/finance-check-many ids': 'answered row by row: below',
  'POST /api/payments/approve-many ids': 'answered row by row: below',
  'POST /api/payments/check-many ids': 'answered row by row: below',
  'POST /api/publications subjectId': 'publications.e2e-spec',
}

function contractFields(): string[] {
  const { paths, components } = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>
    components: { schemas: Record<string, { properties?: object }> }
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema as { $ref?: string } | undefined
      const name = schema?.$ref?.split('/').at(-1)
      const fields = Object.keys((name && components.schemas[name]?.properties) || {})
      return fields
        .filter((field) => /Ids?$/.test(field) || field === 'ids')
        .map((field) => `${method.toUpperCase()} ${path} ${field}`)
    }),
  )
}

const plainRoute = (route: string) => route.replace(/\{\w+\}/g, '{}')

describe('an id of another school in a body', () => {
  let test: App
  let ours: SchoolWorld
  let theirs: { name: string; world: SchoolWorld }[]
  let own: Named
  let clients: Record<string, Client>

  beforeAll(async () => {
    test = await TestApp.start()
    ours = await schoolWorld(test, '140213')
    theirs = [
      { name: 'of the same district', world: await schoolWorld(test, '140213') },
      { name: 'of another city', world: await schoolWorld(test, '320106') },
    ]
    const { world } = test
    const { school } = ours
    const placement = (
      await ours.people['coordinator']!.post('/api/placements', {
        timetableId: ours.ids['timetable'],
        sectionId: ours.ids['secondSection'],
        slotId: (await world.slot({ school, termId: ours.ids['term']!, weekday: 3 })).id,
      })
    ).body
    own = {
      ...ours.ids,
      placement: placement?.id ?? 0,
      secondRoom: (await world.room({ school })).id,
      lecturer: (await world.teacher({ school, kind: 'lecturer' })).id,
      freeUser: (await world.user('teacher', { school })).id,
      coordinatorUser: (await world.user('coordinator', { school })).id,
    }
    clients = {
      ...ours.people,
      admin: await test.as(await world.user('system_administrator', { regionCode: '1402' })),
      bureau: await test.as(await world.user('bureau_officer')),
      education: await test.as(await world.user('education_finance_officer')),
      finance: await test.as(await world.user('finance_bureau_officer')),
      treasurer: await test.as(await world.user('finance_bureau_officer')),
      centre: await test.as(await world.user('finance_bureau_officer')),
    }
  }, 120_000)
  afterAll(() => test.stop())

  const writes = () => test.database.read.countBy(AuditEntry, {})

  function withForeign(body: Record<string, unknown>, field: string, id: number): Record<string, unknown> {
    const [head, inner] = field.split('.')
    if (inner) {
      const rows = body[head!] as Record<string, unknown>[]
      return { ...body, [head!]: rows.map((row) => ({ ...row, [inner]: id })) }
    }
    const value = body[field]
    return { ...body, [field]: Array.isArray(value) ? [...value.slice(0, -1), id] : id }
  }

  it('has a try for every id field of the contract', () => {
    const tried = new Set(
      tries.flatMap(({ route, fields }) =>
        Object.keys(fields).map((field) => `${plainRoute(route)} ${field.split('.')[0]}`),
      ),
    )
    const known = new Set(Object.keys(elsewhere).map(plainRoute))
    const missing = contractFields().filter(
      (field) => !tried.has(plainRoute(field)) && !known.has(plainRoute(field)),
    )
    expect(missing).toEqual([])
  })

  describe.each(
    tries.map((each) => ({ ...each, name: `${each.route} (${Object.keys(each.fields).join(', ')})` })),
  )('$name', ({ route, by, body, fields, refusedOurs }) => {
    const [method, pattern] = route.split(' ') as ['POST' | 'PATCH', string]
    const path = () => pattern.replace(/\{(\w+)\}/, (_, noun: string) => String(own[noun]))
    const send = (given: object) => clients[by]!.send(method, path(), given)

    it('is refused and writes nothing', async () => {
      for (const [field, thing] of Object.entries(fields)) {
        for (const { name, world } of theirs) {
          const id = world.ids[thing]
          // Who acts for a region may name every school of it, and what a region shares is shared by its schools.
          const isShared = ['term', 'category', 'fund', 'region'].includes(thing)
          const isRegional = !(by in ours.people)
          if (id === undefined || (name === 'of the same district' && (isShared || isRegional))) continue
          const before = await writes()
          const answer = await send(withForeign(body(own), field, id))
          expect({ field, name, status: answer.status, code: answer.body?.code }).toEqual({
            field,
            name,
            status: expect.any(Number),
            code: expect.any(String),
          })
          expect([field, name, [400, 403, 404, 409, 422].includes(answer.status)]).toEqual([
            field,
            name,
            true,
          ])
          expect([field, name, await writes()]).toEqual([field, name, before])
        }
      }
    })

    it('while our own are looked at', async () => {
      const answer = await send(body(own))
      if (answer.status < 300) return
      expect(`${answer.status} ${answer.text}`).toMatch(new RegExp(`^${refusedOurs} `))
      // Refused for what it says and not because something was not found.
      if (refusedOurs !== 404) expect(answer.body.code).not.toBe('not_found')
    })
  })

  it('among many is answered in its own row, and nothing of it is done', async () => {
    const [{ world }] = theirs as [(typeof theirs)[number]]
    const enrolled = await clients['coordinator']!.post('/api/enrolments/bulk', {
      sectionId: own['section'],
      studentIds: [world.ids['student']],
    })
    expect(enrolled.body).toMatchObject({ done: [], refused: [{ id: world.ids['student'] }] })
    const before = await writes()
    const approved = await clients['principal']!.post('/api/payments/approve-many', {
      ids: [world.ids['payment']],
    }).catch(() => null)
    if (approved) expect(approved.body).toMatchObject({ done: [] })
    expect(await writes()).toBe(before)
  })
})
