/** What a difference is called, and what to do about it (差异的名称与办法), for the paper. Pure. */
import { reasonWords } from './line-words.js'
import type { DifferenceClass, DifferenceReason } from './differences.js'

interface InBothLanguages {
  readonly zh: string
  readonly en: string
}

export const classWords: Record<DifferenceClass, InBothLanguages> = {
  bank_only: { zh: '银行已付、账面未记', en: 'Paid by the bank, not in the ledger' },
  ledger_only: { zh: '账面已记、银行未付', en: 'In the ledger, not at the bank' },
  returned: { zh: '银行退汇、账面未冲', en: 'Sent back by the bank, still spent in the ledger' },
  taken_back_only: { zh: '账面已冲、银行未退', en: 'Taken back in the ledger, not at the bank' },
}

export const differenceWords: Record<DifferenceReason, InBothLanguages> = {
  ...reasonWords,
  paid_twice: { zh: '重复付款', en: 'Paid twice' },
  sent_back: { zh: '退汇', en: 'Sent back' },
  without_line: { zh: '银行文件里没有', en: 'Not in any file of the bank' },
  not_posted: { zh: '台账里没有', en: 'Not in the ledger' },
  other_day: { zh: '另一方记在期间以外的日期', en: 'On the other side on a day outside these' },
}
