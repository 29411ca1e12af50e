import fc from 'fast-check'
import { TestApp } from '../../../test/app.js'
import {
  booked,
  approvedDeclaration,
  approveSubmitted,
  type FundedSchool,
  fundedSchool,
} from '../../../test/funding-world.js'
import { HomeClass } from '../../organisation/index.js'
import { fen } from '../../platform/money.js'
import { Allotment, verifyLedger } from '../../ledger/index.js'
import { Claim } from '../appropriations/claim.entity.js'
import { FundingStandard } from '../../entitlement/index.js'
import { Declaration } from './declaration.entity.js'

interface Difference {
  homeClassId: number
  kind: string
  differenceFen: number
  why: string[]
}

describe('differences and supplementary declarations', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const close = (id: number) =>
    test.database.transaction((tx) => tx.update(HomeClass, { id }, { endsOn: '2026-09-01', isActive: false }))
  const supplement = (funded: FundedSchool, id: number) =>
    funded.officer.post(`/api/declarations/${id}/supplement`, { reason: '班级变动' })
  const differences = async (funded: FundedSchool, id: number) =>
    (await funded.officer.get(`/api/declarations/${id}/differences`)).body

  it('are nothing while nothing has changed', async () => {
    const funded = await fundedSchool(test)
    const id = await approvedDeclaration(test, funded)
    expect(await differences(funded, id)).toMatchObject({
      totalDifferenceFen: 0,
      maySupplement: false,
      openId: null,
      notEntitled: null,
    })
    const needless = await supplement(funded, id)
    expect([needless.status, needless.body.code]).toEqual([422, 'funding.no_difference'])
    expect(await test.database.read.countBy(Declaration, { schoolId: funded.school.id })).toBe(1)
  })

  it('name a class that is new and one that is gone, and go the whole way again with swapped sides in the ledger', async () => {
    const funded = await fundedSchool(test, 3)
    const [gone, , kept] = funded.classes
    const id = await approvedDeclaration(test, funded)
    await close(gone!.id)
    await test.database.transaction((tx) =>
      tx.update(FundingStandard, { fundId: funded.fund.id }, { validToOn: '2026-06-30' }),
    )
    await test.world.standard({
      fund: funded.fund,
      amountFen: fen(1_200_000),
      validFromOn: '2026-07-01',
      version: 2,
      documentNumber: '同财教〔2026〕8号',
    })
    const fresh = await test.world.homeClass({ school: funded.school, number: 9 })
    await test.world.student({ school: funded.school, homeClass: fresh })
    const shown = await differences(funded, id)
    expect(shown).toMatchObject({
      declaredFen: 3_000_000,
      entitledFen: 3_600_000,
      totalDifferenceFen: 600_000,
      maySupplement: true,
      levels: [{ level: 'city', differenceFen: 600_000 }],
    })
    const byClass = new Map((shown.classes as Difference[]).map((each) => [each.homeClassId, each]))
    expect(byClass.get(gone!.id)).toMatchObject({ kind: 'gone', differenceFen: -1_000_000 })
    expect(byClass.get(fresh.id)).toMatchObject({ kind: 'new', differenceFen: 1_200_000 })
    expect(byClass.get(kept!.id)).toMatchObject({
      kind: 'changed',
      differenceFen: 200_000,
      why: ['标准由 10,000.00 元（同财教〔2019〕1号）改为 12,000.00 元（同财教〔2026〕8号）。'],
    })
    const made = await supplement(funded, id)
    expect(made.body).toMatchObject({
      status: 'draft',
      sequence: 1,
      supplementsId: id,
      classCount: 4,
      amountFen: 600_000,
      reason: '班级变动',
      levels: [{ level: 'city', amountFen: 600_000 }],
    })
    expect(made.body.sentences.at(-1)).toBe(
      '应得 36,000.00 元 − 以前各次申报 30,000.00 元 = 本次补充 6,000.00 元。',
    )
    const again = await supplement(funded, id)
    expect([again.status, again.body.code]).toEqual([422, 'funding.supplement_open'])
    await funded.officer.post(`/api/declarations/${made.body.id}/submit`)
    await approveSubmitted(test, funded, made.body.id)
    expect(await test.database.read.findOneBy(Claim, { schoolId: funded.school.id })).toMatchObject({
      level: 'city',
      approvedFen: 3_600_000,
    })
    const lines = await booked(test, { sourceEntity: 'declaration', sourceId: made.body.id })
    expect(
      lines
        .filter((line) => line.homeClassId === gone!.id)
        .map((line) => [line.kind, line.debitAccount, line.creditAccount, line.amountFen]),
    ).toEqual([
      ['declare', 'M000', 'M110', 1_000_000],
      ['approve', 'M000', 'M120', 1_000_000],
    ])
    expect(await test.database.read.findOneBy(Allotment, { homeClassId: gone!.id })).toMatchObject({
      declaredFen: 0,
      approvedFen: 0,
    })
    expect(await differences(funded, id)).toMatchObject({ totalDifferenceFen: 0, maySupplement: false })
    // The first declaration is as it was, and both can be computed again.
    for (const each of [id, made.body.id as number])
      expect((await funded.education.get(`/api/declarations/${each}/recompute`)).body.agrees).toBe(true)
    expect((await funded.officer.get(`/api/declarations/${id}`)).body).toMatchObject({
      amountFen: 3_000_000,
      status: 'approved',
      chain: [{ sequence: 0 }, { sequence: 1, amountFen: 600_000 }],
    })
  })

  it('need the earlier declaration to be approved, a reason, and the right person', async () => {
    const funded = await fundedSchool(test)
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    expect((await supplement(funded, id)).body.code).toBe('funding.supplement_open')
    expect((await funded.officer.post(`/api/declarations/${id}/supplement`)).body.fields[0].field).toBe(
      'reason',
    )
    expect(
      (await funded.education.post(`/api/declarations/${id}/supplement`, { reason: '班级变动' })).status,
    ).toBe(403)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.post(`/api/declarations/${id}/supplement`, { reason: '班级变动' })).status).toBe(
      404,
    )
  })

  it('make one of two that begin at once', async () => {
    const funded = await fundedSchool(test)
    const id = await approvedDeclaration(test, funded)
    await test.world.homeClass({ school: funded.school, number: 8 })
    const answers = await Promise.all([supplement(funded, id), supplement(funded, id)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
    expect(await test.database.read.countBy(Declaration, { schoolId: funded.school.id, sequence: 1 })).toBe(1)
  })

  it('say that a school is no longer entitled, which is not a difference of everything', async () => {
    const funded = await fundedSchool(test)
    const id = await approvedDeclaration(test, funded)
    await test.database.transaction((tx) =>
      tx.update(FundingStandard, { fundId: funded.fund.id }, { validToOn: '2026-01-31' }),
    )
    expect(await differences(funded, id)).toMatchObject({
      notEntitled: { code: 'no_longer_in_force' },
      entitledFen: null,
      totalDifferenceFen: null,
      maySupplement: false,
    })
    expect((await supplement(funded, id)).body.code).toBe('funding.not_entitled_no_longer_in_force')
  })

  it('lead, whatever happens to the classes, to the entitlement of the latest register, in sums and for each level', async () => {
    const step = fc.record({
      what: fc.constantFrom('open', 'close', 'enrol'),
      count: fc.integer({ min: 1, max: 2 }),
    })
    let number = 20
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        async (rounds) => {
          const funded = await fundedSchool(test, 2)
          const shares = [
            { level: 'city', weight: 1 },
            { level: 'district', weight: 2 },
          ] as const
          await test.world.standard({
            fund: funded.fund,
            model: 'per_enrolled',
            amountFen: fen(3_333),
            sharePerMille: 777,
            roundAt: 'school',
            shares: [...shares],
          })
          const first = await approvedDeclaration(test, funded)
          const open = [...funded.classes]
          for (const round of rounds) {
            for (const { what, count } of round) {
              if (what === 'open')
                open.push(await test.world.homeClass({ school: funded.school, number: (number += 1) }))
              else if (what === 'close' && open.length > 1) await close(open.shift()!.id)
              else
                for (let each = 0; each < count; each += 1)
                  await test.world.student({ school: funded.school, homeClass: open.at(-1)! })
            }
            const made = await supplement(funded, first)
            if (made.status !== 201) expect(made.body.code).toBe('funding.no_difference')
            else {
              await funded.officer.post(`/api/declarations/${made.body.id}/submit`)
              await approveSubmitted(test, funded, made.body.id)
              expect(
                (await funded.officer.get(`/api/declarations/${made.body.id}/recompute`)).body.agrees,
              ).toBe(true)
            }
            const entitled = (
              await funded.officer.get('/api/funding-standards/entitlement', {
                schoolId: funded.school.id,
                fundId: funded.fund.id,
                fiscalYear: 2026,
              })
            ).body
            const declarations = await test.database.read.findBy(Declaration, {
              schoolId: funded.school.id,
              status: 'approved',
            })
            expect(declarations.reduce((sum, each) => sum + each.amountFen, 0)).toBe(entitled.totalFen)
            const claims = await test.database.read.findBy(Claim, { schoolId: funded.school.id })
            expect(new Map(claims.map((claim) => [claim.level, claim.approvedFen]))).toEqual(
              new Map(
                entitled.levels.map((each: { level: string; amountFen: number }) => [
                  each.level,
                  each.amountFen,
                ]),
              ),
            )
            const standings = await test.database.read.findBy(Allotment, { schoolId: funded.school.id })
            expect(
              new Map(
                standings
                  .filter((each) => each.approvedFen !== 0)
                  .map((each) => [each.homeClassId, each.approvedFen]),
              ),
            ).toEqual(
              new Map(
                entitled.lines
                  .filter((line: { amountFen: number }) => line.amountFen !== 0)
                  .map((line: { homeClassId: number; amountFen: number }) => [
                    line.homeClassId,
                    line.amountFen,
                  ]),
              ),
            )
          }
        },
      ),
      { numRuns: 5 },
    )
    expect(await verifyLedger(test.database.read)).toMatchObject({ problems: [] })
  }, 120_000)
})
