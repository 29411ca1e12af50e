/** Files as banks and spreadsheets write them: the references stand for payments of the test. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { In } from 'typeorm'
import { TestApp } from '../../../test/app.js'
import { asIf } from '../../../test/as-if.js'
import { xlsxOf } from '../../../test/fixtures/sheets/make.js'
import {
  booked,
  allotted,
  type FundedSchool,
  fundedSchool,
  referenceOf,
  sentToBank,
} from '../../../test/funding-world.js'
import { AuditEntry, Transition } from '../../audit/index.js'
import { Allotment, verifyLedger } from '../../ledger/index.js'
import { Payment } from '../payments/payment.entity.js'

type Client = FundedSchool['officer']
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

describe('files of banks', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-11-30T02:00:00Z' })
  })
  afterAll(() => test.stop())

  interface Sent {
    readonly funded: FundedSchool
    readonly ids: number[]
    readonly allotmentId: number
    readonly text: string
  }

  /** As if they had been sent on the 25th: a sign-in does not outlast the days until the 30th. */
  const sentEarlier = (ids: number[]) =>
    asIf(
      test,
      ids.map((each) => ({ entity: 'payment', id: each })),
      (tx) =>
        tx.update(
          Transition,
          { entity: 'payment', entityId: In(ids), event: 'check' },
          { at: new Date('2026-11-25T02:00:00Z') },
        ),
    )

  /** Payments for the references of a file, in its order, with its amounts; the file with their references. */
  async function sentFor(name: string): Promise<Sent> {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    let text = fixture(name)
    const ids: number[] = []
    for (const [, reference, yuan] of text.matchAll(/(KH\d{8}),-?(\d+)/g)) {
      const id = await sentToBank(funded, {
        allotmentId: allotmentId!,
        amountFen: Number(yuan) * 100,
        payee: '晨光文具店',
      })
      ids.push(id)
      text = text.replaceAll(reference!, `@${id}@`)
    }
    await sentEarlier(ids)
    return {
      funded,
      ids,
      allotmentId: allotmentId!,
      text: text.replace(/@(\d+)@/g, (_, id: string) => referenceOf(Number(id))),
    }
  }
  const upload = (
    client: Client,
    text: string | Buffer,
    path = '/api/bank-returns',
    fields: Record<string, string> = {},
  ) => client.upload(path, fields, { name: '回单.csv', bytes: Buffer.from(text) })
  const linesOf = async (client: Client, bankReturnId: number) =>
    (await client.get('/api/bank-return-lines', { bankReturnId, pageSize: 200, sort: 'rowNumber' })).body
      .items as { id: number; outcome: string; reason: string | null; paidOn: string; actions: string[] }[]
  const second = (funded: FundedSchool) =>
    test.world.user('school_finance_officer', { school: funded.school }).then((user) => test.as(user))

  it('settle only what was paid: words are taken whole', async () => {
    const { funded, ids, text } = await sentFor('result-words.csv')
    const { id } = (await upload(funded.officer, text)).body
    expect((await linesOf(funded.officer, id)).map((line) => line.outcome)).toEqual([
      ...Array<string>(7).fill('unmatched'),
      ...Array<string>(4).fill('failed'),
      'unmatched',
      'paid',
    ])
    expect(await test.database.read.countBy(Payment, { schoolId: funded.school.id, status: 'paid' })).toBe(1)
    expect(await test.database.read.findOneBy(Payment, { id: ids[12]! })).toMatchObject({ status: 'paid' })
  })

  it('are not refused for serial numbers that a spreadsheet has made figures of', async () => {
    const { funded, text } = await sentFor('serials-lost.csv')
    const preview = await upload(funded.officer, text, '/api/bank-returns/preview')
    expect(preview.body.notes).toEqual([
      expect.objectContaining({
        why: 'serial_digits_lost',
        count: 3,
        sentence: expect.stringContaining('流水号'),
      }),
    ])
    const { id } = (await upload(funded.officer, text)).body
    expect(await linesOf(funded.officer, id)).toMatchObject(
      [1, 2, 3].map(() => ({ outcome: 'paid', serial: null })),
    )
    // As numbers in a workbook: two different ones that have become the same.
    const twins = await sentFor('serials-lost.csv')
    const rows = twins.ids.map((payment, i) => [
      referenceOf(payment),
      100 + i,
      '晨光文具店',
      '成功',
      '2026-11-27',
      Number('20261127000000000001'),
    ])
    const workbook = xlsxOf({
      a: [['业务参考号', '金额', '收款人', '处理结果', '交易日期', '流水号'], ...rows],
    })
    const read = (
      await twins.funded.officer.upload('/api/bank-returns', {}, { name: 'a.xlsx', bytes: workbook })
    ).body
    expect((await linesOf(twins.funded.officer, read.id)).map((line) => line.outcome)).toEqual([
      'paid',
      'paid',
      'paid',
    ])
  })

  it('can be settled by hand where a serial number came before with another payment', async () => {
    const one = await sentFor('paid.csv')
    const twin = await sentToBank(one.funded, {
      allotmentId: one.allotmentId,
      amountFen: 10_000,
      payee: '晨光文具店',
    })
    await sentEarlier([twin])
    await upload(one.funded.officer, one.text)
    const again = one.text.replace(referenceOf(one.ids[0]!), referenceOf(twin))
    const { id } = (await upload(one.funded.officer, again)).body
    const other = await second(one.funded)
    const [line] = await linesOf(other, id)
    expect(line).toMatchObject({ outcome: 'unmatched', reason: 'serial_known', actions: ['settle', 'close'] })
    const settled = await other.post(`/api/bank-return-lines/${line!.id}/settle`, { paymentId: twin })
    expect([settled.status, settled.body.outcome]).toEqual([200, 'settled_by_hand'])
  })

  it('say that the money has come back, and there is a way back and a second try', async () => {
    const { funded, ids, allotmentId, text } = await sentFor('paid.csv')
    const [id] = ids
    const day1 = (await upload(funded.officer, text)).body.id as number
    const returned = fixture('returned.csv').replace('KH00000005', referenceOf(id!))
    const day3 = (await upload(funded.officer, returned)).body.id as number
    const other = await second(funded)
    const statement = async (file: number) => (await other.get(`/api/bank-returns/${file}`)).body.statement
    const [line] = await linesOf(other, day3)
    expect(line).toMatchObject({ outcome: 'returned', reason: null, paymentId: id, actions: ['take-back'] })
    expect(await statement(day3)).toMatchObject({
      bankReturnedFen: 10_000,
      ledgerTakenBackFen: 0,
      returnedFen: 10_000,
      openCount: 1,
    })
    expect(await test.database.read.findOneBy(Payment, { id: id! })).toMatchObject({ status: 'paid' })

    const takeBack = (client: Client) => client.post(`/api/bank-return-lines/${line!.id}/take-back`)
    expect((await takeBack(funded.officer)).body.code).toBe('funding.bank_second_person')
    expect((await takeBack(funded.principal)).status).toBe(403)
    const answers = await Promise.all([takeBack(other), takeBack(other)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await test.database.read.findOneBy(Payment, { id: id! })).toMatchObject({
      status: 'failed',
      failure: '收款账号户名不符',
      paidOn: null,
      bankSerial: null,
      takenBackCount: 1,
    })
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId })).toMatchObject({
      spentFen: 0,
      committedFen: 10_000,
    })
    const lines = await booked(test, { sourceEntity: 'payment', sourceId: id! })
    const [spend] = lines.filter(({ kind }) => kind === 'spend')
    expect(lines.filter(({ reverses }) => reverses === spend!.sequence)).toMatchObject([
      { kind: 'un-spend', amountFen: 10_000, debitAccount: 'A110' },
    ])
    // The ledger has it on the 30th, which both sides name.
    expect(await statement(day3)).toMatchObject({
      openCount: 0,
      groups: [{ class: 'returned', reason: 'other_day', amountFen: 10_000 }],
    })
    expect(await statement(day1)).toMatchObject({
      bankPaidFen: 10_000,
      ledgerSpentFen: 10_000,
      isAgreed: true,
    })

    // The school gives another account and sends it again; the bank pays, and may send that back, too.
    await funded.officer.patch(`/api/payments/${id}`, { payee: '晨光文具有限公司' })
    expect((await funded.officer.post(`/api/payments/${id}/resend`)).status).toBe(200)
    await funded.principal.post(`/api/payments/${id}/approve`)
    await funded.centre.post(`/api/payments/${id}/check`)
    await sentEarlier([id!])
    const again = text
      .replace(referenceOf(id!), `${referenceOf(id!)}-2`)
      .replace(',A1,', ',A3,')
      .replace('晨光文具店', '晨光文具有限公司')
    const day5 = (await upload(other, again)).body.id as number
    expect(await linesOf(other, day5)).toMatchObject([{ outcome: 'paid', paymentId: id }])
    for (const file of [day1, day3, day5]) expect(await statement(file)).toMatchObject({ openCount: 0 })
    // Both tries were paid on the 25th.
    expect(await statement(day5)).toMatchObject({ bankPaidFen: 20_000, ledgerSpentFen: 20_000 })
    const twice = returned.replace(referenceOf(id!), `${referenceOf(id!)}-2`)
    const day7 = (await upload(other, twice)).body.id as number
    const [later] = await linesOf(other, day7)
    expect(later).toMatchObject({ outcome: 'returned' })
    const third = await second(funded)
    expect((await third.post(`/api/bank-return-lines/${later!.id}/take-back`)).status).toBe(200)
    expect((await funded.officer.post(`/api/payments/${id}/give-up`)).status).toBe(200)
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId })).toMatchObject({
      spentFen: 0,
      committedFen: 0,
    })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('say once that money has come back, and not of what was given up', async () => {
    const { funded, ids, text } = await sentFor('paid.csv')
    await upload(funded.officer, text)
    const returned = fixture('returned.csv').replace('KH00000005', referenceOf(ids[0]!))
    await upload(funded.officer, returned)
    const { id } = (await upload(funded.officer, `${returned}\n`)).body
    expect(await linesOf(funded.officer, id)).toMatchObject([
      { outcome: 'repeated', reason: 'said_before', actions: [] },
    ])
  })

  it('read days, amounts, references and totals as banks write them', async () => {
    const { funded, text } = await sentFor('dates-amounts-references.csv')
    const { id, lineCount } = (await upload(funded.officer, text)).body
    expect(lineCount).toBe(7)
    const lines = await linesOf(funded.officer, id)
    expect(lines.map((line) => `${line.outcome} ${line.reason} ${line.paidOn}`)).toEqual([
      ...Array<string>(6).fill('paid null 2026-11-27'),
      'unmatched negative_amount 2026-11-27',
    ])
    expect(lines[6]).toMatchObject({ amountFen: 10_600 })
  })

  it('show their columns, and take them as a person has mapped them', async () => {
    const { funded, ids, text } = await sentFor('paid.csv')
    const odd = text.replace('业务参考号,金额,', '甲,乙,')
    const preview = await upload(funded.officer, odd, '/api/bank-returns/preview')
    expect([preview.status, preview.body]).toMatchObject([
      200,
      {
        isReady: false,
        lines: [],
        sheets: [{ status: 'columns_missing', missing: [['reference'], ['amountFen']] }],
      },
    ])
    const [sheet] = preview.body.sheets
    expect(sheet.columns.slice(0, 2)).toMatchObject([
      { index: 0, title: '甲', field: null, samples: [referenceOf(ids[0]!)] },
      { index: 1, title: '乙', field: null, samples: ['100.00'] },
    ])
    expect((await upload(funded.officer, odd)).body.code).toBe('funding.bank_file_columns')
    const mapping = JSON.stringify({ [sheet.sheet]: { 0: 'reference', 1: 'amountFen' } })
    expect((await upload(funded.officer, odd, '/api/bank-returns/preview', { mapping })).body).toMatchObject({
      isReady: true,
      lines: [{ outcome: 'paid', paymentId: ids[0] }],
    })
    for (const wrong of [
      '{',
      '[]',
      '{"a":3}',
      JSON.stringify({ [sheet.sheet]: { x: 'reference' } }),
      JSON.stringify({ [sheet.sheet]: { 0: 'nothing' } }),
    ])
      expect((await upload(funded.officer, odd, '/api/bank-returns', { mapping: wrong })).body.code).toBe(
        'funding.bank_mapping_wrong',
      )
    const { id } = (await upload(funded.officer, odd, '/api/bank-returns', { mapping })).body
    expect(await linesOf(funded.officer, id)).toMatchObject([{ outcome: 'paid', paymentId: ids[0] }])
  })

  it('are read by a format of the school first, then by one that everybody has, and say by which', async () => {
    const { funded, ids, text } = await sentFor('paid.csv')
    const odd = (word: string, header = '参考,数额,名称,STAT,DAY,NO,说') =>
      `某银行\n第1页,共1页\n${header}\n${text.split('\n')[1]!.replace('成功', word)}\n`
    const preview = async (given: string, fields = {}) =>
      (await upload(funded.officer, given, '/api/bank-returns/preview', fields)).body
    expect(await preview(odd('01'))).toMatchObject({ isReady: false, format: null, formatVersion: 'titles' })
    const columns = [
      ['reference', '参考'],
      ['amountFen', '数额'],
      ['result', 'STAT'],
      ['paidOn', 'DAY'],
      ['serial', 'NO'],
    ].map(([field, title]) => ({ field, title }))
    const { body: format } = await funded.officer.post('/api/bank-return-formats', {
      name: '本地银行',
      columns,
      words: { paid: ['01'], failed: ['02'], returned: ['03'] },
    })
    const seen = await preview(odd('01'))
    expect(seen).toMatchObject({
      isReady: true,
      format: { name: '本地银行', owner: 'school' },
      lines: [{ outcome: 'paid', paymentId: ids[0], payee: null, paidOn: '2026-11-25' }],
    })
    expect((await preview(odd('02'))).lines).toMatchObject([{ outcome: 'failed' }])
    // The usual words count no longer, and what a person says of a column is added to the format.
    expect((await preview(odd('成功'))).lines).toMatchObject([
      { outcome: 'unmatched', reason: 'unclear_result' },
    ])
    const mapping = JSON.stringify({
      [seen.sheets[0].sheet]: Object.fromEntries(
        seen.sheets[0].columns.map(({ index, field }: { index: number; field: string | null }) => [
          index,
          index === 2 ? 'payee' : field,
        ]),
      ),
    })
    expect((await preview(odd('01'), { mapping })).lines).toMatchObject([
      { payee: '晨光文具店', outcome: 'paid' },
    ])
    // Another school's format is none of its business.
    const other = await fundedSchool(test, 1)
    expect((await upload(other.officer, odd('01'), '/api/bank-returns/preview')).body.format).toBeNull()

    const english = odd('S', 'CUST_REF_NO,TXN_AMT,PAYEE_NAME,TXN_STATUS,VALUE_DATE,BANK_SERIAL_NO,REASON')
    expect(await preview(english)).toMatchObject({
      format: { name: '英文表头回单（样板）', owner: 'product' },
      lines: [{ outcome: 'paid' }],
    })
    // Somebody has changed the words since the file was looked at.
    await funded.officer.patch(`/api/bank-return-formats/${format.id}`, {
      words: { paid: ['02'], failed: ['01'], returned: [] },
    })
    const late = await upload(funded.officer, odd('01'), '/api/bank-returns', { format: seen.formatVersion })
    expect([late.status, late.body.code]).toEqual([409, 'funding.bank_format_changed'])
    const { formatVersion } = await preview(odd('02'))
    const done = await upload(funded.officer, odd('02'), '/api/bank-returns', { format: formatVersion })
    expect(await linesOf(funded.officer, done.body.id)).toMatchObject([{ outcome: 'paid' }])
    const entry = await test.database.read.findOneByOrFail(AuditEntry, {
      action: 'bank_return.import',
      entityId: done.body.id,
    })
    expect(entry.after).toMatchObject({ format: '本地银行' })
  })
})
