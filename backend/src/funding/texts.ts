import type { Texts } from '../platform/texts.js'
import { boardTexts } from './allotments/texts.js'
import { grantTexts } from './appropriations/texts.js'
import { attachmentTexts } from './attachments/texts.js'
import { findingTexts } from './audit-rules/texts.js'
import { bankReturnTexts } from './bank-returns/texts.js'
import { declarationTexts } from './declarations/texts.js'
import { estimateTexts } from './estimates/texts.js'
import { ledgerTexts } from './ledger/texts.js'
import { paymentTexts } from './payments/texts.js'
import { publicationTexts } from './publications/texts.js'
import { reminderTexts } from './reminders/texts.js'
import { settlementTexts } from './settlements/texts.js'
import { standardTexts } from './standards/texts.js'

export const fundingTexts: Texts = {
  ...publicationTexts,
  ...findingTexts,
  ...reminderTexts,
  ...standardTexts,
  ...estimateTexts,
  ...declarationTexts,
  ...grantTexts,
  ...boardTexts,
  ...settlementTexts,
  ...attachmentTexts,
  ...bankReturnTexts,
  ...ledgerTexts,
  ...paymentTexts,
  'funding.fund_exists': {
    zh: '代码为 {code} 的资金已经有了。',
    en: 'There is already a fund with the code {code}.',
  },
  'funding.fund_not_for_stage': { zh: '“{fund}”不用于这个学段。', en: '{fund} is not meant for this stage.' },
  'funding.standard_exists': {
    zh: '从 {validFromOn} 起执行的标准已经有了。',
    en: 'There is already a standard in force from {validFromOn}.',
  },
  'funding.nothing_approved': {
    zh: '{fiscalYear} 年度“{fund}”没有已批准且尚未下达的申报。',
    en: 'There is no approved declaration of {fund} for {fiscalYear} that has not been granted yet.',
  },
  'funding.sum_differs': {
    zh: '附表合计 {sumFen} 与总额 {totalFen} 不一致，请删除草稿后重新起草。',
    en: 'The attachment adds up to {sumFen}, the notice says {totalFen}; delete the draft and draft it anew.',
  },
  'funding.document_number_taken': {
    zh: '文号“{documentNumber}”已被使用。',
    en: 'The document number {documentNumber} is taken.',
  },
  'funding.notice_of_other_region': {
    zh: '这份通知由另一地区办理，您只能查看。',
    en: 'This notice belongs to another region; you may only look at it.',
  },
  'funding.received_already': { zh: '这笔经费已经确认到账。', en: 'This money has been confirmed already.' },
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
  'funding.level_needed': {
    zh: '这项资金由几级财政分担，请选择由哪一级下达。',
    en: 'Several levels of government share this fund: choose whose share is granted.',
  },
  'funding.not_received': {
    zh: '这笔经费还没有确认到账，先确认到账再做分配方案。',
    en: 'This money has not been confirmed as received; confirm it first, then draft the scheme.',
  },
  'funding.scheme_exists': {
    zh: '这笔经费已有分配方案，请打开原有的方案。',
    en: 'There is a scheme for this money already; please open that one.',
  },
}
