/** Formats that everybody has (预置格式): common shapes of treasury and bank files, to be used as they are or as a beginning. Pure. */
import type { ResultWords } from '../bank-returns/result-words.js'
import { type BankDirection, type FormatColumn, outFields, rowFields } from './bank-format-fields.js'

type Language = 'zh' | 'en'

export interface FormatPreset {
  readonly key: string
  readonly direction: BankDirection
  readonly zh: string
  readonly en: string
  /** The titles are the bank's in either language, but for Kehou's own shape. */
  readonly columnsIn: (language: Language) => readonly FormatColumn[]
  readonly words: ResultWords | null
}

type Shape = readonly (readonly [field: string, title: string, value?: string])[]

const asWritten = (shape: Shape) => {
  const columns = shape.map(([field, title, value]) => ({ field, title, value: value ?? null }))
  return () => columns
}

const ownShape = (language: Language): FormatColumn[] =>
  rowFields.map((name) => {
    const field = outFields.find((each) => each.name === name)!
    return { field: name, title: language === 'zh' ? field.titleZh : field.titleEn, value: null }
  })

/** What an order's file looks like where nobody has said otherwise. */
export const standardKey = 'standard'

export const presets: readonly FormatPreset[] = [
  {
    key: standardKey,
    direction: 'out',
    zh: '课后通用格式',
    en: 'The usual columns',
    columnsIn: ownShape,
    words: null,
  },
  {
    key: 'treasury',
    direction: 'out',
    zh: '国库集中支付（样板）',
    en: 'Treasury payment (sample)',
    columnsIn: asWritten([
      ['sequence', '序号'],
      ['reference', '支付申请编号'],
      ['payer', '预算单位名称'],
      ['fixed', '支付方式', '国库集中支付'],
      ['payee', '收款人全称'],
      ['account', '收款人账号'],
      ['bank', '收款人开户银行'],
      ['bankCode', '开户银行行号'],
      ['amountFen', '支付金额'],
      ['purpose', '用途'],
      ['batch', '批次号'],
    ]),
    words: null,
  },
  {
    key: 'bank_batch',
    direction: 'out',
    zh: '商业银行批量付款（样板）',
    en: 'Batch payment of a bank (sample)',
    columnsIn: asWritten([
      ['sequence', '序号'],
      ['account', '收款账号'],
      ['payee', '收款户名'],
      ['bank', '收款开户行'],
      ['bankCode', '收款行联行号'],
      ['amountFen', '付款金额'],
      ['fixed', '币种', '人民币'],
      ['purpose', '附言'],
      ['reference', '客户业务编号'],
    ]),
    words: null,
  },
  {
    key: 'treasury_return',
    direction: 'in',
    zh: '国库支付回单（样板）',
    en: 'Treasury return (sample)',
    columnsIn: asWritten([
      ['reference', '支付申请编号'],
      ['payee', '收款人全称'],
      ['amountFen', '支付金额'],
      ['result', '支付状态'],
      ['paidOn', '支付日期'],
      ['serial', '支付凭证号'],
      ['remark', '退回原因'],
    ]),
    words: null,
  },
  {
    key: 'bank_batch_return',
    direction: 'in',
    zh: '商业银行批量回单（样板）',
    en: 'Batch return of a bank (sample)',
    columnsIn: asWritten([
      ['reference', '客户业务编号'],
      ['payee', '收款户名'],
      ['amountFen', '付款金额'],
      ['result', '处理状态'],
      ['paidOn', '处理日期'],
      ['serial', '银行流水号'],
      ['remark', '失败原因'],
    ]),
    words: {
      paid: ['成功', '交易成功', '处理成功', '支付成功', '已付款'],
      failed: ['失败', '交易失败', '处理失败', '支付失败', '已拒绝'],
      returned: ['退汇', '已退汇', '退票', '已退回'],
    },
  },
  {
    key: 'english_return',
    direction: 'in',
    zh: '英文表头回单（样板）',
    en: 'Return with an English header (sample)',
    columnsIn: asWritten([
      ['reference', 'CUST_REF_NO'],
      ['payee', 'PAYEE_NAME'],
      ['amountFen', 'TXN_AMT'],
      ['result', 'TXN_STATUS'],
      ['paidOn', 'VALUE_DATE'],
      ['serial', 'BANK_SERIAL_NO'],
      ['remark', 'REASON'],
    ]),
    words: {
      paid: ['S', 'SUCCESS', 'PAID', 'SETTLED'],
      failed: ['F', 'FAILED', 'REJECTED'],
      returned: ['R', 'RETURNED', 'REVERSED'],
    },
  },
]

export const presetsOf = (direction: BankDirection): readonly FormatPreset[] =>
  presets.filter((each) => each.direction === direction)
