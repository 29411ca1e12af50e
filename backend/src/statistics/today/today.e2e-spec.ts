import { TestApp } from '../../../test/app.js'
import { dailySchool } from '../../../test/daily-world.js'
import { accountOf, allotted, fundedSchool, periodOver } from '../../../test/funding-world.js'
import { Duty } from '../../sessions/index.js'
import { Enrolment } from '../../enrolment/index.js'

describe('today', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const countOf = (body: { waiting: { key: string; count: number }[] }, key: string) =>
    body.waiting.find((each) => each.key === key)?.count ?? 0

  it('tells each person of the chain what waits for them, and nobody else', async () => {
    const funded = await fundedSchool(test)
    const { school, officer, education, finance, bureau, principal } = funded
    const at = async (client: typeof officer) => (await client.get('/api/statistics/today')).body
    const declaration = await officer.post('/api/declarations', {
      schoolId: school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    expect(await at(officer)).toMatchObject({
      today: '2026-11-20',
      waiting: [{ key: 'declarations.submit', count: 1 }],
    })
    await officer.post(`/api/declarations/${declaration.body.id}/submit`)
    expect((await at(officer)).waiting).toEqual([])
    expect(countOf(await at(education), 'declarations.check')).toBe(1)
    expect(countOf(await at(finance), 'declarations.check')).toBe(0)
    await education.post(`/api/declarations/${declaration.body.id}/check`)
    expect(countOf(await at(finance), 'declarations.finance-check')).toBe(1)
    await finance.post(`/api/declarations/${declaration.body.id}/finance-check`)
    expect(countOf(await at(education), 'declarations.publish')).toBe(1)
    expect(countOf(await at(officer), 'declarations.publish')).toBe(0)
    await education.post('/api/declarations/publish', { declarationIds: [declaration.body.id] })
    expect(countOf(await at(funded.treasurer), 'declarations.approve')).toBe(0)
    await periodOver(test, declaration.body.id)
    expect(countOf(await at(funded.treasurer), 'declarations.approve')).toBe(1)
    await funded.treasurer.post(`/api/declarations/${declaration.body.id}/approve`)
    expect(countOf(await at(education), 'declarations.grant')).toBe(1)
    const notice = await education.post('/api/appropriations', {
      fundId: funded.fund.id,
      fiscalYear: 2026,
      title: '关于下达课后服务补助经费的通知',
    })
    expect(countOf(await at(education), 'appropriations.submit')).toBe(1)
    await education.post(`/api/appropriations/${notice.body.id}/submit`)
    expect(countOf(await at(bureau), 'appropriations.countersign')).toBe(1)
    await bureau.post(`/api/appropriations/${notice.body.id}/countersign`)
    expect(countOf(await at(finance), 'appropriations.issue')).toBe(1)
    await finance.post(`/api/appropriations/${notice.body.id}/issue`, {
      documentNumber: '同财教〔2026〕901号',
    })
    expect(countOf(await at(officer), 'receipts.confirm')).toBe(1)
    const stranger = await test.as(
      await test.world.user('school_finance_officer', { school: await test.world.school() }),
    )
    expect((await at(stranger)).waiting).toEqual([])
    expect((await at(principal)).waiting).toEqual([{ key: 'findings.assign', count: 2 }])
  })

  it("shows the money left, children, today's sessions and the open survey of the own school", async () => {
    const funded = await fundedSchool(test)
    const { school, classes } = funded
    const [first] = await allotted(test, funded)
    const payment = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId: first, amountFen: 250_000, account: 'E530' }],
      ...accountOf('材料店'),
      reason: '剪纸材料一批',
    })
    await funded.officer.post(`/api/payments/${payment.body.id}/submit`)
    const term = await test.world.term()
    const section = await test.world.section({ school, teacherId: null })
    const slot = await test.world.slot({ school, weekday: 5 })
    const [teacher, room] = [await test.world.teacher({ school }), await test.world.room({ school })]
    for (const heldOn of ['2026-11-20', '2026-11-27']) {
      await test.world.session({ section, slot, heldOn, teacherId: teacher.id, roomId: room.id })
    }
    const children = [
      await test.world.student({ school, homeClass: classes[0]! }),
      await test.world.student({ school, homeClass: classes[1]! }),
      await test.world.student({ school, homeClass: classes[1]!, leftOn: '2026-10-01' }),
    ]
    await test.world.make(Enrolment, {
      schoolId: school.id,
      termId: term.id,
      studentId: children[0]!.id,
      sectionId: section.id,
      startsOn: '2026-09-01',
      endsOn: null,
      status: 'active',
    })
    for (const student of children) await test.world.guardian({ student })
    const survey = await funded.bureau.post('/api/surveys', {
      termId: term.id,
      title: '满意度问卷',
      titleEn: 'Satisfaction',
      opensOn: '2026-11-01',
      closesOn: '2026-12-31',
    })
    expect(countOf((await funded.bureau.get('/api/statistics/today')).body, 'surveys.open')).toBe(1)
    await funded.bureau.post(`/api/surveys/${survey.body.id}/open`)
    const own = (await funded.principal.get('/api/statistics/today', { termId: term.id })).body
    expect(own).toMatchObject({
      studentCount: 4,
      takingPartCount: 1,
      sessionsTodayCount: 1,
      openSurveyInvited: 2,
      openSurveyAnswered: 0,
      moneyLeftFen: 1_750_000,
    })
    expect(own).toMatchObject({ schoolCount: 1, plansFiledCount: 0, schoolsDeclaredCount: 1 })
    // The two classes without children are what the audit rules found when the claim was submitted.
    expect(own.waiting).toEqual([
      { key: 'sections.unstaffed', count: 1 },
      { key: 'duties.missing', count: 1 },
      { key: 'payments.approve', count: 1 },
      { key: 'findings.assign', count: 2 },
    ])
    // The bureau may not see the one child that takes part, neither in this school nor as the sum of all.
    expect(
      (await funded.bureau.get('/api/statistics/today', { termId: term.id })).body.takingPartCount,
    ).toBeNull()
    expect(
      (await funded.bureau.get('/api/statistics/today', { termId: term.id, schoolId: school.id })).body
        .takingPartCount,
    ).toBeNull()
    const teacherView = (
      await (await test.as(await test.world.user('teacher', { school }))).get('/api/statistics/today')
    ).body
    expect(teacherView).toMatchObject({
      waiting: [],
      studentCount: null,
      takingPartCount: null,
      openSurveyInvited: null,
      moneyLeftFen: null,
      sessionsTodayCount: 1,
    })
    const district = await test.as(await test.world.user('bureau_officer', { regionCode: '140214' }))
    expect((await district.get('/api/statistics/today')).body).toMatchObject({
      studentCount: 0,
      takingPartCount: 0,
      sessionsTodayCount: 0,
      openSurveyInvited: null,
      moneyLeftFen: 0,
    })
    expect((await test.signedOut.get('/api/statistics/today')).status).toBe(401)
  })

  it('tells who is asked, what is to be approved, and which sessions have nobody', async () => {
    const mine = await dailySchool(test)
    await mine.asAsker.post('/api/substitutions', {
      kind: 'substitute',
      sessionId: mine.session.id,
      colleagueId: mine.colleague.id,
      reason: '外出',
    })
    await test.world.make(Duty, {
      schoolId: mine.school.id,
      heldOn: '2026-11-20',
      kind: 'patrol',
      teacherId: mine.colleague.id,
      area: null,
    })
    expect((await mine.asColleague.get('/api/statistics/today')).body.waiting).toEqual([
      { key: 'substitutions.answer', count: 1 },
      { key: 'inspections.patrol', count: 1 },
    ])
    expect((await mine.asAsker.get('/api/statistics/today')).body.waiting).toEqual([])
    await mine.asAsker.post('/api/teacher-leaves', { fromOn: '2026-11-23', toOn: '2026-11-23', kind: 'sick' })
    expect((await mine.coordinator.get('/api/statistics/today')).body.waiting).toEqual([
      { key: 'leaves.grant', count: 1 },
      { key: 'duties.missing', count: 1 },
    ])
    const {
      items: [leave],
    } = (await mine.coordinator.get('/api/teacher-leaves')).body
    await mine.coordinator.post(`/api/teacher-leaves/${leave.id}/grant`)
    await mine.asColleague.post(
      `/api/substitutions/${(await mine.asColleague.get('/api/substitutions')).body.items[0].id}/agree`,
    )
    expect((await mine.coordinator.get('/api/statistics/today')).body.waiting).toEqual([
      { key: 'leaves.arrange', count: 1 },
      { key: 'substitutions.approve', count: 1 },
      { key: 'duties.missing', count: 1 },
    ])
    test.clock.set('2026-11-23T02:00:00Z')
    expect(
      (await (await test.as(mine.coordinatorUser)).get('/api/statistics/today')).body.waiting[0],
    ).toEqual({ key: 'sessions.uncovered', count: 1 })
    test.clock.set('2026-11-20T08:00:00Z')
  })
})
