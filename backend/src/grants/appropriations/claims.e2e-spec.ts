import { TestApp } from '../../../test/app.js'
import {
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
} from '../../../test/funding-world.js'
import { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'
import { Claim } from './claim.entity.js'

interface Row {
  id: number
  schoolId: number
  schoolName: string
  classCount: number
  claimFen: number
  amountFen: number
}
const title = '关于下达课后服务补助经费的通知'
const draftOf = (funded: FundedSchool, rest: object = {}) =>
  funded.education.post('/api/appropriations', { fundId: funded.fund.id, fiscalYear: 2026, title, ...rest })

describe('claims', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('drafts a notice of all approved declarations that adds up exactly', async () => {
    const first = await fundedSchool(test, 2, undefined, { name: '甲小学' })
    const second = await fundedSchool(test, 3, first.fund, { name: '乙小学' })
    await approvedDeclaration(test, first)
    await approvedDeclaration(test, second)
    const draft = await first.education.post('/api/appropriations', {
      fundId: first.fund.id,
      fiscalYear: 2026,
      title: '关于下达课后看护经费的通知',
    })
    expect(draft.status).toBe(201)
    expect(draft.body).toMatchObject({
      status: 'draft',
      totalFen: 5_000_000,
      documentNumber: null,
      actions: ['submit', 'update', 'delete'],
    })
    expect(draft.body.lines.map((line: Row) => [line.schoolName, line.classCount, line.amountFen])).toEqual([
      ['乙小学', 3, 3_000_000],
      ['甲小学', 2, 2_000_000],
    ])
    const nothing = await first.education.post('/api/appropriations', {
      fundId: first.fund.id,
      fiscalYear: 2026,
      title: '再来一次',
    })
    expect([nothing.status, nothing.body.code]).toEqual([422, 'funding.nothing_approved'])
  })

  it('frees its declarations when a draft is thrown away', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (
      await funded.education.post('/api/appropriations', {
        fundId: funded.fund.id,
        fiscalYear: 2026,
        title: '通知',
      })
    ).body
    expect((await funded.education.delete(`/api/appropriations/${id}`)).status).toBe(204)
    expect((await issuedNotice(funded)).lines).toHaveLength(1)
  })

  it('grants a claim once when two notices are drafted at the same moment', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const other = await test.as(await test.world.user('education_finance_officer'))
    const given = { fundId: funded.fund.id, fiscalYear: 2026, title: '同时起草' }
    const answers = await Promise.all([
      funded.education.post('/api/appropriations', given),
      other.post('/api/appropriations', given),
    ])
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(await test.database.read.countBy(AppropriationLine, { schoolId: funded.school.id })).toBe(1)
  })

  it('shares less than the claims by the largest remainder, and grants the rest by a second notice', async () => {
    const first = await fundedSchool(test, 1)
    const others = [await fundedSchool(test, 1, first.fund), await fundedSchool(test, 1, first.fund)]
    for (const funded of [first, ...others]) await approvedDeclaration(test, funded)
    const part = await draftOf(first, { availableFen: 1_000_001 })
    expect(part.body.lines.map((line: Row) => [line.claimFen, line.amountFen])).toEqual([
      [1_000_000, 333_334],
      [1_000_000, 333_334],
      [1_000_000, 333_333],
    ])
    expect(part.body).toMatchObject({ totalFen: 1_000_001, availableFen: 1_000_001 })
    const rest = await draftOf(first)
    expect(rest.body.lines.map((line: Row) => line.amountFen)).toEqual([666_666, 666_666, 666_667])
    expect((await draftOf(first)).body.code).toBe('funding.nothing_approved')
    expect(
      (await test.database.read.findBy(Claim, { fundId: first.fund.id })).every(
        (claim) => claim.grantedFen === claim.approvedFen,
      ),
    ).toBe(true)
  })

  it('never grants more than the claims when three notices are drafted and mended at once', async () => {
    const funded = await fundedSchool(test, 2)
    const beside = await fundedSchool(test, 2, funded.fund)
    await approvedDeclaration(test, funded)
    await approvedDeclaration(test, beside)
    const people = [
      funded.education,
      await test.as(await test.world.user('education_finance_officer')),
      await test.as(await test.world.user('education_finance_officer')),
    ]
    const drafts = await Promise.all(
      people.map((each) =>
        each.post('/api/appropriations', {
          fundId: funded.fund.id,
          fiscalYear: 2026,
          title,
          availableFen: 1_500_000,
        }),
      ),
    )
    expect(drafts.some((draft) => draft.status === 201)).toBe(true)
    const made = drafts.filter((draft) => draft.status === 201)
    await Promise.all(
      made.map((draft, index) =>
        people[index]!.patch(`/api/appropriations/${draft.body.id}`, {
          reason: '补足',
          amounts: draft.body.lines.map((line: Row) => ({
            lineId: line.id,
            amountFen: 750_000 + index * 400_000,
          })),
        }),
      ),
    )
    for (const claim of await test.database.read.findBy(Claim, { fundId: funded.fund.id })) {
      expect(claim.grantedFen).toBeLessThanOrEqual(claim.approvedFen)
      const lines = await test.database.read.findBy(AppropriationLine, { schoolId: claim.schoolId })
      expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(claim.grantedFen)
    }
    for (const notice of await test.database.read.findBy(Appropriation, { fundId: funded.fund.id })) {
      const lines = await test.database.read.findBy(AppropriationLine, { appropriationId: notice.id })
      expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(notice.totalFen)
    }
  })

  it('grants each level its own share by its own notice', async () => {
    const funded = await fundedSchool(test, 0, await test.world.fund())
    await test.world.standard({
      fund: funded.fund,
      shares: [
        { level: 'city', weight: 4 },
        { level: 'district', weight: 6 },
      ],
    })
    const { school } = funded
    await test.world.student({ school, homeClass: await test.world.homeClass({ school, number: 1 }) })
    await approvedDeclaration(test, funded)
    expect((await draftOf(funded)).body.code).toBe('funding.level_needed')
    const city = await draftOf(funded, { level: 'city' })
    const district = await draftOf(funded, { level: 'district' })
    expect([city.body.level, city.body.totalFen, district.body.level, district.body.totalFen]).toEqual([
      'city',
      400_000,
      'district',
      600_000,
    ])
    const over = await funded.education.patch(`/api/appropriations/${city.body.id}`, {
      reason: '多给一点',
      amounts: [{ lineId: city.body.lines[0].id, amountFen: 400_001 }],
    })
    expect([over.status, over.body.code, over.body.params]).toEqual([
      422,
      'funding.claims_taken',
      { school: funded.school.name, overFen: 1 },
    ])
  })
})
