/** Money that comes after its year was settled. */
import { TestApp } from '../../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, fundPolicy } from '../../../test/funding-world.js'
import { Allotment, leftOf, LedgerService } from '../../ledger/index.js'
import { fen } from '../../platform/money.js'

describe('money that comes after its year was settled', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const create = (funded: FundedSchool) =>
    funded.officer.post('/api/settlements', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
  const lefts = async (funded: FundedSchool, fiscalYear: number) =>
    (await test.database.read.findBy(Allotment, { schoolId: funded.school.id, fiscalYear })).map((row) => [
      row.classKey === 0,
      leftOf(row),
    ])

  it('settles by itself what came after a year was settled, and only while there is something', async () => {
    const funded = await fundedSchool(test, 2)
    await fundPolicy(test, funded.fund, { leftover: 'carry' })
    await allotted(test, funded)
    const first = (await create(funded)).body.id as number
    await funded.officer.post(`/api/settlements/${first}/submit`)
    expect((await funded.principal.post(`/api/settlements/${first}/approve`)).body.status).toBe('settled')
    expect((await create(funded)).body.code).toBe('funding.settlement_nothing_later')
    // Approved and received: the one as a memorandum, the other as money.
    const late = (amountFen: number) =>
      test.database.transaction((tx) =>
        test.nest.get(LedgerService).post(
          tx,
          { userId: 1 } as never,
          (
            [
              ['approve', 'M120', 'M000'],
              ['receive', 'A110', 'R400'],
            ] as const
          ).map(([kind, debit, credit]) => ({
            schoolId: funded.school.id,
            kind,
            businessKey: `late:${kind}:${funded.school.id}:${amountFen}`,
            source: { entity: 'appropriation', id: 0, hash: '' },
            lines: [
              {
                debit,
                credit,
                amountFen: fen(amountFen),
                homeClassId: null,
                fundId: funded.fund.id,
                purpose: 'after_school_primary',
                fiscalYear: 2026,
                level: 'district',
              },
            ],
          })),
        ),
      )
    await late(70_000)
    const [one, two] = await Promise.all([create(funded), create(funded)])
    expect([one.status, two.status].sort()).toEqual([201, 422])
    const made = [one, two].find(({ status }) => status === 201)!.body
    expect(made).toMatchObject({ laterNumber: 2, leftFen: 70_000, statement: { carriedOutFen: 2_000_000 } })
    await funded.officer.post(`/api/settlements/${made.id}/submit`)
    expect((await funded.principal.post(`/api/settlements/${made.id}/approve`)).body.status).toBe('settled')
    expect((await lefts(funded, 2026)).every(([, left]) => left === 0)).toBe(true)
    expect(await lefts(funded, 2027)).toEqual([[true, 2_070_000]])
    await late(5)
    expect((await create(funded)).body).toMatchObject({ laterNumber: 3, leftFen: 5 })
  })
})
