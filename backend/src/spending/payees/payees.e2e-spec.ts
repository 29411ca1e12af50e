import { TestApp } from '../../../test/app.js'
import { asIf } from '../../../test/as-if.js'
import {
  accountOf,
  allotted,
  type FundedSchool,
  fundedSchool,
  sentToBank,
} from '../../../test/funding-world.js'
import { AuditEntry, Transition } from '../../audit/index.js'
import { Payment } from '../payments/payment.entity.js'
import { Payee } from './payee.entity.js'

describe('payees', () => {
  let test: TestApp
  let funded: FundedSchool
  let allotmentId: number
  let account = 622_200_000_000
  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 1)
    ;[allotmentId] = (await allotted(test, funded)) as [number]
  })
  afterAll(() => test.stop())

  const nextAccount = () => {
    account += 1
    return String(account)
  }
  const given = (rest: object = {}) => ({
    schoolId: funded.school.id,
    name: '晨光文具店',
    kind: 'unit',
    account: nextAccount(),
    bankName: '工商银行大同迎宾街支行',
    ...rest,
  })
  const made = async (rest: object = {}) => (await funded.officer.post('/api/payees', given(rest))).body
  const drafted = async (rest: object) =>
    (
      await funded.officer.post('/api/payments', {
        lines: [{ allotmentId, amountFen: 1_000, account: 'E530' }],
        reason: '美术材料',
        ...rest,
      })
    ).body as { id: number }

  it('keeps name, account and bank, the account sealed, and notes every change', async () => {
    const created = await funded.officer.post('/api/payees', given({ account: '6222 0202-0000 123x' }))
    expect(created.status).toBe(201)
    expect(created.body).toEqual({
      id: created.body.id,
      schoolId: funded.school.id,
      name: '晨光文具店',
      kind: 'unit',
      accountLast4: '123X',
      bankName: '工商银行大同迎宾街支行',
      bankCode: null,
      isActive: true,
      accountChangedAt: test.clock.now().toISOString(),
      accountChangedByName: expect.stringMatching(/^用户/),
    })
    const row = await test.database.read.findOneByOrFail(Payee, { id: created.body.id })
    expect(test.world.seal.open(row.accountSealed)).toBe('622202020000123X')
    const changed = await funded.officer.patch(`/api/payees/${row.id}`, {
      account: '6222020200009999',
      bankCode: '102161000017',
    })
    expect(changed.body).toMatchObject({
      accountLast4: '9999',
      bankCode: '102161000017',
      accountChangedAt: test.clock.now().toISOString(),
    })
    expect(changed.body.accountChangedByName).toMatch(/^用户/)
    const entries = await test.database.read.findBy(AuditEntry, { entity: 'payee', entityId: row.id })
    expect(entries.map(({ action }) => action)).toEqual(['payee.create', 'payee.update'])
    expect(JSON.stringify(entries)).not.toContain('622202')
    expect((await funded.officer.get(`/api/payees/${row.id}`)).body).toEqual(changed.body)
    // The same account again is no change of it, its name or its bank are.
    const other = await made()
    const deputy = await test.world.user('school_finance_officer', { school: funded.school })
    const byDeputy = await test.as(deputy)
    expect(
      (await byDeputy.patch(`/api/payees/${other.id}`, { account: String(account), isActive: true })).body
        .accountChangedByName,
    ).not.toBe(deputy.displayName)
    for (const change of [{ name: '别名' }, { bankName: '交通银行' }, { bankCode: '102161000017' }]) {
      const own = await made()
      expect((await byDeputy.patch(`/api/payees/${own.id}`, change)).body.accountChangedByName).toBe(
        deputy.displayName,
      )
    }
  })

  it('knows an account once in a school, and says whose it is', async () => {
    const first = await made({ name: '甲店' })
    const again = await funded.officer.post('/api/payees', given({ name: '乙店', account: String(account) }))
    expect([again.status, again.body.code]).toEqual([422, 'funding.payee_account_taken'])
    expect(again.body.message).toContain('甲店')
    const other = await made({ name: '丙店' })
    const taken = await test.database.read.findOneByOrFail(Payee, { id: first.id })
    expect(
      (
        await funded.officer.patch(`/api/payees/${other.id}`, {
          account: test.world.seal.open(taken.accountSealed),
        })
      ).body.code,
    ).toBe('funding.payee_account_taken')
    const both = nextAccount()
    const answers = await Promise.all(
      ['丁店', '戊店'].map((name) => funded.officer.post('/api/payees', given({ name, account: both }))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
    const elsewhere = await fundedSchool(test, 1)
    expect(
      (
        await elsewhere.officer.post('/api/payees', {
          ...given(),
          account: both,
          schoolId: elsewhere.school.id,
        })
      ).status,
    ).toBe(201)
  })

  it('is listed and filtered, and found in the own school only', async () => {
    const inactive = await made({ name: '停用的店' })
    await funded.officer.patch(`/api/payees/${inactive.id}`, { isActive: false })
    const list = await funded.officer.get('/api/payees', { q: '停用', isActive: 'false' })
    expect(list.body.items).toMatchObject([{ id: inactive.id, isActive: false }])
    expect((await funded.officer.get('/api/payees', { q: '停用', isActive: 'true' })).body.total).toBe(0)
    expect((await funded.centre.get('/api/payees', { q: '停用' })).body.total).toBe(1)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/payees/${inactive.id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/payees/${inactive.id}`, { name: '别名' })).status).toBe(404)
    expect((await stranger.post('/api/payees', given())).status).toBe(404)
    expect((await funded.principal.post('/api/payees', given())).status).toBe(403)
    expect((await funded.principal.patch(`/api/payees/${inactive.id}`, { name: '别名' })).status).toBe(403)
    const wrong = await funded.officer.post('/api/payees', {
      ...given(),
      name: '',
      kind: 'robot',
      account: '12;',
      bankName: '',
      bankCode: '12',
    })
    expect(wrong.body.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      'account',
      'bankCode',
      'bankName',
      'kind',
      'name',
    ])
  })

  it('is needed whole before a payment is submitted', async () => {
    const refused = async (rest: object) => {
      const { id } = await drafted(rest)
      return (await funded.officer.post(`/api/payments/${id}/submit`)).body.fields
    }
    const nobody = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId, amountFen: 1_000, account: 'E530' }],
      reason: '美术材料',
    })
    expect(nobody.body.fields).toMatchObject([{ field: 'payee', code: 'funding.payee_missing' }])
    expect(await refused({ payee: '任课教师（7 人）' })).toMatchObject([
      { field: 'payeeAccount', code: 'funding.payee_incomplete', message: expect.stringContaining('7 人') },
    ])
    expect(await refused({ payee: '王老师', payeeAccount: nextAccount() })).toMatchObject([
      { field: 'payeeBank', code: 'funding.payee_without_bank' },
    ])
    expect(await refused({ payee: '王老师', payeeBank: '农业银行' })).toMatchObject([
      { field: 'payeeAccount', code: 'funding.payee_without_account' },
    ])
    const payee = await made({ name: '停业的店' })
    await funded.officer.patch(`/api/payees/${payee.id}`, { isActive: false })
    expect(await refused({ payeeId: payee.id })).toMatchObject([
      { field: 'payeeId', code: 'funding.payee_inactive' },
    ])
    // Taken over from old payments, whose bank nobody had asked for.
    const old = await made({ name: '旧店' })
    await asIf(test, [{ entity: 'payee', id: old.id }], (tx) =>
      tx.update(Payee, { id: old.id }, { bankName: null }),
    )
    expect(await refused({ payeeId: old.id })).toMatchObject([{ code: 'funding.payee_without_bank' }])
    const stranger = await fundedSchool(test, 1)
    const theirs = await stranger.officer.post('/api/payees', { ...given(), schoolId: stranger.school.id })
    const foreign = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId, amountFen: 1_000, account: 'E530' }],
      reason: '美术材料',
      payeeId: theirs.body.id,
    })
    expect(foreign.body.fields).toMatchObject([{ field: 'payeeId' }])
  })

  it('is frozen in a payment when it is submitted, and taken anew when it is sent again', async () => {
    const payee = await made({ name: '材料店' })
    const { id } = await drafted({ payeeId: payee.id })
    await funded.officer.patch(`/api/payees/${payee.id}`, { bankName: '交通银行大同分行' })
    expect((await funded.officer.post(`/api/payments/${id}/submit`)).body).toMatchObject({
      payeeId: payee.id,
      payee: '材料店',
      payeeAccountLast4: payee.accountLast4,
      payeeBank: '交通银行大同分行',
    })
    await funded.officer.patch(`/api/payees/${payee.id}`, { name: '另一家', account: nextAccount() })
    const row = () => test.database.read.findOneByOrFail(Payment, { id })
    expect(await row()).toMatchObject({ payee: '材料店', payeeAccountLast4: payee.accountLast4 })
    await funded.principal.post(`/api/payments/${id}/approve`)
    await funded.centre.post(`/api/payments/${id}/check`)
    await funded.finance.post(`/api/payments/${id}/register-failure`, { comment: '账户注销' })
    expect((await funded.officer.post(`/api/payments/${id}/resend`)).body).toMatchObject({
      payee: '另一家',
      payeeAccountLast4: String(account).slice(-4),
    })
    // Typed by hand it is no longer the payee, unless it is just that one.
    const typed = await drafted({ payeeId: payee.id })
    expect((await funded.officer.patch(`/api/payments/${typed.id}`, { payee: '手填' })).body).toMatchObject({
      payeeId: null,
      payee: '手填',
      payeeAccountLast4: String(account).slice(-4),
    })
    const same = await drafted({
      payee: '另一家',
      payeeAccount: String(account),
      payeeBank: '交通银行大同分行',
    })
    expect((await funded.officer.post(`/api/payments/${same.id}/submit`)).body.payeeId).toBe(payee.id)
  })

  it('makes whoever changed its account a maker of what is submitted to it afterwards', async () => {
    const payee = await made({ name: '改了账号的店' })
    const principal = await test.world.user('principal', { school: funded.school })
    const second = await test.as(principal)
    const deputy = await test.world.user('school_finance_officer', { school: funded.school })
    const before = await drafted({ payeeId: payee.id })
    await funded.officer.post(`/api/payments/${before.id}/submit`)
    await (await test.as(deputy)).patch(`/api/payees/${payee.id}`, { account: nextAccount() })
    const { id } = await drafted({ payeeId: payee.id })
    await funded.officer.post(`/api/payments/${id}/submit`)
    expect(
      await test.database.read.findOneByOrFail(Transition, {
        entity: 'payment',
        entityId: id,
        event: 'supply',
      }),
    ).toMatchObject({ actorId: deputy.id, comment: '2026-11-20' })
    expect((await funded.centre.get('/api/transitions', { entity: 'payment', entityId: id })).status).toBe(
      200,
    )
    // As if the one who changed it had become principal.
    await asIf(test, [{ entity: 'payee', id: payee.id }], (tx) =>
      tx.update(Payee, { id: payee.id }, { accountChangedById: principal.id }),
    )
    const third = await drafted({ payeeId: payee.id })
    const submitted = await funded.officer.post(`/api/payments/${third.id}/submit`)
    expect(submitted.status).toBe(200)
    const refused = await second.post(`/api/payments/${third.id}/approve`)
    expect([refused.status, refused.body.code]).toEqual([422, 'state.same_person'])
    expect((await second.get(`/api/payments/${third.id}`)).body.actions).toEqual([])
    expect((await second.post(`/api/payments/${before.id}/approve`)).status).toBe(200)
    expect((await funded.principal.post(`/api/payments/${third.id}/approve`)).status).toBe(200)
    // The one who changed it does not say either what the bank has paid.
    await funded.principal.post(`/api/payments/${id}/approve`)
    await funded.centre.post(`/api/payments/${id}/check`)
    expect(
      (await (await test.as(deputy)).post(`/api/payments/${id}/register-slip`, { bankSerial: 'P1' })).body
        .code,
    ).toBe('state.same_person')
  })

  it('makes whoever created it a maker too, whatever others change in it but its account', async () => {
    const principal = await test.world.user('principal', { school: funded.school })
    const officer = await test.world.user('school_finance_officer', { school: funded.school })
    await test.world.delegation({ from: officer, to: principal, permissions: ['payment.request'] })
    const own = await test.as(principal)
    const payee = (await own.post('/api/payees', given({ name: '校长的店' }))).body
    expect(payee.accountChangedByName).toBe(principal.displayName)
    const submitted = async () => {
      const { id } = await drafted({ payeeId: payee.id })
      const answer = await funded.officer.post(`/api/payments/${id}/submit`)
      expect(answer.status).toBe(200)
      return answer.body
    }
    const first = await submitted()
    expect(first.unusual).toMatchObject([
      { code: 'account_changed', message: expect.stringContaining(principal.displayName) },
      { code: 'without_invoice' },
    ])
    expect(
      await test.database.read.findOneByOrFail(Transition, {
        entity: 'payment',
        entityId: first.id,
        event: 'supply',
      }),
    ).toMatchObject({ actorId: principal.id, onBehalfOfId: officer.id })
    const approve = (id: number) => own.post(`/api/payments/${id}/approve`)
    expect((await approve(first.id)).body.code).toBe('state.same_person')
    await funded.officer.patch(`/api/payees/${payee.id}`, { bankCode: '102161000017' })
    expect((await approve((await submitted()).id)).body.code).toBe('state.same_person')
    // Another account by somebody else: it is no longer the principal's.
    await funded.officer.patch(`/api/payees/${payee.id}`, { account: nextAccount() })
    const last = await submitted()
    expect((await approve(last.id)).status).toBe(200)
    // A name put on it is part of it.
    await own.patch(`/api/payees/${payee.id}`, { name: '校长另一家店' })
    const named = await submitted()
    expect((await approve(named.id)).body.code).toBe('state.same_person')
    expect((await funded.principal.post(`/api/payments/${named.id}/approve`)).status).toBe(200)
  })

  it('may still be typed whole in the payment itself', async () => {
    const id = await sentToBank(funded, { allotmentId, amountFen: 1_000, ...accountOf('临时的店') })
    expect((await funded.officer.get(`/api/payments/${id}`)).body).toMatchObject({
      payeeId: null,
      payee: '临时的店',
      payeeBank: '工商银行大同分行',
    })
  })
})
