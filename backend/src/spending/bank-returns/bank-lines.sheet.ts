/** How a bank's or treasury's return (银行回单) looks in a sheet. What cannot be read is said line by line, never left out. */
import { commonReasons } from '../../platform/sheets/reasons.js'
import { noted, ok, type SheetDescription } from '../../platform/sheets/sheet-description.js'
import { compactText, meansNothing, plainText } from '../../platform/sheets/text.js'
import type { Cell } from '../../platform/sheets/workbook.js'
import { type BankAmount, isTotalWord, readAmount, readBankDay, readCode } from './bank-cells.js'
import type { BankResult } from './bank-return-line.entity.js'
import { readResult } from './result-words.js'

/** 'unreadable' where something stands that cannot be read, null where nothing stands. */
export interface BankRow {
  /** 'digits_lost' where a spreadsheet has made a figure of it. */
  reference: string | null
  amountFen: number | 'unreadable' | null
  /** The bank wrote the amount with a minus, or in brackets. */
  isNegative: boolean
  payee: string | null
  result: BankResult
  /** A date, or the word 'unreadable'. */
  paidOn: string | null
  /** Null, too, where its digits are lost: what is the same for many is no number of one. */
  serial: string | null
  remark: string | null
  /** The line adds up the others and is no payment. */
  isTotal: boolean
}

const words = (longest: number) => (cell: Cell) => {
  const text = plainText(cell)
  return ok(meansNothing(text) ? null : [...text].slice(0, longest).join(''))
}

/** What a person should know of lines that were read all the same. */
const bankNotes = {
  serial_digits_lost: {
    zh: '流水号被表格软件存成了数字（如 2.02611E+19），末几位已丢失，不作为流水号使用；这些行仍按参考号和金额核对。请向银行要原始文件，或把这一列设为文本。',
    en: 'the serial number was saved as a figure (such as 2.02611E+19) and its last digits are lost; it is not used as a serial number, and these lines are matched by reference and amount. Ask the bank for the original file, or format the column as text.',
  },
} as const

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
      normalise: (cell) => ok(readCode(cell, 30)),
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
      normalise: (cell, { date1904 }) => ok(readBankDay(cell, date1904)),
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
      normalise: (cell) => {
        const serial = readCode(cell, 60)
        return serial === 'digits_lost' ? noted(null, 'serial_digits_lost') : ok(serial)
      },
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
  toRow: ({ amountFen: amount, ...values }, context) => {
    const { fen: amountFen, isNegative } =
      amount !== null && typeof amount === 'object'
        ? (amount as BankAmount)
        : { fen: amount as 'unreadable' | null, isNegative: false }
    const isTotal = ['reference', 'payee', 'serial', 'paidOn'].some((field) =>
      isTotalWord(compactText(context.cell(field))),
    )
    return { ...values, amountFen, isNegative, isTotal } as BankRow
  },
  // Lines that say the same thing twice are found when they are matched.
  keys: () => [],
  label: () => null,
  reasons: { ...commonReasons, ...bankNotes },
}
