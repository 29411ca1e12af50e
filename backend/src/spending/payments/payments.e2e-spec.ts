import { TestApp } from '../../../test/app.js'
import {
  booked,
  accountOf,
  allotted,
  type FundedSchool,
  fundedSchool,
  sentToBank,
} from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Allotment, verifyLedger } from '../../ledger/index.js'
import { Student } from '../../people/index.js'
import { Payment } from './payment.entity.js'
import { PaymentLine } from './payment-line.entity.js'
import { nextReference } from './payment-keys.js'

describe('payments', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const given = (allotmentId: number, amountFen: number) => ({
    lines: [{ allotmentId, amountFen, account: 'E530' }],
    ...accountOf('文具店'),
    reason: '美术材料',
  })
  const standing = (id: number) => test.database.read.findOneByOrFail(Allotment, { id })

  async function schoolWithMoney(): Promise<{ funded: FundedSchool; allotmentId: number }> {
    const funded = await fundedSchool(test, 1)
    return { funded, allotmentId: (await allotted(test, funded))[0]! }
  }

  it('commits on submission, stays committed until the bank has paid, and is spent then', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const { id } = (await funded.officer.post('/api/payments', given(allotmentId, 300_000))).body
    expect((await funded.officer.post(`/api/payments/${id}/submit`)).body).toMatchObject({
      status: 'submitted',
      lines: [{ leftAfterFen: 700_000, availableFen: 1_000_000 }],
      reference: `KH${String(id).padStart(8, '0')}`,
    })
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 300_000, spentFen: 0 })
    expect((await funded.officer.post(`/api/payments/${id}/approve`)).status).toBe(403)
    expect((await funded.principal.post(`/api/payments/${id}/approve`)).body).toMatchObject({
      status: 'approved',
      lines: [{ leftAfterFen: 700_000 }],
      actions: [],
    })
    expect((await funded.principal.post(`/api/payments/${id}/check`)).status).toBe(403)
    expect((await funded.centre.post(`/api/payments/${id}/check`)).body).toMatchObject({ status: 'checked' })
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 300_000, spentFen: 0 })
    expect(
      (
        await funded.finance.post(`/api/payments/${id}/register-slip`, {
          paidOn: '2026-11-20',
          bankSerial: 'S1',
        })
      ).body,
    ).toMatchObject({ status: 'paid', paidOn: '2026-11-20', bankSerial: 'S1', actions: ['register-return'] })
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 0, spentFen: 300_000 })
    expect(await booked(test, { sourceEntity: 'payment', sourceId: id })).toMatchObject(
      (['reserve', 'spend'] as const).map((kind) => ({
        kind,
        phase: kind === 'spend' ? 'post' : 'pending',
        debitAccount: 'E530',
        creditAccount: 'A110',
        amountFen: 300_000,
        accountedOn: '2026-11-20',
        level: 'city',
      })),
    )
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('frees the money when it is refused, referred back or withdrawn, and says why', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const submitted = async () => {
      const { id } = (await funded.officer.post('/api/payments', given(allotmentId, 1_000_000))).body
      await funded.officer.post(`/api/payments/${id}/submit`)
      return id as number
    }
    const refused = await submitted()
    expect((await funded.principal.post(`/api/payments/${refused}/refuse`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (await funded.principal.post(`/api/payments/${refused}/refuse`, { comment: '与课后服务无关' })).body,
    ).toMatchObject({ status: 'refused', lines: [{ leftAfterFen: 1_000_000 }] })
    const referred = await submitted()
    await funded.principal.post(`/api/payments/${referred}/approve`)
    expect((await funded.centre.post(`/api/payments/${referred}/refer-back`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (await funded.centre.post(`/api/payments/${referred}/refer-back`, { comment: '缺发票' })).body,
    ).toMatchObject({ status: 'refused', lines: [{ leftAfterFen: 1_000_000 }] })
    const withdrawn = await submitted()
    expect((await funded.officer.post(`/api/payments/${withdrawn}/withdraw`)).body).toMatchObject({
      status: 'withdrawn',
      lines: [{ leftAfterFen: 1_000_000 }],
    })
    expect(
      (await funded.officer.get('/api/transitions', { entity: 'payment', entityId: referred })).text,
    ).toContain('缺发票')
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('comes back from the bank, gets another account, and goes out again under another reference', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const id = await sentToBank(funded, { allotmentId, amountFen: 400_000 })
    expect(
      (await funded.finance.post(`/api/payments/${id}/register-failure`, { comment: '账号户名不符' })).body,
    ).toMatchObject({
      status: 'failed',
      failure: '账号户名不符',
      lines: [{ leftAfterFen: 600_000 }],
    })
    expect(
      (await funded.officer.patch(`/api/payments/${id}`, { lines: given(allotmentId, 1).lines })).body.code,
    ).toBe('funding.failed_payee_only')
    expect(
      (await funded.officer.patch(`/api/payments/${id}`, { payeeAccount: '6222 0000 1111' })).body,
    ).toMatchObject({ payeeAccountLast4: '1111', status: 'failed' })
    expect((await funded.officer.post(`/api/payments/${id}/resend`)).body).toMatchObject({
      status: 'submitted',
      lines: [{ leftAfterFen: 600_000 }],
      reference: `KH${String(id).padStart(8, '0')}-2`,
    })
    await funded.principal.post(`/api/payments/${id}/approve`)
    await funded.centre.post(`/api/payments/${id}/check`)
    expect(
      (await funded.finance.post(`/api/payments/${id}/register-slip`, { bankSerial: 'S2' })).body,
    ).toMatchObject({
      status: 'paid',
      failure: null,
      paidOn: '2026-11-20',
    })
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 0, spentFen: 400_000 })
    const other = await sentToBank(funded, { allotmentId, amountFen: 100_000 })
    await funded.finance.post(`/api/payments/${other}/register-failure`, { comment: '账户注销' })
    expect((await funded.officer.post(`/api/payments/${other}/give-up`)).body).toMatchObject({
      status: 'withdrawn',
      lines: [{ leftAfterFen: 600_000 }],
    })
    expect(nextReference('KH00000001-9')).toBe('KH00000001-10')
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('refuses what is more than the class has left, and names the class and the sums', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const { id } = (await funded.officer.post('/api/payments', given(allotmentId, 1_000_001))).body
    const over = await funded.officer.post(`/api/payments/${id}/submit`)
    expect([over.status, over.body.code]).toEqual([422, 'funding.ceiling_exceeded'])
    expect(over.body.message).toContain('三(1)班的可用余额为 ¥10,000.00，不足以支付 ¥10,000.01')
    expect(await test.database.read.findOneBy(Payment, { id })).toMatchObject({
      status: 'draft',
      reference: null,
    })
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 0 })
  })

  it('never commits more than was allotted, whatever comes at once', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const ids = []
    for (let count = 0; count < 20; count += 1)
      ids.push((await funded.officer.post('/api/payments', given(allotmentId, 150_000))).body.id)
    const answers = await Promise.all(
      ids.map((id) => funded.officer.postPatiently(`/api/payments/${id}/submit`)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      ...Array<number>(6).fill(200),
      ...Array<number>(14).fill(422),
    ])
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 900_000 })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('is approved and settled once when the button is pressed twice', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const { id } = (await funded.officer.post('/api/payments', given(allotmentId, 100))).body
    await funded.officer.post(`/api/payments/${id}/submit`)
    const approved = await Promise.all([1, 2].map(() => funded.principal.post(`/api/payments/${id}/approve`)))
    expect(approved.map((answer) => answer.status).sort()).toEqual([200, 409])
    await funded.centre.post(`/api/payments/${id}/check`)
    const settled = await Promise.all(
      [1, 2].map(() => funded.finance.post(`/api/payments/${id}/register-slip`, { bankSerial: 'S3' })),
    )
    expect(settled.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 0, spentFen: 100 })
  })

  it('keeps the account sealed and shows its last four digits', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const answer = await funded.officer.post('/api/payments', {
      ...given(allotmentId, 100),
      payeeAccount: '６２２２ 0202-0000 123x',
    })
    expect(answer.body).toMatchObject({ payeeAccountLast4: '123X' })
    expect(answer.text).not.toContain('622202')
    const row = await test.database.read.findOneByOrFail(Payment, { id: answer.body.id })
    expect(test.world.seal.open(row.payeeAccountSealed)).toBe('622202020000123X')
    expect(row.payeeAccountHash).toBe(test.world.seal.hash('622202020000123X'))
    expect(
      JSON.stringify(await test.database.read.findBy(AuditEntry, { entity: 'payment', entityId: row.id })),
    ).not.toContain('622202')
    expect(
      (await funded.officer.patch(`/api/payments/${row.id}`, { payeeAccount: null })).body.payeeAccountLast4,
    ).toBeNull()
    expect(
      (await funded.officer.post('/api/payments', { ...given(allotmentId, 100), payeeAccount: '12;DROP' }))
        .body.fields[0].field,
    ).toBe('payeeAccount')
  })

  it('approves and checks many, and says of each that it cannot why', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const ids: number[] = []
    for (const amountFen of [100, 200]) {
      const { id } = (await funded.officer.post('/api/payments', given(allotmentId, amountFen))).body
      await funded.officer.post(`/api/payments/${id}/submit`)
      ids.push(id)
    }
    const draft = (await funded.officer.post('/api/payments', given(allotmentId, 300))).body.id
    const stranger = await fundedSchool(test, 1)
    const theirs = (
      await stranger.officer.post('/api/payments', given((await allotted(test, stranger))[0]!, 100))
    ).body.id
    const answer = await funded.principal.post('/api/payments/approve-many', {
      ids: [...ids, draft, theirs, ids[0]],
    })
    expect(answer.body).toMatchObject({
      done: ids,
      doneFen: 300,
      refused: [
        { id: draft, code: 'state.not_possible', message: '现在的状态不能办理这一步。' },
        { id: theirs, code: 'not_found' },
      ],
    })
    expect((await funded.officer.get('/api/payments', { amountFen: 200 })).body.items).toMatchObject([
      { id: ids[1] },
    ])
    expect((await funded.officer.post('/api/payments/check-many', { ids })).status).toBe(403)
    expect(
      (await funded.centre.inEnglish().post('/api/payments/check-many', { ids: [...ids, draft] })).body,
    ).toMatchObject({
      done: ids,
      refused: [{ id: draft, message: 'This step is not possible in the present state.' }],
    })
    expect((await funded.principal.post('/api/payments/approve-many', { ids: [] })).status).toBe(400)
    // What has changed since the list was read is refused, the others are done.
    const [still, changed] = [
      draft,
      (await funded.officer.post('/api/payments', given(allotmentId, 400))).body.id,
    ]
    const revisions: number[] = []
    for (const id of [still, changed]) {
      await funded.officer.post(`/api/payments/${id}/submit`)
      revisions.push((await funded.principal.get(`/api/payments/${id}`)).body.revision)
    }
    const short = { ids: [still, changed], revisions: revisions.slice(1) }
    expect((await funded.principal.post('/api/payments/approve-many', short)).body.fields).toMatchObject([
      { field: 'revisions', code: 'state.revisions_count' },
    ])
    const late = { ids: [still, changed], revisions: [revisions[0], revisions[1]! - 1] }
    expect((await funded.principal.post('/api/payments/approve-many', late)).body).toMatchObject({
      done: [still],
      refused: [{ id: changed, code: 'state.stale' }],
    })
  })

  it('says before the act what it changes and what is unusual, and nothing of it once it is at the bank', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const unusual = (body: { unusual: { code: string }[] }) => body.unusual.map(({ code }) => code)
    const pupil = { homeClassId: funded.classes[0]!.id }
    await test.database.transaction((tx) => tx.update(Student, pupil, { leftOn: '2026-11-01' }))
    const { body: draft } = await funded.officer.post('/api/payments', {
      ...given(allotmentId, 1_000_100),
      ...accountOf('新店'),
    })
    expect(draft).toMatchObject({ lines: [{ leftBeforeFen: 1_000_000, leftAfterFen: -100 }] })
    expect(unusual(draft)).toEqual(['over_left', 'new_payee', 'class_without_pupils', 'without_invoice'])
    expect(draft.unusual[0].message).toContain('¥10,001.00')
    await funded.officer.patch(`/api/payments/${draft.id}`, { lines: given(allotmentId, 900_000).lines })
    await test.world.student({ school: funded.school, homeClass: funded.classes[0]! })
    await funded.officer.post(`/api/payments/${draft.id}/submit`)
    const seen = (await funded.principal.get(`/api/payments/${draft.id}`)).body
    expect(seen).toMatchObject({ lines: [{ leftBeforeFen: 1_000_000, leftAfterFen: 100_000 }] })
    expect(unusual(seen)).toEqual(['new_payee', 'round_sum', 'most_of_money', 'without_invoice'])
    const english = (await funded.principal.inEnglish().get(`/api/payments/${draft.id}`)).body
    expect(english.unusual[0].message).toContain('The first payment into the account')
    await funded.principal.post(`/api/payments/${draft.id}/approve`)
    await funded.centre.post(`/api/payments/${draft.id}/check`)
    await funded.finance.post(`/api/payments/${draft.id}/register-slip`, { bankSerial: 'U1' })
    expect((await funded.centre.get(`/api/payments/${draft.id}`)).body.unusual).toEqual([])
    const { body: next } = await funded.officer.post('/api/payments', {
      ...given(allotmentId, 100),
      ...accountOf('新店'),
    })
    expect(unusual(next)).toEqual(['without_invoice'])
    // Another account of the same payee.
    const payee = await funded.officer.post('/api/payees', {
      schoolId: funded.school.id,
      name: '新店',
      kind: 'unit',
      account: '6222000011112222',
      bankName: '工商银行大同分行',
    })
    await funded.officer.patch(`/api/payees/${payee.body.id}`, { account: '6222000011113333' })
    const changed = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId, amountFen: 100, account: 'E530' }],
      reason: '美术材料',
      payeeId: payee.body.id,
    })
    expect(changed.body.unusual).toMatchObject([
      { code: 'account_changed', message: expect.stringContaining('尾号 3333 的收款账户') },
      { code: 'without_invoice', message: '采购 ¥1.00，没有关联发票。' },
    ])
  })

  it('refuses wrong input, other schools, foreign accounts and a day that has not come', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const wrong = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId, amountFen: 0.5, account: 'A110', lessonCount: 0 }],
      payee: '',
      reason: '好',
    })
    expect(wrong.body.fields.map((field: { field: string }) => field.field).sort()).toEqual([
      'lines.0.account',
      'lines.0.amountFen',
      'lines.0.lessonCount',
      'payee',
      'reason',
    ])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.post('/api/payments', given(allotmentId, 100))).status).toBe(404)
    const { id } = (await funded.officer.post('/api/payments', given(allotmentId, 100))).body
    expect((await stranger.get(`/api/payments/${id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/payments/${id}`, { reason: '别的' })).status).toBe(404)
    expect((await stranger.post(`/api/payments/${id}/submit`)).status).toBe(404)
    expect((await stranger.get('/api/payments')).body.total).toBe(0)
    const sent = await sentToBank(funded, { allotmentId, amountFen: 100 })
    expect((await funded.officer.patch(`/api/payments/${sent}`, { payee: '别人' })).status).toBe(409)
  })

  it('exports every row of the list, not only a page', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    for (let count = 0; count < 205; count += 1) {
      const { id: paymentId } = await test.world.make(Payment, {
        takenBackCount: 0,
        kind: 'direct',
        schoolId: funded.school.id,
        fiscalYear: 2026,
        status: 'draft',
        amountFen: 100,
        payee: '文具店',
        reason: `第 ${count} 次`,
        requestedOn: '2026-11-20',
        createdAt: test.clock.now(),
      })
      const line = { number: 1, allotmentId, account: 'E530', amountFen: 100, lessonCount: null }
      await test.world.make(PaymentLine, { ...line, paymentId, schoolId: funded.school.id })
    }
    const answer = await funded.officer.get('/api/payments/export.xlsx', { schoolId: funded.school.id })
    expect(answer.status).toBe(200)
    const [sheet] = readWorkbook(answer.raw, 'payments.xlsx').sheets
    expect(sheet!.rows).toHaveLength(206)
    expect(sheet!.rows[1]!.cells.slice(1, 3)).toEqual(['三(1)班', '课后看护经费'])
  })

  it('names the payee as the bank will read it: no direction marks, no line breaks', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const given = {
      lines: [{ allotmentId, amountFen: 100, account: 'E530' }],
      reason: '剪纸\u200b材料\r\n一批',
    }
    const turned = await funded.officer.post('/api/payments', { ...given, payee: '晨光\u202e文具' })
    expect(turned.body).toMatchObject({ payee: '晨光文具', reason: '剪纸材料 一批' })
    const broken = await funded.officer.post('/api/payments', { ...given, payee: '甲\n2026-01-01 假' })
    expect(broken.body.payee).toBe('甲 2026-01-01 假')
    const changed = await funded.officer.patch(`/api/payments/${broken.body.id}`, {
      payee: '乙\u2066丙\u2069',
    })
    expect(changed.body.payee).toBe('乙丙')
    for (const payee of ['\u202e\u200f', '\ue000商店', '\n'])
      expect((await funded.officer.post('/api/payments', { ...given, payee })).status).toBe(400)
  })
})
