import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { TestApp } from '../../../test/app.js'
import { asIf } from '../../../test/as-if.js'
import {
  accountOf,
  allotted,
  type FundedSchool,
  fundedSchool,
  paid,
  referenceOf,
  sentToBank,
  treasuryPayee,
} from '../../../test/funding-world.js'
import { type Actor, permissionsOf } from '../../access/index.js'
import { AuditEntry } from '../../audit/index.js'
import { Allotment, expenseAccounts, placedLines, readFigures, selectFigures } from '../../ledger/index.js'
import { declaredStateTables } from '../../platform/states.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { ArchiveService } from './archive.service.js'
import { documentNames, isNamed } from './step-words.js'

describe('the archive of a year', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(() => test.clock.set('2026-11-23T01:00:00Z'))
  afterAll(() => test.stop())

  const take = (client: FundedSchool['officer'], schoolId: number, fiscalYear = 2026) =>
    client.get('/api/archive.zip', { schoolId, fiscalYear })

  /** A payment made, another with a file; the archive as a map of its files. */
  async function archived() {
    const funded = await fundedSchool(test, 2)
    const [first] = await allotted(test, funded)
    await paid(funded, { allotmentId: first!, amountFen: 300_050 })
    const waiting = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId: first, amountFen: 100, account: 'E530' }],
      ...accountOf('文具店'),
      reason: '美术材料',
    })
    const file = { name: '发票.pdf', bytes: Buffer.from('%PDF-1.7\n发票扫描件') }
    const of = { entity: 'payment', entityId: String(waiting.body.id) }
    expect((await funded.officer.upload('/api/attachments', of, file)).status).toBe(201)
    return { funded, file, waitingId: waiting.body.id as number }
  }
  const actorOf = ({ school }: FundedSchool): Actor => ({
    userId: 1,
    displayName: '财务',
    username: 'x',
    role: 'school_finance_officer',
    permissions: permissionsOf('school_finance_officer'),
    regionCode: school.regionCode,
    schoolId: school.id,
    signInId: 1,
    mustChangePassword: false,
    language: 'zh',
    requestId: 'archive',
  })
  const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes!).toString('utf8')

  it('holds what is there, each file as its hash says, for an auditor and for finance, and says who took it', async () => {
    const { funded, file, waitingId } = await archived()
    const auditor = await test.as(await test.world.user('auditor'))
    const answer = await take(auditor, funded.school.id)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip'])
    const files = unzipSync(answer.raw)
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        '说明.txt',
        '1-单据/资金申报.xlsx',
        '1-单据/合同、采购.xlsx',
        '1-单据/发票.xlsx',
        '1-单据/支付.xlsx',
        '1-单据/支付更正.xlsx',
        '3-办理经过/办理经过.xlsx',
        '4-台账/journal.csv',
        '4-台账/journal.journal',
        '4-台账/vouchers.csv',
        '5-银行/银行回单明细.xlsx',
        '7-锚点/ledger-anchors.ndjson',
      ]),
    )
    expect(
      Object.keys(files).filter((name) => /^2-文书\/(资金申报|经费下达)-\d+\.pdf$/.test(name)),
    ).toHaveLength(2)
    const attached = Object.keys(files).find((name) => name.startsWith(`6-附件/支付-${waitingId}/`))!
    expect(Buffer.from(files[attached]!).equals(file.bytes)).toBe(true)
    const said = text(files['SHA256SUMS']).trim().split('\n')
    expect(said.map((line) => line.slice(66)).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'SHA256SUMS')
        .sort(),
    )
    for (const line of said)
      expect([line.slice(66), line.slice(0, 64)]).toEqual([
        line.slice(66),
        createHash('sha256').update(files[line.slice(66)]!).digest('hex'),
      ])
    const { files: listed, ...facts } = JSON.parse(text(files['manifest.json']))
    expect(facts).toMatchObject({ schoolName: funded.school.name, fiscalYear: 2026, takenOn: '2026-11-23' })
    expect(listed).toHaveLength(said.length - 1)
    const entry = await test.database.read.findOneOrFail(AuditEntry, {
      where: { action: 'archive.take', schoolId: funded.school.id },
    })
    expect(entry.after).toEqual({ fiscalYear: 2026 })
    // Accounts of payees stay hidden, whoever takes it.
    const payments = readWorkbook(Buffer.from(files['1-单据/支付.xlsx']!), 'a.xlsx').sheets[0]!.rows
    expect(payments).toHaveLength(3)
    expect(JSON.stringify(payments)).not.toContain(accountOf('文具店').payeeAccount ?? '6222')
  })

  it('speaks in words: no sheet of it says a code', async () => {
    const { funded } = await archived()
    const { body: given } = await funded.officer.get('/api/payments', { schoolId: funded.school.id })
    const { id, lines } = given.items.find((each: { status: string }) => each.status === 'paid')
    const [{ allotmentId, account }] = lines
    const made = await funded.officer.post('/api/corrections', {
      paymentId: id,
      kind: 'refund',
      reason: '退货',
      lines: [{ allotmentId, account, amountFen: 100 }],
    })
    expect(made.status).toBe(201)
    const files = unzipSync((await take(funded.officer, funded.school.id)).raw)
    const sheets = Object.keys(files).filter((name) => /^[1-5]-.*\.xlsx$/.test(name))
    expect(sheets.length).toBeGreaterThan(10)
    const codes = sheets.flatMap((name) =>
      readWorkbook(Buffer.from(files[name]!), 'a.xlsx').sheets[0]!.rows.flatMap(({ cells }) =>
        cells
          .filter((cell) => /^[a-z]+([_-][a-z]+)*$/.test(String(cell ?? '')))
          .map((cell) => `${name}: ${cell}`),
      ),
    )
    expect(codes).toEqual([])
  })

  it('has what was sent to the bank and made public, and invoices that nobody pays yet', async () => {
    const { funded } = await archived()
    const [first] = await test.database.read.findBy(Allotment, {
      schoolId: funded.school.id,
      homeClassId: funded.classes[1]!.id,
    })
    const invoice = (number: string, issuedOn: string) =>
      funded.officer.post('/api/invoices', {
        schoolId: funded.school.id,
        number,
        seller: '晨光文具店',
        issuedOn,
        amountFen: 900,
      })
    expect((await invoice('26142000000000000001', '2026-11-01')).status).toBe(201)
    expect((await invoice('26142000000000000002', '2025-11-01')).status).toBe(201)
    const id = await sentToBank(funded, { allotmentId: first!.id, amountFen: 200 })
    // Of an order for many schools only this school's payments.
    const other = await fundedSchool(test, 1)
    const [theirs] = await allotted(test, other)
    const foreign = await sentToBank(other, {
      allotmentId: theirs!,
      amountFen: 300,
      ...accountOf('邻校的店'),
    })
    const drawn = await funded.centre.post('/api/bank-orders', {})
    expect((await funded.centre.post(`/api/bank-orders/${drawn.body.id}/send`)).status).toBe(200)
    const files = unzipSync((await take(funded.officer, funded.school.id)).raw)
    const rows = (name: string) =>
      readWorkbook(Buffer.from(files[name]!), 'a.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    const orders = rows('1-单据/付款指令.xlsx')
    expect(orders.slice(1).filter(([number]) => number === drawn.body.number)).toEqual([
      expect.arrayContaining([drawn.body.number, '已送银行', referenceOf(id), drawn.body.contentHash]),
    ])
    expect(JSON.stringify(orders)).not.toContain(referenceOf(foreign))
    expect(rows('1-单据/公示.xlsx')).toHaveLength(2)
    expect(rows('1-单据/发票.xlsx').filter((row) => row.includes('26142000000000000001'))).toHaveLength(1)
    expect(JSON.stringify(rows('1-单据/发票.xlsx'))).not.toContain('26142000000000000002')
    const steps = rows('3-办理经过/办理经过.xlsx')
    expect(steps.some((row) => row[0] === '付款指令' && row[2] === '送银行')).toBe(true)
    expect(steps.some((row) => row[0] === '公示' && row[2] === '开始公示')).toBe(true)
  })

  it('is whole in spite of a day that was mistyped long ago, and no such day comes in any more', async () => {
    const { funded } = await archived()
    const [first] = await test.database.read.findBy(Allotment, {
      schoolId: funded.school.id,
      homeClassId: funded.classes[1]!.id,
    })
    const payeeId = await treasuryPayee(funded)
    const contract = (number: string, signedOn: string) =>
      funded.officer.post('/api/commitments', {
        kind: 'contract',
        number,
        title: '材料供应合同',
        payeeId,
        signedOn,
        endsOn: '2026-12-31',
        lines: [{ allotmentId: first!.id, account: 'E530', amountFen: 100 }],
      })
    for (const day of ['1899-12-31', '0000-01-01', '0001-01-01', '2101-01-01']) {
      const refused = await contract('HT-0', day)
      expect([refused.status, refused.body.fields]).toMatchObject([
        400,
        [
          {
            field: 'signedOn',
            code: 'validation.isDocumentDate',
            message: expect.stringContaining('1990 年到 2100 年'),
          },
        ],
      ])
    }
    const [old, older] = [await contract('HT-1', '2026-11-01'), await contract('HT-2', '2026-11-01')]
    for (const [id, day] of [
      [old.body.id, '1899-12-31'],
      [older.body.id, '0001-01-01'],
    ])
      await asIf(test, [{ entity: 'commitment', id }], (tx) =>
        tx.query(`UPDATE commitment SET signedOn = '${day}' WHERE id = ${id}`),
      )
    const files = unzipSync((await take(funded.officer, funded.school.id)).raw)
    const sheet = readWorkbook(Buffer.from(files['1-单据/合同、采购.xlsx']!), 'a.xlsx').sheets[0]!
    const cells = sheet.rows.flatMap((row) => row.cells)
    expect(cells).toEqual(expect.arrayContaining(['1899-12-31', '0001-01-01']))
    expect(Object.keys(files)).toContain('SHA256SUMS')
  })

  it('is of one instant, and leaves no connection open, also where it is not read to its end', async () => {
    const { funded } = await archived()
    const archive = test.nest.get(ArchiveService)
    const actor = actorOf(funded)
    for (let i = 0; i < 12; i += 1) {
      const { zip } = await archive.take(actor, { schoolId: funded.school.id, fiscalYear: 2026 })
      await zip.next()
      await zip.return!()
    }
    const { zip } = await archive.take(actor, { schoolId: funded.school.id, fiscalYear: 2026 })
    await asIf(test, [], (tx) =>
      tx.query(`UPDATE payment SET payee = '后来的收款人' WHERE schoolId = ${funded.school.id}`),
    )
    const pieces: Uint8Array[] = []
    for await (const piece of zip) pieces.push(piece)
    const files = unzipSync(Buffer.concat(pieces))
    const cells = readWorkbook(Buffer.from(files['1-单据/支付.xlsx']!), 'a.xlsx').sheets[0]!.rows
    expect(cells.length).toBeGreaterThan(1)
    expect(JSON.stringify(cells)).not.toContain('后来的收款人')
  })

  it('has the steps of every document with person and day, and a journal that adds up to the ledger', async () => {
    const { funded } = await archived()
    const files = unzipSync((await take(funded.officer, funded.school.id)).raw)
    const steps = readWorkbook(Buffer.from(files['3-办理经过/办理经过.xlsx']!), 'a.xlsx').sheets[0]!.rows.map(
      ({ cells }) => cells,
    )
    expect(steps[0]).toEqual(['单据', '编号', '步骤', '办理人', '代谁办理', '日期', '时间（UTC）', '意见'])
    for (const [document, step] of [
      ['资金申报', '提交'],
      ['资金申报', '批准'],
      ['经费下达', '会签'],
      ['经费下达', '下达'],
      ['分配方案', '批准'],
      ['支付', '批准'],
    ])
      expect(steps.some((row) => row[0] === document && row[2] === step && row[3] !== null)).toBe(true)
    const [titles, ...lines] = text(files['4-台账/journal.csv'])
      .replace('\ufeff', '')
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const at = (name: string) => titles!.indexOf(name)
    const spent = lines
      .filter(
        (line) =>
          ['single', 'post'].includes(line[at('phase')]!) &&
          (expenseAccounts as string[]).includes(line[at('debit_account')]!),
      )
      .reduce((sum, line) => sum + Math.round(Number(line[at('amount_yuan')]) * 100), 0)
    const query = placedLines(test.database.read)
      .select('COUNT(*)', 'lineCount')
      .where('line.schoolId = :id', { id: funded.school.id })
    selectFigures(query)
    const row = (await query.getRawOne<Record<string, string | number | null>>())!
    expect(lines).toHaveLength(Number(row['lineCount']))
    expect(spent).toBe(readFigures(row).spent)
    const nextYear = unzipSync((await take(funded.officer, funded.school.id, 2027)).raw)
    expect(text(nextYear['4-台账/journal.csv']).trim().split('\n')).toHaveLength(1)
    expect(Object.keys(nextYear).filter((name) => name.startsWith('6-附件'))).toEqual([])
  })

  it('has a name for every step of its documents', () => {
    const tables = declaredStateTables().filter(({ entity }) => entity in documentNames)
    // An invoice takes no steps: it is there, or it is not.
    const stepping = Object.keys(documentNames).filter((name) => name !== 'invoice')
    expect(tables.map(({ entity }) => entity).sort()).toEqual(stepping.sort())
    const nameless = tables.flatMap(({ events }) => Object.keys(events).filter((event) => !isNamed(event)))
    expect(nameless).toEqual([])
  })

  it('is of the own school or region, and of those who may take it', async () => {
    const { school, officer, principal } = await fundedSchool(test, 1)
    const other = await test.world.school()
    expect((await take(officer, other.id)).status).toBe(404)
    expect((await take(principal, school.id)).status).toBe(403)
    expect((await officer.get('/api/archive.zip', { schoolId: school.id })).status).toBe(400)
    const elsewhere = await test.as(await test.world.user('auditor', { regionCode: '1403' }))
    expect((await take(elsewhere, school.id)).status).toBe(404)
    expect(
      await test.database.read.countBy(AuditEntry, { action: 'archive.take', schoolId: school.id }),
    ).toBe(0)
  })
})
