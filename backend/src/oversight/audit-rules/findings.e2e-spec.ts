import { TestApp } from '../../../test/app.js'
import {
  allotted,
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
} from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { Allotment } from '../../ledger/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
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
    expect(body).toHaveLength(28)
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
    expect(await foundFor(other)).toEqual({ small_class: ['三(1)班申报时只有 1 名学生。'] })
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
    expect(finding).toMatchObject({ rule: 'small_class', status: 'open', actions: ['assign'] })
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

  /** A finding that the school says it has mended. */
  async function rectified(funded: FundedSchool): Promise<number> {
    await approvedDeclaration(test, funded)
    await funded.principal.post('/api/audit-rules/run', {})
    const { id } = (await funded.principal.get('/api/findings')).body.items[0] as { id: number }
    const owners = (await funded.principal.get(`/api/findings/${id}/owners`)).body as {
      id: number
      role: string
    }[]
    const ownerId = owners.find(({ role }) => role === 'school_finance_officer')!.id
    await funded.principal.post(`/api/findings/${id}/assign`, { ownerId, dueOn: '2026-12-01' })
    const done = await funded.officer.post(`/api/findings/${id}/rectify`, { comment: '学生已补录。' })
    expect(done.body.status).toBe('rectified')
    return id
  }
  const historyOf = async (id: number) =>
    (
      await test.database.read.find(Transition, {
        where: { entity: 'finding', entityId: id },
        order: { id: 'ASC' },
      })
    ).map(({ event, toState, comment }) => `${event} ${toState} ${comment ?? ''}`.trim())

  it('are sent back with a reason to whoever mends them, and mended again', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await rectified(funded)
    const sendBack = (comment?: string) =>
      funded.bureau.post(`/api/findings/${id}/send-back`, comment ? { comment } : {})
    expect((await funded.officer.post(`/api/findings/${id}/send-back`, { comment: '再看' })).status).toBe(403)
    expect((await sendBack()).body.code).toBe('state.comment_needed')
    const answers = await Promise.all([1, 2].map(() => sendBack('还没有补录')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await test.database.read.findOneBy(Finding, { id })).toMatchObject({
      status: 'rectifying',
      dueOn: '2026-12-01',
    })
    expect((await funded.officer.post(`/api/findings/${id}/rectify`, { comment: '已补录' })).status).toBe(200)
    expect(await historyOf(id)).toEqual([
      'assign rectifying',
      'rectify rectified 学生已补录。',
      'send-back rectifying 还没有补录',
      'rectify rectified 已补录',
    ])
  })

  it('are dismissed with a reason by who has not mended them, and stay dismissed', async () => {
    const funded = await fundedSchool(test, 1)
    const id = await rectified(funded)
    const dismiss = (comment?: string) =>
      funded.bureau.post(`/api/findings/${id}/dismiss`, comment ? { comment } : {})
    expect((await funded.principal.post(`/api/findings/${id}/dismiss`, { comment: '没事' })).status).toBe(403)
    expect((await dismiss()).body.code).toBe('state.comment_needed')
    const elsewhere = await test.as(await test.world.user('bureau_officer', { regionCode: '1403' }))
    expect((await elsewhere.post(`/api/findings/${id}/dismiss`, { comment: '没事' })).status).toBe(404)
    const answers = await Promise.all([1, 2].map(() => dismiss('小规模学校，情况属实。')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await funded.principal.post('/api/audit-rules/run', {})
    expect((await test.database.read.findOneByOrFail(Finding, { id })).status).toBe('dismissed')
    expect(await historyOf(id)).toEqual([
      'assign rectifying',
      'rectify rectified 学生已补录。',
      'dismiss dismissed 小规模学校，情况属实。',
    ])
  })

  it('stand in the exported list with who mends them until when', async () => {
    const funded = await fundedSchool(test, 1)
    await rectified(funded)
    const { raw } = await funded.principal.get('/api/findings/export.xlsx')
    const { ownerName } = (await funded.principal.get('/api/findings')).body.items[0]
    const [titles, ...rows] = readWorkbook(raw, 'findings.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    expect(titles).toEqual([
      '学校',
      '来源',
      '文号',
      '问题',
      '发现',
      '金额',
      '年度',
      '状态',
      '责任人',
      '整改期限',
    ])
    expect(rows).toEqual([
      [
        funded.school.name,
        '审计规则',
        null,
        '申报的班级学生很少',
        '三(1)班申报时只有 1 名学生。',
        null,
        2026,
        '等核实',
        ownerName,
        // 1 December as a sheet keeps it.
        Date.parse('2026-12-01') / 86_400_000 + 25_569,
      ],
    ])
  })

  describe('from outside', () => {
    const paper = {
      institution: '市审计局',
      documentNumber: '同审报〔2026〕12号',
      foundOn: '2026-11-10',
      problem: 'irregular_accounting',
      text: '课后服务经费与公用经费混在一起核算。',
      amountFen: 123_456,
      dueOn: '2099-01-31',
    }
    const enter = (funded: FundedSchool, rest: object = {}, by = funded.bureau) =>
      by.post('/api/findings', { schoolId: funded.school.id, ...paper, ...rest })
    const file = { name: '整改报告.pdf', bytes: Buffer.from('%PDF-1.7\n整改') }

    beforeEach(() => test.clock.set('2026-11-23T01:00:00Z'))

    it('are entered once, changed while open, and left alone by the rules', async () => {
      const funded = await fundedSchool(test, 1)
      const entered = await enter(funded)
      expect([entered.status, entered.body]).toMatchObject([
        201,
        { source: 'outside', rule: null, ruleName: '核算不规范', sentence: paper.text, status: 'open' },
      ])
      const { id, revision } = entered.body
      expect(await test.database.read.findOneByOrFail(Finding, { id })).toMatchObject({
        institution: '市审计局',
        amountFen: 123_456,
        fiscalYear: 2026,
        goneAt: null,
      })
      expect((await enter(funded)).body.code).toBe('funding.finding_entered')
      expect((await enter(funded, { text: '别的', foundOn: '2026-11-24' })).body.code).toBe(
        'funding.finding_later',
      )
      expect((await enter(funded, { text: '别的', dueOn: '2026-11-09' })).body.code).toBe(
        'funding.finding_due_first',
      )
      expect((await enter(funded, {}, funded.officer)).status).toBe(403)
      const elsewhere = await test.as(await test.world.user('bureau_officer', { regionCode: '1403' }))
      expect((await enter(funded, {}, elsewhere)).status).toBe(404)
      const neighbour = await test.as(await test.world.user('principal'))
      expect((await enter(funded, { text: '别的' }, neighbour)).status).toBe(404)
      const change = (given: object) => funded.bureau.patch(`/api/findings/${id}`, { revision, ...given })
      expect((await change({ amountFen: null, problem: 'unrelated_spending' })).body).toMatchObject({
        amountFen: null,
        ruleName: '列支无关支出',
      })
      expect((await change({ amountFen: 5 })).status).toBe(409)
      // The audited school reads it, and neither rewords it nor gives itself more time.
      const theirs = (await funded.principal.get(`/api/findings/${id}`)).body
      expect(theirs.actions).not.toContain('update')
      const reworded = await funded.principal.patch(`/api/findings/${id}`, { text: '没有问题' })
      expect([reworded.status, reworded.body.code]).toEqual([422, 'funding.finding_of_office'])
      const [owner] = (await funded.principal.get(`/api/findings/${id}/owners`)).body
      const late = { ownerId: owner.id, dueOn: '2099-12-31' }
      expect((await funded.principal.post(`/api/findings/${id}/assign`, late)).body.code).toBe(
        'funding.finding_due_later',
      )
      const ownEntry = (await enter(funded, { text: '学校自己收到的通知' }, funded.principal)).body
      expect(ownEntry.actions).toContain('update')
      expect(
        (await funded.principal.patch(`/api/findings/${ownEntry.id}`, { text: '学校收到的通知' })).status,
      ).toBe(200)
      await funded.principal.post('/api/audit-rules/run', {})
      expect(await test.database.read.findOneByOrFail(Finding, { id })).toMatchObject({ goneAt: null })
      const { items } = (await funded.principal.get('/api/findings', { source: 'outside' })).body
      expect(items).toMatchObject([{ institution: '市审计局' }, { id, institution: '市审计局' }])
    })

    it('are answered with papers, returned, verified by another, and closed when the institution accepts', async () => {
      const funded = await fundedSchool(test, 1)
      const { id } = (await enter(funded)).body
      const act = (client: FundedSchool['officer'], event: string, body: object = {}) =>
        client.post(`/api/findings/${id}/${event}`, body)
      const [owner] = (await funded.bureau.get(`/api/findings/${id}/owners`)).body
      await act(funded.bureau, 'assign', { ownerId: owner.id, dueOn: '2099-01-31' })
      expect((await funded.bureau.patch(`/api/findings/${id}`, { text: '改写' })).status).toBe(409)
      const answer = { comment: '已分开核算。' }
      expect((await act(funded.officer, 'rectify', answer)).body.code).toBe('funding.finding_needs_paper')
      const of = { entity: 'finding', entityId: String(id) }
      expect((await funded.officer.upload('/api/attachments', of, file)).status).toBe(201)
      expect((await act(funded.officer, 'rectify', answer)).body.status).toBe('rectified')
      expect((await act(funded.bureau, 'send-back', { comment: '缺凭证' })).body.status).toBe('rectifying')
      expect((await act(funded.officer, 'rectify', answer)).body.status).toBe('rectified')
      expect((await act(funded.bureau, 'verify')).body).toMatchObject({
        status: 'verified',
        actions: ['send-back', 'close'],
      })
      const unsettled = await funded.bureau.get('/api/findings', {
        schoolId: funded.school.id,
        isSettled: 'no',
      })
      expect(unsettled.body.items).toMatchObject([{ id }])
      expect((await funded.bureau.post(`/api/findings/${id}/close`)).body.code).toBe('state.comment_needed')
      expect(
        (await funded.bureau.post(`/api/findings/${id}/close`, { comment: '审计局已复函认可。' })).body,
      ).toMatchObject({
        status: 'closed',
        actions: [],
      })
      expect(await historyOf(id)).toEqual([
        'create open',
        'assign rectifying',
        'rectify rectified 已分开核算。',
        'send-back rectifying 缺凭证',
        'rectify rectified 已分开核算。',
        'verify verified',
        'close closed 审计局已复函认可。',
      ])
    })
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
