import type { Texts } from '../../platform/texts.js'

export const publicationTexts: Texts = {
  'funding.publication_running': {
    zh: '“{title}”公示到 {closesOn}，期满后才能继续。',
    en: '{title} is public until {closesOn}; it can go on after that day.',
  },
  'funding.publication_closed': {
    zh: '公示期到 {closesOn} 已经结束，不再接受异议。请直接向公布单位反映。',
    en: 'The period ended on {closesOn} and takes no more objections. Please turn to the office that published it.',
  },
  'funding.publication_withdrawn': {
    zh: '“{title}”已经撤回，请重新公示。',
    en: '{title} has been withdrawn; publish it anew.',
  },
  'funding.objections_open': {
    zh: '“{title}”还有 {count} 条异议没有答复，请先处理。',
    en: '{title} has unanswered objections ({count}); answer them first.',
  },
  'funding.published_already': { zh: '“{title}”已经公示过了。', en: '{title} has been published already.' },
  'funding.publish_unissued': {
    zh: '“{title}”还没有下达，不能公示。',
    en: '{title} has not been issued and cannot be published.',
  },
  'funding.publish_unsettled': {
    zh: '“{title}”的结算还没有批准，不能公示。',
    en: 'The statement for {title} has not been approved and cannot be published.',
  },
  'funding.office_publishes': {
    zh: '申报由教育局财务科统一公示，学校不能自己公示或退回。',
    en: 'Declarations are published and sent back by the education office, not by the school.',
  },
  'funding.publish_one_fund': {
    zh: '一份公示只能包含同一年度、同一资金的申报。',
    en: 'One publication holds declarations of one fund and one year.',
  },
  'funding.publish_unchecked': {
    zh: '{school}的申报还没有通过财政审核，不能公示。',
    en: 'The declaration of {school} has not passed the finance check and cannot be published.',
  },
}
