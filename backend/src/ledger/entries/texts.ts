import type { Texts } from '../../platform/texts.js'

export const entryTexts: Texts = {
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
  'funding.ceiling_exceeded': {
    zh: '{className}的可用余额为 {leftFen}，不足以支付 {amountFen}。请减少金额，或改用其他班级的经费。',
    en: "{className} has {leftFen} left, which is less than {amountFen}. Lower the amount or use another class's money.",
  },
  'funding.school_ceiling_exceeded': {
    zh: '学校尚未到班的经费还有 {leftFen}，不足 {amountFen}。请减少金额。',
    en: 'The school has {leftFen} that stands on no class yet, which is less than {amountFen}. Lower the amount.',
  },
  'funding.period_closed': {
    zh: '{month} 已经结账，不能再记入。请改用以后的日期，或请校长重新打开该月。',
    en: '{month} is closed and takes no more entries. Use a later date, or ask the principal to open the month again.',
  },
  'funding.posted_already': {
    zh: '这一笔已经记过账了，没有重复记账。',
    en: 'This has been posted already; nothing was posted twice.',
  },
}
