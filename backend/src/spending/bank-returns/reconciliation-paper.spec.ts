import { differenceClasses } from './differences.js'
import { reconciliationPaper } from './reconciliation-paper.js'
import type { BankDifferenceOut, ReconciliationStatementOut } from './reconciliation-statement.dto.js'

const difference = (change: Partial<BankDifferenceOut>): BankDifferenceOut => ({
  class: 'bank_only',
  reason: 'paid_twice',
  amountFen: 10_000,
  lineAmountFen: 10_000,
  on: '2026-11-25',
  isOpen: true,
  schoolId: 1,
  schoolName: '一小',
  lineId: 1,
  bankReturnId: 1,
  rowNumber: 2,
  reference: 'KH00000001',
  serial: 'S1',
  payee: '材料店',
  paymentId: 1,
  paymentAmountFen: 10_000,
  paymentPayee: '材料店',
  comment: null,
  closedAt: null,
  closedByName: null,
  actions: [],
  ...change,
})
const statement = (change: Partial<ReconciliationStatementOut> = {}): ReconciliationStatementOut => ({
  schoolId: 1,
  schoolName: '一小',
  fromOn: '2026-11-01',
  toOn: '2026-11-30',
  bankPaidFen: 20_000,
  bankReturnedFen: 0,
  bankNetFen: 20_000,
  ledgerSpentFen: 10_000,
  ledgerTakenBackFen: 0,
  ledgerNetFen: 10_000,
  ledgerOnlyFen: 0,
  takenBackOnlyFen: 0,
  bankOnlyFen: 10_000,
  returnedFen: 0,
  adjustedBankFen: 20_000,
  adjustedLedgerFen: 20_000,
  openCount: 1,
  explainedCount: 1,
  unknownCount: 1,
  isAgreed: false,
  groups: [
    { class: 'bank_only', reason: 'paid_twice', count: 1, openCount: 0, amountFen: 10_000, unknownCount: 0 },
    {
      class: 'bank_only',
      reason: 'unreadable_amount',
      count: 1,
      openCount: 1,
      amountFen: 0,
      unknownCount: 1,
    },
  ],
  differences: [
    difference({ reason: 'unreadable_amount', amountFen: null, lineAmountFen: null }),
    difference({ reason: 'unclear_result', amountFen: null }),
    difference({ isOpen: false, comment: '已请退回', closedByName: '王芳' }),
  ],
  leftOffCount: 0,
  ...change,
})
const paper = (given: ReconciliationStatementOut, language: 'zh' | 'en' = 'zh') =>
  reconciliationPaper({ statement: given, of: '一小', madeBy: '李敏', on: '2026-12-01' }, language)
const textsOf = (given: ReconciliationStatementOut) =>
  paper(given).blocks.map((block) => (block.kind === 'table' ? '' : block.text))

describe('the reconciliation statement as a paper', () => {
  it('names school, days and maker, sets both sides beside each other and has lines for signatures', () => {
    const { title, blocks } = paper(statement())
    expect(title).toBe('一小银行存款余额调节表')
    expect(textsOf(statement())[0]).toBe(
      '单位：一小。期间：2026-11-01至2026-11-30。口径：课后服务经费支付。编制人：李敏。编制日期：2026-12-01。',
    )
    const table = blocks[1]!
    if (table.kind !== 'table') throw new Error('no table')
    expect(table.table.rows[0]).toEqual(['银行已付', 20_000, '账面支出', 10_000])
    expect(table.table.rows[3]).toEqual(['加：账面已记、银行未付', 0, '加：银行已付、账面未记', 10_000])
    expect(table.table.total).toEqual(['调节后金额', 20_000, '调节后金额', 20_000])
    expect(textsOf(statement()).at(-1)).toMatch(/^编制人：.*复核人：.*财务负责人/)
  })

  it('says of an amount that nobody can read that it is unknown, and never that all agrees', () => {
    const texts = textsOf(statement())
    expect(texts).toContain('尚有 1 项差异未查明；另有 1 项金额或结果不明，没有计入上表。')
    expect(texts).toContain('银行已付、账面未记')
    const { blocks } = paper(statement())
    const detail = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[1]!
    expect(detail.rows.map((row) => row.slice(1))).toEqual([
      ['金额读不出', 'KH00000001', '材料店', '未查明', '不详'],
      ['看不出是否已付款', 'KH00000001', '材料店', '未查明', '未计入（100.00）'],
      ['重复付款', 'KH00000001', '材料店', '已请退回 · 王芳', '100.00'],
    ])
    expect(detail.total).toEqual(['合计 2 项', null, null, null, null, '100.00，另有 1 项不详'])
  })

  it('says that nothing is open only where nothing is, in both languages', () => {
    const agreed = statement({
      openCount: 0,
      isAgreed: true,
      unknownCount: 0,
      explainedCount: 0,
      differences: [],
      groups: [],
    })
    expect(textsOf(agreed)).toContain('期间内没有未查明的差异。')
    const { blocks } = paper(
      statement({ differences: differenceClasses.map((each) => difference({ class: each })) }),
      'en',
    )
    expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(4)
  })
})
