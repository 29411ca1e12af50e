import { TestApp } from '../../../test/app.js'
import { allotted, fundedSchool } from '../../../test/funding-world.js'
import { FundPolicy } from '../../entitlement/index.js'
import { Reminder } from './reminder.entity.js'
import { ReminderRoundsService } from './rounds.service.js'

describe('reminders', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const policy = (fundId: number) => ({
    fundId,
    regionCode: '1402',
    publicationWorkdays: 5,
    leftover: 'return' as const,
    estimateDueDay: null,
    declarationDueDay: '11-30',
    spendingDueDay: '12-20',
    distributionDays: null,
    payRateCapFen: null,
    teacherSharePerMille: null,
    leastParticipants: null,
    standardsBy: 'count_day',
    budgetCategory: null,
    validFromOn: '2019-01-01',
    validToOn: null,
    issuer: '市财政局',
    documentNumber: '1号',
  })
  const run = () => test.nest.get(ReminderRoundsService).runEverywhere()
  const ofSchool = (schoolId: number) =>
    test.database.read.find(Reminder, { where: { schoolId }, order: { id: 'ASC' } })

  it('come fourteen, seven and three days before, on the day and once after; each once, and fall silent when it is done', async () => {
    test.clock.set('2026-11-10T01:00:00Z')
    const funded = await fundedSchool(test, 1)
    await test.world.make(FundPolicy, policy(funded.fund.id))
    await run()
    expect(await ofSchool(funded.school.id)).toHaveLength(0)
    for (const day of [
      '2026-11-16',
      '2026-11-17',
      '2026-11-23',
      '2026-11-24',
      '2026-11-28',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ]) {
      test.clock.set(`${day}T01:00:00Z`)
      await Promise.all([run(), run()].map((each) => each.catch(() => undefined)))
    }
    expect((await ofSchool(funded.school.id)).map((each) => each.uniqueKey.split(':').at(-1))).toEqual([
      '14',
      '7',
      '3',
      '0',
      '-1',
    ])
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    expect((await officer.get('/api/reminders')).body).toEqual([
      expect.objectContaining({
        kind: 'declaration_due',
        isLate: true,
        sentence: '课后看护经费 2026 年度的申报 2026-11-30 截止，还没有提交。',
      }),
    ])
    const principal = await test.as(await test.world.user('principal', { school: funded.school }))
    expect((await principal.get('/api/reminders')).body).toEqual([])
    const created = await officer.post('/api/declarations', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    await officer.post(`/api/declarations/${created.body.id}/submit`)
    await run()
    expect((await officer.get('/api/reminders')).body).toEqual([])
  })

  it('name what is left where money must be spent', async () => {
    test.clock.set('2026-11-20T01:00:00Z')
    const funded = await fundedSchool(test, 1)
    await test.world.make(FundPolicy, policy(funded.fund.id))
    await allotted(test, funded)
    test.clock.set('2026-12-14T01:00:00Z')
    await run()
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    expect(
      (await officer.get('/api/reminders')).body
        .filter((each: { kind: string }) => each.kind === 'spending_due')
        .map((each: { sentence: string }) => each.sentence),
    ).toEqual(['课后看护经费 2026 年度的经费应在 2026-12-20 前支出，还剩 10,000.00 元。'])
  })

  it('are sent by hand to schools that have not done it, once a day', async () => {
    test.clock.set('2026-10-20T01:00:00Z')
    const funded = await fundedSchool(test, 1)
    const other = await fundedSchool(test, 1, funded.fund)
    const created = await other.officer.post('/api/declarations', {
      schoolId: other.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    await other.officer.post(`/api/declarations/${created.body.id}/submit`)
    const request = {
      schoolIds: [funded.school.id, other.school.id],
      kind: 'declaration_due',
      fundId: funded.fund.id,
      fiscalYear: 2026,
    }
    expect((await funded.education.post('/api/reminders', request)).body).toEqual({
      sentCount: 1,
      askedCount: 2,
    })
    expect((await funded.education.post('/api/reminders', request)).body).toEqual({
      sentCount: 1,
      askedCount: 2,
    })
    expect(await ofSchool(funded.school.id)).toHaveLength(1)
    expect((await funded.officer.get('/api/reminders')).body).toEqual([
      expect.objectContaining({ dueOn: '2026-10-27', isLate: false }),
    ])
    expect((await funded.officer.post('/api/reminders', request)).status).toBe(403)
    const district = await test.as(
      await test.world.user('education_finance_officer', { regionCode: '140214' }),
    )
    expect((await district.post('/api/reminders', request)).status).toBe(404)
    expect((await funded.education.post('/api/reminders', { ...request, schoolIds: [] })).status).toBe(400)
  })

  it('sent ten times at once answer alike, and are there once', async () => {
    test.clock.set('2026-10-21T01:00:00Z')
    const funded = await fundedSchool(test, 1)
    const request = {
      schoolIds: [funded.school.id],
      kind: 'declaration_due',
      fundId: funded.fund.id,
      fiscalYear: 2026,
    }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => funded.education.post('/api/reminders', request)),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200))
    expect(answers.map((answer) => answer.body)).toEqual(Array(10).fill({ sentCount: 1, askedCount: 1 }))
    expect(await ofSchool(funded.school.id)).toMatchObject([{ fundId: funded.fund.id, fiscalYear: 2026 }])
  })
})
