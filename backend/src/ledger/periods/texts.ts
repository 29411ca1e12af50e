import type { Texts } from '../../platform/texts.js'

export const periodTexts: Texts = {
  'funding.period_not_over': {
    zh: '{month} 还没有结束，月底以后才能结账。',
    en: '{month} is not over; it can be closed after its last day.',
  },
  'funding.period_order': {
    zh: '要先结 {month} 的账，月份要按顺序结。',
    en: 'Close {month} first: months are closed in order.',
  },
  'funding.period_nothing': {
    zh: '{month} 以前还没有分录，不用结账。',
    en: 'There are no entries up to {month}, so there is nothing to close.',
  },
  'funding.period_later_closed': {
    zh: '{month} 已经结账，请先打开它：从最后一个月往前打开。',
    en: '{month} is closed; open it first: months are opened from the last one backwards.',
  },
  'funding.period_never_closed': { zh: '{month} 没有结过账。', en: '{month} has not been closed.' },
}
