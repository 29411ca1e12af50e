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
    zh: '“{title}”已经撤回。请把其中的申报退回学校，核对后再送审、公示。',
    en: '{title} has been withdrawn. Send its declarations back to the schools; they are checked and published again.',
  },
  'funding.objections_open': {
    zh: '“{title}”还有 {count} 条异议没有答复，请先处理。',
    en: '{title} has unanswered objections ({count}); answer them first.',
  },
  'funding.published_already': { zh: '“{title}”已经公示过了。', en: '{title} has been published already.' },
}
