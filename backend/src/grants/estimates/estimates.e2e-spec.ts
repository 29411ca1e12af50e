import { TestApp } from '../../../test/app.js'
import { type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { fen } from '../../platform/money.js'
import { FundPolicy } from '../../entitlement/index.js'
import { Estimate } from './estimate.entity.js'

describe('estimates', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const begin = (funded: FundedSchool, fiscalYear?: number) =>
    funded.officer.post('/api/estimates', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      ...(fiscalYear ? { fiscalYear } : {}),
    })

  it('is prefilled for next year with what the records say today, and shows its deadline', async () => {
    const funded = await fundedSchool(test, 2)
    await test.world.make(FundPolicy, {
      fundId: funded.fund.id,
      regionCode: '14',
      publicationWorkdays: 5,
      leftover: 'carry',
      estimateDueDay: '10-31',
      declarationDueDay: null,
      spendingDueDay: null,
      distributionDays: null,
      payRateCapFen: null,
      teacherSharePerMille: null,
      leastParticipants: null,
      standardsBy: 'count_day',
      budgetCategory: null,
      validFromOn: '2019-01-01',
      validToOn: null,
      issuer: '省财政厅',
      documentNumber: '晋财教〔2019〕1号',
    })
    const made = await begin(funded)
    expect(made.body).toMatchObject({
      fiscalYear: 2027,
      status: 'draft',
      classCount: 2,
      amountFen: 2_000_000,
      recordedFen: 2_000_000,
      dueOn: '2026-10-31',
      isLate: true,
      actions: ['submit', 'update'],
      reason: null,
    })
    expect(made.body.sentences[0]).toBe('2 个班 × 10,000.00 元 × 12/12 = 20,000.00 元')
    const again = await begin(funded)
    expect([again.status, again.body.code]).toEqual([422, 'funding.estimate_exists'])
    expect((await begin(funded, 2010)).body.code).toBe('funding.not_entitled_not_yet_in_force')
    expect(
      (await funded.education.get('/api/estimates', { fundId: funded.fund.id, fiscalYear: 2027 })).body.items,
    ).toMatchObject([{ schoolId: funded.school.id, amountFen: 2_000_000, isLate: true }])
  })

  it('takes expected counts with a reason, and targets; then it is locked', async () => {
    const funded = await fundedSchool(test, 1)
    await test.world.standard({ fund: funded.fund, model: 'per_enrolled', amountFen: fen(10_000) })
    const { id } = (await begin(funded)).body
    const expected = [{ homeClassId: funded.classes[0]!.id, enrolled: 45, participants: 40 }]
    expect((await funded.officer.patch(`/api/estimates/${id}`, { expected })).body.code).toBe(
      'funding.estimate_reason_needed',
    )
    expect(
      (
        await funded.officer.patch(`/api/estimates/${id}`, {
          expected: [{ homeClassId: 999_999 }],
          reason: '扩招',
        })
      ).body.code,
    ).toBe('funding.estimate_class_unknown')
    expect(
      (await funded.officer.patch(`/api/estimates/${id}`, { targets: { satisfactionPerMille: 1001 } }))
        .status,
    ).toBe(400)
    const changed = await funded.officer.patch(`/api/estimates/${id}`, {
      expected,
      reason: '秋季扩招',
      targets: { satisfactionPerMille: 950, note: '每周五天' },
    })
    expect(changed.body).toMatchObject({
      amountFen: 1_450_000,
      recordedFen: 1_010_000,
      targets: { satisfactionPerMille: 950, note: '每周五天' },
      lines: [
        {
          isChanged: true,
          recorded: { enrolled: 1 },
          expected: { enrolled: 45, participants: 40 },
          amountFen: 1_450_000,
        },
      ],
    })
    expect(await test.database.read.findOneBy(Estimate, { id })).toMatchObject({
      amountFen: 1_450_000,
      reason: '秋季扩招',
      snapshotHash: null,
    })
    await funded.officer.post(`/api/estimates/${id}/submit`)
    expect((await test.database.read.findOneByOrFail(Estimate, { id })).snapshotHash).toMatch(
      /^[0-9a-f]{64}$/,
    )
    expect((await funded.officer.patch(`/api/estimates/${id}`, { reason: '再改' })).status).toBe(409)
  })

  it('goes from the school to education to finance, by three people, or back with a reason', async () => {
    const funded = await fundedSchool(test, 1)
    const { id } = (await begin(funded)).body
    expect((await funded.education.post(`/api/estimates/${id}/review`)).status).toBe(409)
    await funded.officer.post(`/api/estimates/${id}/submit`)
    expect((await funded.officer.post(`/api/estimates/${id}/review`)).status).toBe(403)
    expect((await funded.education.post(`/api/estimates/${id}/send-back`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (await funded.education.post(`/api/estimates/${id}/send-back`, { comment: '目标没有填' })).body.status,
    ).toBe('returned')
    await funded.officer.post(`/api/estimates/${id}/submit`)
    await funded.officer.post(`/api/estimates/${id}/withdraw`)
    await funded.officer.post(`/api/estimates/${id}/submit`)
    const both = await Promise.all([
      funded.education.post(`/api/estimates/${id}/review`),
      (await test.as(await test.world.user('education_finance_officer'))).post(`/api/estimates/${id}/review`),
    ])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(
      (await funded.finance.post(`/api/estimates/${id}/refer-back`, { comment: '超出预算' })).body.status,
    ).toBe('returned')
    await funded.officer.post(`/api/estimates/${id}/submit`)
    await funded.education.post(`/api/estimates/${id}/review`)
    expect((await funded.treasurer.post(`/api/estimates/${id}/approve`)).body).toMatchObject({
      status: 'approved',
      actions: [],
    })
  })

  it('is printed and exported, and does not exist for another school', async () => {
    const funded = await fundedSchool(test, 1)
    const { id } = (await begin(funded)).body
    expect((await funded.officer.get(`/api/estimates/${id}/paper.docx`)).raw.subarray(0, 2).toString()).toBe(
      'PK',
    )
    expect(
      (await funded.officer.inEnglish().get(`/api/estimates/${id}/paper.pdf`)).raw.subarray(0, 5).toString(),
    ).toBe('%PDF-')
    expect((await funded.education.get('/api/estimates/export.xlsx')).raw.subarray(0, 2).toString()).toBe(
      'PK',
    )
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    for (const path of ['', '/paper.pdf', '/paper.docx'])
      expect((await stranger.get(`/api/estimates/${id}${path}`)).status).toBe(404)
    expect(
      (await stranger.post('/api/estimates', { schoolId: funded.school.id, fundId: funded.fund.id })).status,
    ).toBe(404)
    expect((await stranger.patch(`/api/estimates/${id}`, { reason: '别人的' })).status).toBe(404)
    const made = await Promise.all([begin(funded, 2028), begin(funded, 2028)])
    expect(made.map((answer) => answer.status).sort()).toEqual([201, 422])
  })
})
