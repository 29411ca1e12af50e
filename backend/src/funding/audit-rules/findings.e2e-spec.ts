import { TestApp } from '../../../test/app.js'
import {
  allotted,
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
  paid,
  received,
} from '../../../test/funding-world.js'
import { CalendarDay } from '../../organisation/index.js'
import { Allotment } from '../ledger/allotment.entity.js'
import { DeclarationLine } from '../declarations/declaration-line.entity.js'
import { Payment } from '../payments/payment.entity.js'
import { FundPolicy } from '../standards/fund-policy.entity.js'
import { finderCodes } from './find.js'
import { Finding } from './finding.entity.js'
import { auditRules } from './rules.js'

const policy = (funded: FundedSchool) => ({
  fundId: funded.fund.id,
  regionCode: '1402',
  publicationWorkdays: 5,
  leftover: 'return' as const,
  estimateDueDay: null,
  declarationDueDay: null,
  spendingDueDay: null,
  distributionDays: 10,
  payRateCapFen: 7_000,
  teacherSharePerMille: 500,
  budgetCategory: '205',
  validFromOn: '2019-01-01',
  validToOn: null,
  issuer: '市财政局',
  documentNumber: '1号',
})

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

  it('are all either run or named with what they wait for', async () => {
    expect(
      auditRules
        .filter((rule) => rule.waitsFor === null)
        .map((rule) => rule.code)
        .sort(),
    ).toEqual([...finderCodes].sort())
    expect(
      auditRules
        .filter((rule) => rule.number !== null)
        .map((rule) => rule.number)
        .sort((a, b) => a! - b!),
    ).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
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

  it('find what was declared beyond the records, with the declaration as evidence', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await approvedDeclaration(test, funded)
    await test.database.transaction(async (tx) => {
      const line = await tx.findOneByOrFail(DeclarationLine, { declarationId: id })
      await tx.update(
        DeclarationLine,
        { id: line.id },
        { counts: { ...line.counts, enrolled: 40 }, recorded: { ...line.recorded, enrolled: 38 } },
      )
    })
    expect(await foundFor(funded)).toEqual({
      declared_beyond_records: ['三(1)班申报 40 人，记录只有 38 人。'],
    })
    expect(
      await test.database.read.findOneBy(Finding, {
        schoolId: funded.school.id,
        rule: 'declared_beyond_records',
      }),
    ).toMatchObject({ severity: 'error', fiscalYear: 2026, evidence: [{ entity: 'declaration', id }] })
  })

  it('find sessions at one time, on a holiday, before lessons end and with somebody not cleared', async () => {
    const funded = await fundedSchool(test, 1)
    const { school } = funded
    const slot = await test.world.slot({ school })
    const lecturer = await test.world.teacher({ school, kind: 'lecturer', name: '外聘老师' })
    const [first, second] = [
      await test.world.section({ school, teacherId: lecturer.id }),
      await test.world.section({ school }),
    ]
    await test.database.transaction((tx) =>
      tx.update(CalendarDay, { termId: first.termId, dayOn: '2026-11-18' }, { kind: 'holiday' }),
    )
    await test.world.session({ section: first, slot, heldOn: '2026-11-16' })
    await test.world.session({
      section: second,
      slot,
      heldOn: '2026-11-16',
      teacherId: lecturer.id,
      startTime: '17:00',
      endTime: '18:00',
    })
    await test.world.session({ section: second, slot, heldOn: '2026-11-17', startTime: '15:30' })
    await test.world.session({ section: second, slot, heldOn: '2026-11-18' })
    expect(await foundFor(funded)).toEqual({
      teacher_twice: ['外聘老师 2026-11-16 16:30 同时有两节课。'],
      without_clearance: ['外聘老师没有有效准入，从 2026-11-16 起上了 2 节课。'],
      forbidden_day: expect.arrayContaining([
        '2026-11-17 15:30 的课次不在上课日，或早于放学时间。',
        '2026-11-18 16:30 的课次不在上课日，或早于放学时间。',
      ]),
    })
  })

  it('find class-hours never held, pay above the cap, one card for two, and too little for teachers', async () => {
    const funded = await fundedSchool(test, 1)
    for (let count = 0; count < 5; count += 1)
      await test.world.student({ school: funded.school, homeClass: funded.classes[0]! })
    const [allotmentId] = await allotted(test, funded)
    const [teachers, paper] = [
      await paid(funded, { allotmentId: allotmentId!, amountFen: 80_000, account: 'E500', payee: '李老师' }),
      await paid(funded, { allotmentId: allotmentId!, amountFen: 500_000, payee: '材料店' }),
    ]
    await test.database.transaction((tx) =>
      tx.update(
        Payment,
        { id: teachers },
        { lessonCount: 10, payeeAccountHash: 'a'.repeat(64), payeeAccountLast4: '1234' },
      ),
    )
    await test.database.transaction((tx) =>
      tx.update(Payment, { id: paper }, { payeeAccountHash: 'a'.repeat(64), payeeAccountLast4: '1234' }),
    )
    // A policy that was laid down afterwards: before, the payment itself would have been refused.
    await test.world.make(FundPolicy, policy(funded))
    expect(await foundFor(funded)).toEqual({
      hours_beyond_sessions: ['支付了 10 课时，系统里只上了 0 课时。'],
      rate_above_cap: ['800.00 元支付 10 课时，超过每课时 70.00 元的上限。'],
      card_shared: ['尾号 1234 的账户有 2 个收款人。'],
      teachers_share_low: ['支出 5,800.00 元中教师补助 800.00 元，低于 50%。'],
    })
  })

  it('find money that no class got in time, a grant not published, and a year that was not settled', async () => {
    const funded = await fundedSchool(test, 1)
    for (let count = 0; count < 5; count += 1)
      await test.world.student({ school: funded.school, homeClass: funded.classes[0]! })
    await test.world.make(FundPolicy, policy(funded))
    await received(test, funded)
    const educationRun = async () =>
      (await (await test.as(funded.educationUser)).post('/api/audit-rules/run', {})).body
    expect(await foundFor(funded)).toEqual({})
    test.clock.set('2027-01-10T01:00:00Z')
    const principal = await test.as(await test.world.user('principal', { school: funded.school }))
    const later = { ...funded, principal }
    expect(await foundFor(later)).toEqual({
      not_distributed: ['2026-11-23 到账的 10,000.00 元超过 10 天还没有分到班级。'],
      carried_against_policy: ['课后看护经费结余 10,000.00 元，没有按规定结算。'],
    })
    await educationRun()
    const city = await test.as(funded.educationUser)
    const late = (await city.get('/api/findings', { rule: 'published_late', pageSize: 200 })).body.items
    expect(late).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          schoolId: null,
          sentence: '“关于下达课后服务补助经费的通知”2026-11-23 下达后还没有公示。',
        }),
      ]),
    )
  })

  it('find a changed row in the books', async () => {
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
