import type { Texts } from '../../platform/texts.js'

/** Sentences of performance targets. */
export const performanceTexts: Texts = {
  'funding.performance_exists': {
    zh: '{fiscalYear} 年度“{fund}”已经设定绩效目标，请打开原有的。',
    en: 'Targets of {fund} for {fiscalYear} have been set already; please open those.',
  },
  'funding.performance_not_approved': {
    zh: '预算测算还没有审定。审定后才能设定绩效目标。',
    en: 'The estimate is not approved yet; targets are set when it is.',
  },
  'funding.performance_target_reason': {
    zh: '目标与审定的预算测算不一致，请写明原因。',
    en: 'The targets differ from the approved estimate: please give the reason.',
  },
  'funding.performance_reason': {
    zh: '填写的数字与记录不一致，请写明原因和依据。',
    en: 'What was entered differs from the records: please say why, and what it is based on.',
  },
  'funding.performance_early': {
    zh: '{from} 起才能填写，现在还早。',
    en: 'This can be filled in from {from}; it is too early now.',
  },
}
