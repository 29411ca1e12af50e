import { TestApp } from '../../../test/app.js'
import { dailySchool } from '../../../test/daily-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { TeacherLeave } from '../leaves/teacher-leave.entity.js'
import { Duty } from './duty.entity.js'

describe('duties', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const row = (heldOn: string, teacherId: number, kind = 'duty_leader', area?: string) => ({
    heldOn,
    kind,
    teacherId,
    ...(area ? { area } : {}),
  })

  it('are set for school days, and days without a duty leader are marked', async () => {
    const { school, coordinator, asker, colleague } = await dailySchool(test)
    const before = (await coordinator.get('/api/duties/roster', { on: '2026-11-25' })).body
    expect([before.fromOn, before.days.length]).toEqual(['2026-11-23', 5])
    expect(before.days[0]).toMatchObject({
      dayOn: '2026-11-23',
      sessionCount: 1,
      lacksLeader: true,
      lacksPatrol: true,
      duties: [],
    })
    expect(before.days[1]).toMatchObject({ sessionCount: 0, lacksLeader: false })
    const made = await coordinator.post('/api/duties', {
      schoolId: school.id,
      rows: [row('2026-11-23', asker.id), row('2026-11-23', colleague.id, 'patrol', '教学楼东')],
    })
    expect([made.status, made.body.items]).toMatchObject([
      201,
      [
        { heldOn: '2026-11-23', teacherName: asker.name },
        { kind: 'patrol', area: '教学楼东' },
      ],
    ])
    expect(await test.database.read.countBy(Duty, { schoolId: school.id })).toBe(2)
    expect((await coordinator.get('/api/duties/roster', { on: '2026-11-23' })).body.days[0]).toMatchObject({
      lacksLeader: false,
      lacksPatrol: false,
      duties: [{ teacherId: asker.id }, { teacherId: colleague.id }],
    })
    expect(
      (
        await coordinator.get('/api/duties', {
          kind: 'patrol',
          teacherId: colleague.id,
          from: '2026-11-23',
          to: '2026-11-23',
        })
      ).body.total,
    ).toBe(1)
    expect(
      readWorkbook((await coordinator.get('/api/duties/export.xlsx')).raw, 'd.xlsx').sheets[0]!.rows,
    ).toHaveLength(3)
    const termId = (await test.world.term()).id
    await test.world.make(Duty, {
      schoolId: school.id,
      heldOn: '2026-06-01',
      kind: 'patrol',
      teacherId: colleague.id,
      area: null,
    })
    expect([
      (await coordinator.get('/api/duties', { termId })).body.total,
      (await coordinator.get('/api/duties')).body.total,
    ]).toEqual([2, 3])
    expect(
      readWorkbook(
        (await coordinator.get('/api/duties/export.xlsx', { schoolId: school.id, termId })).raw,
        'd.xlsx',
      ).sheets[0]!.rows,
    ).toHaveLength(3)
    await test.database.transaction((tx) => tx.delete(Duty, { heldOn: '2026-06-01' }))
    expect((await coordinator.delete(`/api/duties/${made.body.items[0].id}`)).status).toBe(204)
    expect(await test.database.read.countBy(Duty, { schoolId: school.id })).toBe(1)
  })

  it('are all saved or none', async () => {
    const { school, coordinator, asker, colleague, coordinatorUser } = await dailySchool(test)
    const code = async (...rows: object[]) =>
      (await coordinator.post('/api/duties', { schoolId: school.id, rows })).body.code
    expect(await code(row('2026-11-24', asker.id), row('2026-11-28', asker.id))).toBe(
      'scheduling.no_school_day',
    )
    expect(await code(row('2026-11-19', asker.id))).toBe('scheduling.duty_day_over')
    expect(await code(row('2026-11-24', asker.id), row('2026-11-24', asker.id))).toBe(
      'scheduling.duty_exists',
    )
    expect(await code(row('2026-11-24', asker.id, 'guard'))).toBe('request.invalid')
    expect(await code()).toBe('request.invalid')
    expect(await code(row('2026-11-24', (await dailySchool(test)).asker.id))).toBe('request.invalid')
    await test.world.make(TeacherLeave, {
      schoolId: school.id,
      teacherId: colleague.id,
      fromOn: '2026-11-24',
      toOn: '2026-11-24',
      kind: 'official',
      remark: null,
      status: 'granted',
      requestedById: coordinatorUser.id,
      createdAt: test.clock.now(),
    })
    expect(await code(row('2026-11-24', colleague.id))).toBe('scheduling.teacher_on_leave')
    expect(await test.database.read.countBy(Duty, { schoolId: school.id })).toBe(0)
    const twice = await Promise.all(
      [1, 2].map(() =>
        coordinator.post('/api/duties', { schoolId: school.id, rows: [row('2026-11-25', asker.id)] }),
      ),
    )
    expect(twice.map((answer) => answer.status).sort()).toEqual([201, 409])
  })

  it('are proposed in turn or from last week, and nothing is saved by that', async () => {
    const { school, coordinator, asker, section, slots } = await dailySchool(test)
    await test.world.make(Duty, {
      schoolId: school.id,
      heldOn: '2026-11-16',
      kind: 'duty_leader',
      teacherId: asker.id,
      area: '正门',
    })
    await test.world.session({ section, slot: slots.tuesday, heldOn: '2026-11-24' })
    const inTurn = (await coordinator.get('/api/duties/proposal', { on: '2026-11-23', patrols: 1 })).body.rows
    expect(inTurn.map((each: { heldOn: string; kind: string }) => [each.heldOn, each.kind])).toEqual([
      ['2026-11-23', 'duty_leader'],
      ['2026-11-23', 'patrol'],
      ['2026-11-24', 'duty_leader'],
      ['2026-11-24', 'patrol'],
    ])
    expect(inTurn.every((each: { teacherId: number }) => each.teacherId !== asker.id)).toBe(true)
    expect(
      (await coordinator.get('/api/duties/proposal', { on: '2026-11-23', source: 'last_week' })).body.rows,
    ).toEqual([
      {
        heldOn: '2026-11-23',
        kind: 'duty_leader',
        teacherId: asker.id,
        teacherName: asker.name,
        area: '正门',
      },
    ])
    expect(await test.database.read.countBy(Duty, { schoolId: school.id })).toBe(1)
    expect(
      (
        await coordinator.post('/api/duties', {
          schoolId: school.id,
          rows: inTurn.map(
            ({ heldOn, kind, teacherId }: { heldOn: string; kind: string; teacherId: number }) => ({
              heldOn,
              kind,
              teacherId,
            }),
          ),
        })
      ).status,
    ).toBe(201)
    expect((await coordinator.get('/api/duties/proposal', { on: '2026-11-23' })).body.rows).toEqual([])
    expect(
      (await coordinator.get('/api/duties/proposal', { on: '2026-11-23', source: 'lottery' })).status,
    ).toBe(400)
  })

  it('are seen by teachers, set by the coordinator, and do not exist for another school', async () => {
    const { school, coordinator, asAsker, asker } = await dailySchool(test)
    const {
      items: [duty],
    } = (await coordinator.post('/api/duties', { schoolId: school.id, rows: [row('2026-11-23', asker.id)] }))
      .body
    expect((await asAsker.get('/api/duties')).body.total).toBe(1)
    expect([
      (await asAsker.post('/api/duties', { schoolId: school.id, rows: [row('2026-11-24', asker.id)] }))
        .status,
      (await asAsker.delete(`/api/duties/${duty.id}`)).status,
      (await asAsker.get('/api/duties/proposal')).status,
    ]).toEqual([403, 403, 403])
    const other = (await dailySchool(test)).coordinator
    expect((await other.get('/api/duties')).body.total).toBe(0)
    expect([
      (await other.delete(`/api/duties/${duty.id}`)).status,
      (await other.get('/api/duties/roster', { schoolId: school.id })).status,
      (await other.post('/api/duties', { schoolId: school.id, rows: [row('2026-11-24', asker.id)] })).status,
    ]).toEqual([404, 404, 404])
    const bureau = await test.as(await test.world.user('bureau_officer'))
    expect([
      (await bureau.get('/api/duties/roster', { schoolId: school.id })).status,
      (await bureau.get('/api/duties/roster')).status,
    ]).toEqual([200, 400])
  })
})
