/** What may stand in a column of a bank's file (银行文件的字段), with what must, and how one looks. Pure. */
import { bankLinesSheet } from '../bank-returns/bank-lines.sheet.js'

export const bankDirections = ['out', 'in'] as const
export type BankDirection = (typeof bankDirections)[number]

export interface FormatColumn {
  readonly field: string
  readonly title: string
  /** Of a fixed text only: what stands in every row; null: nothing does. */
  readonly value: string | null
}

export interface FormatField {
  readonly name: string
  readonly titleZh: string
  readonly titleEn: string
  readonly isRequired: boolean
  /** May stand in several columns. */
  readonly isRepeatable: boolean
  readonly sample: string
}

interface OutField extends FormatField {
  readonly kind: 'text' | 'fen' | 'integer'
}

const out = (
  name: string,
  [titleZh, titleEn]: readonly [string, string],
  sample: string,
  more: Partial<OutField> = {},
): OutField => ({
  name,
  titleZh,
  titleEn,
  sample,
  kind: 'text',
  isRequired: false,
  isRepeatable: false,
  ...more,
})

/** The order of the sealed rows of an order for the bank; never to be changed, for old orders are read by it. */
export const rowFields = [
  'reference',
  'payer',
  'payee',
  'account',
  'bank',
  'bankCode',
  'amountFen',
  'purpose',
  'batch',
] as const

export const outFields: readonly OutField[] = [
  out('reference', ['业务参考号', 'Reference'], 'KH00000125', { isRequired: true }),
  out('payer', ['付款单位', 'Payer'], '示例小学'),
  out('payee', ['收款人全称', 'Payee'], '晨光文具店', { isRequired: true }),
  out('account', ['账号', 'Account'], '6222020000001234', { isRequired: true }),
  out('bank', ['开户行', 'Bank'], '工商银行示例支行'),
  out('bankCode', ['联行号', 'Bank code'], '102161000017'),
  out('amountFen', ['金额', 'Amount'], '¥1,234.50', { isRequired: true, kind: 'fen' }),
  out('purpose', ['用途', 'Remark'], '三(1)班 剪纸材料'),
  out('batch', ['批次号', 'Batch'], '2026-0007'),
  out('sequence', ['序号', 'Number'], '1', { kind: 'integer' }),
  out('fixed', ['固定内容', 'Fixed text'], '', { isRepeatable: true }),
]

const inSamples: Readonly<Record<string, string>> = {
  reference: 'KH00000125',
  amountFen: '1234.50',
  payee: '晨光文具店',
  result: '成功',
  paidOn: '2026-11-27',
  serial: '20261127000123',
  remark: '',
}

export const inFields: readonly FormatField[] = bankLinesSheet.fields.map(({ name, titleZh, titleEn }) => ({
  name,
  titleZh,
  titleEn,
  isRequired: bankLinesSheet.requiredColumns.some((group) => group.length === 1 && group[0] === name),
  isRepeatable: false,
  sample: inSamples[name] ?? '',
}))

export const fieldsOf = (direction: BankDirection): readonly FormatField[] =>
  direction === 'out' ? outFields : inFields
