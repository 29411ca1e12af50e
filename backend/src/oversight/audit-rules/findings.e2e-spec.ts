import { TestApp } from '../../../test/app.js'
import {
  allotted,
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
} from '../../../test/funding-world.js'
import { Allotment } from '../../ledger/index.js'
import { DeclarationLine } from '../../grants/index.js'
import { Finding } from './finding.entity.js'

describe('audit rules', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(() => test.clock.set('2026-11-23T01:00:00Z'))
  afterAll(() => test.stop())

  /** What the rules find for one school, as sentences by rule. */
  async function foundFor(funded: FundedSchool): Promise<Record<string, string[]>> {
    expect((await funded.principal.post('/api/audit-rules/run', {})).status).toBe(200)
    const { body } = await funded.principal.get('/api/findings', { isThere: 'yes', pageSize: 200 })
    const byRule: Record<string, string[]> = {}
    for (const { rule, sentence } of body.items as { rule: string; sentence: string }[])
      (byRule[rule] ??= []).push(sentence)
    return byRule
  }

  it('are listed with what they find now or wait for', async () => {
    const auditor = await test.as(await test.world.user('auditor'))
    const { body } = await auditor.get('/api/audit-rules')
    expect(body).toHaveLength(24)
    expect(body.find((rule: { code: string }) => rule.code === 'charge_above_cap')).toMatchObject({
      number: 1,
      waitsFor: '收费尚未记入系统',
    })
    expect((await auditor.post('/api/audit-rules/run', {})).status).toBe(403)
  })

  it('find nothing where all is well, and a small class where it is not', async () => {
    const funded = await fundedSchool(test, 1)
    for (let count = 0; count < 5; count += 1)
      await test.world.student({ school: funded.school, homeClass: funded.classes[0]! })
    await allotted(test, funded)
    expect(await foundFor(funded)).toEqual({})
    const other = await fundedSchool(test, 1)
    await approvedDeclaration(test, other)
    expect(await foundFor(other)).toEqual({ empty_class: ['三(1)班申报时只有 0 名学生。'] })
  })

  it('forget what is gone again, and say since when', async () => {
    const funded = await fundedSchool(test, 1)
    for (let count = 0; count < 5; count += 1)
      await test.world.student({ school: funded.school, homeClass: funded.classes[0]! })
    const [allotmentId] = await allotted(test, funded)
    await test.database.transaction((tx) =>
      tx.update(Allotment, { id: allotmentId! }, { spentFen: 1 as never }),
    )
    expect(await foundFor(funded)).toEqual({ books_disagree: [expect.stringContaining('台账有 1 处不一致')] })
    await test.database.transaction((tx) =>
      tx.update(Allotment, { id: allotmentId! }, { spentFen: 0 as never }),
    )
    expect(await foundFor(funded)).toEqual({})
    expect(await test.database.read.findOneBy(Finding, { schoolId: funded.school.id })).toMatchObject({
      goneAt: expect.any(Date),
    })
  })
})

describe('findings', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('are given to somebody with a date, mended, and verified by another only when the rule is quiet', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await approvedDeclaration(test, funded)
    await funded.principal.post('/api/audit-rules/run', {})
    const [finding] = (await funded.principal.get('/api/findings')).body.items
    expect(finding).toMatchObject({ rule: 'empty_class', status: 'open', actions: ['assign'] })
    const owners = (await funded.principal.get(`/api/findings/${finding.id}/owners`)).body
    const owner = owners.find((each: { role: string }) => each.role === 'school_finance_officer')
    expect(
      (
        await funded.principal.post(`/api/findings/${finding.id}/assign`, {
          ownerId: owner.id,
          dueOn: '2020-01-01',
        })
      ).body.code,
    ).toBe('funding.due_in_past')
    expect(
      (
        await funded.principal.post(`/api/findings/${finding.id}/assign`, {
          ownerId: funded.educationUser.id,
          dueOn: '2099-01-01',
        })
      ).body.code,
    ).toBe('funding.owner_unfit')
    expect(
      (
        await funded.principal.post(`/api/findings/${finding.id}/assign`, {
          ownerId: owner.id,
          dueOn: '2099-01-01',
        })
      ).body,
    ).toMatchObject({ status: 'rectifying', ownerName: owner.displayName, dueOn: '2099-01-01' })
    expect((await funded.officer.post(`/api/findings/${finding.id}/rectify`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (await funded.officer.post(`/api/findings/${finding.id}/rectify`, { comment: '学生已补录。' })).body
        .status,
    ).toBe('rectified')
    expect((await funded.officer.post(`/api/findings/${finding.id}/verify`)).status).toBe(403)
    expect((await funded.bureau.post(`/api/findings/${finding.id}/verify`)).body.code).toBe(
      'funding.finding_still_there',
    )
    await test.database.transaction(async (tx) => {
      const line = await tx.findOneByOrFail(DeclarationLine, { declarationId: id })
      await tx.update(
        DeclarationLine,
        { id: line.id },
        { counts: { ...line.counts, enrolled: 30 }, recorded: { ...line.recorded, enrolled: 30 } },
      )
    })
    expect((await funded.bureau.post(`/api/findings/${finding.id}/verify`)).body.status).toBe('verified')
    const stranger = await test.as(await test.world.user('principal'))
    expect((await stranger.get(`/api/findings/${finding.id}`)).status).toBe(404)
    expect((await stranger.post('/api/audit-rules/run', { schoolId: funded.school.id })).status).toBe(404)
  })

  it('stay single when two runs come at once', async () => {
    const funded = await fundedSchool(test, 1)
    await approvedDeclaration(test, funded)
    await Promise.all([1, 2, 3].map(() => funded.principal.post('/api/audit-rules/run', {})))
    expect(await test.database.read.countBy(Finding, { schoolId: funded.school.id })).toBe(1)
    const notice = await issuedNotice(funded)
    expect(notice.lines).toHaveLength(1)
  })
})
