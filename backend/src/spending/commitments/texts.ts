import type { Texts } from '../../platform/texts.js'

export const commitmentTexts: Texts = {
  'funding.commitment_days': {
    zh: '到期日期 {endsOn} 早于签订日期 {signedOn}，请核对。',
    en: 'It ends on {endsOn}, before it was signed on {signedOn}. Please check the days.',
  },
  'funding.commitment_not_open': {
    zh: '“{title}”还没有批准，或已经结束，不能再从它支付。',
    en: '{title} is not approved yet or has ended; nothing can be paid under it.',
  },
  'funding.commitment_other_payee': {
    zh: '“{title}”约定付给“{payee}”，收款人要是它。',
    en: '{title} is with {payee}: that is who must be paid.',
  },
  'funding.commitment_other_name': {
    zh: '“{title}”约定付给“{agreed}”，收款人现在的名称却是“{payee}”。名称变了请结束后重新签订。',
    en: '{title} is with {agreed}, but the payee is called {payee} now. Where the name has changed, end it and make a new one.',
  },
  'funding.commitment_other_line': {
    zh: '第 {number} 行不在“{title}”的明细里：要用它约定的班级、资金和用途。',
    en: 'Line {number} is none of {title}: take the class, money and account that it names.',
  },
  'funding.commitment_exceeded': {
    zh: '{className}在“{title}”里还剩 {leftFen}，不能支付 {askedFen}。',
    en: '{className}: {leftFen} of {title} is left, less than the {askedFen} that is asked for.',
  },
  'funding.commitments_open': {
    zh: '还有 {count} 份合同或采购没有结束，仍预留着这笔经费：{commitments}。请先结束。',
    en: '{count} contracts or purchases have not ended and still reserve this money: {commitments}. End them first.',
  },
}
