/** How a bank's or treasury's return (银行回单) looks in a sheet. What cannot be read is said line by line, never left out. */
import { NotMoney, readYuan } from '../../platform/money.js'
import { readDate } from '../../platform/sheets/dates.js'
import { commonReasons } from '../../platform/sheets/reasons.js'
import { ok, type SheetDescription } from '../../platform/sheets/sheet-description.js'
import { compactText, meansNothing, plainText } from '../../platform/sheets/text.js'
import type { Cell } from '../../platform/sheets/workbook.js'
import type { BankResult } from './bank-return-line.entity.js'

/** 'unreadable' where something stands that cannot be read, null where nothing stands. */
export interface BankRow {
  reference: string | null
  amountFen: number | 'unreadable' | null
  payee: string | null
  result: BankResult
  /** A date, or the word 'unreadable'. */
  paidOn: string | null
  serial: string | null
  remark: string | null
}

const failed = /失败|退票|退汇|退回|拒|未成功|不成功|作废|撤销|冲正|fail|reject|return|cancel|error/i
const paid =
  /成功|已支付|已付款?|已入账|支付完成|付款完成|^完成$|^已?处理完?成?$|success|^paid$|complete|settled|^ok$/i

/** 未成功 is no success: what failed is asked for first. */
export function readResult(cell: Cell): BankResult {
  const text = compactText(cell)
  if (failed.test(text)) return 'failed'
  return paid.test(text) ? 'paid' : 'unclear'
}

/** An amount above zero to the fen: 1000.5, "1,000.50", "¥1,000.50元", "CNY 1000". */
export function readAmount(cell: Cell): number | 'unreadable' | null {
  const text = compactText(cell)
    .replace(/^(?:CNY|RMB|人民币)/i, '')
    .replace(/圆$/, '元')
  if (meansNothing(text)) return null
  try {
    const amountFen = readYuan(text)
    return amountFen > 0 ? amountFen : 'unreadable'
  } catch (error) {
    if (error instanceof NotMoney) return 'unreadable'
    throw error
  }
}

const words = (longest: number) => (cell: Cell) => {
  const text = plainText(cell)
  return ok(meansNothing(text) ? null : [...text].slice(0, longest).join(''))
}
const code = (longest: number) => (cell: Cell) => {
  const text = compactText(cell).toUpperCase()
  return ok(meansNothing(text) ? null : text.slice(0, longest))
}

export const bankLinesSheet: SheetDescription<BankRow> = {
  module: import.meta.url,
  noun: 'bank-returns',
  titleZh: '银行回单',
  titleEn: 'Bank return',
  fields: [
    {
      name: 'reference',
      titleZh: '业务参考号',
      titleEn: 'Reference',
      synonyms: [
        '参考号',
        '业务编号',
        '业务号',
        '支付申请号',
        '支付编号',
        '客户参考号',
        '客户业务编号',
        '指令编号',
        '订单号',
        '凭证号',
        '支付令编号',
        'customer reference',
        'reference number',
        'ref',
      ],
      identifies: true,
      normalise: code(30),
    },
    {
      name: 'amountFen',
      titleZh: '金额',
      titleEn: 'Amount',
      synonyms: [
        '交易金额',
        '支付金额',
        '付款金额',
        '发生额',
        '实付金额',
        '借方金额',
        '借方发生额',
        'amount paid',
      ],
      kind: 'number',
      normalise: (cell) => ok(readAmount(cell)),
    },
    {
      name: 'payee',
      titleZh: '收款人',
      titleEn: 'Payee',
      synonyms: [
        '收款人名称',
        '收款户名',
        '收款方',
        '收款单位',
        '收款人姓名',
        '收款人全称',
        '对方户名',
        '户名',
        'beneficiary',
      ],
      normalise: words(80),
    },
    {
      name: 'result',
      titleZh: '结果',
      titleEn: 'Result',
      synonyms: [
        '状态',
        '交易状态',
        '处理结果',
        '支付状态',
        '交易结果',
        '处理状态',
        '付款状态',
        '支付结果',
        '回单状态',
        'status',
      ],
      normalise: (cell) => ok(readResult(cell)),
    },
    {
      name: 'paidOn',
      titleZh: '日期',
      titleEn: 'Date',
      synonyms: [
        '交易日期',
        '支付日期',
        '付款日期',
        '处理日期',
        '记账日期',
        '交易时间',
        '清算日期',
        '入账日期',
        '付款时间',
        'date paid',
        'value date',
      ],
      kind: 'date',
      normalise: (cell, { date1904 }) =>
        ok(meansNothing(plainText(cell)) ? null : (readDate(cell, date1904) ?? 'unreadable')),
    },
    {
      name: 'serial',
      titleZh: '流水号',
      titleEn: 'Serial number',
      synonyms: [
        '银行流水号',
        '交易流水号',
        '交易流水',
        '流水',
        '回单号',
        '回单编号',
        '银行流水',
        '核心流水号',
        'serial',
        'transaction id',
      ],
      identifies: true,
      normalise: code(60),
    },
    {
      name: 'remark',
      titleZh: '备注',
      titleEn: 'Remark',
      synonyms: ['附言', '摘要', '失败原因', '退票原因', '用途', '说明', '原因', '失败信息', 'reason'],
      normalise: words(200),
    },
  ],
  requiredColumns: [['reference'], ['amountFen'], ['result']],
  check: () => [],
  toRow: (values) => values as unknown as BankRow,
  // Lines that say the same thing twice are found when they are matched.
  keys: () => [],
  label: () => null,
  reasons: commonReasons,
}
