import type { Texts } from '../../platform/texts.js'

export const entryTexts: Texts = {
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
