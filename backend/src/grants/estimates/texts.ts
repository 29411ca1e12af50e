import type { Texts } from '../../platform/texts.js'

/** Sentences of budget estimates. */
export const estimateTexts: Texts = {
  'funding.estimate_exists': {
    zh: '{fiscalYear} 年度“{fund}”已有预算测算，请打开原有的测算。',
    en: 'There is already an estimate of {fund} for {fiscalYear}; please open that one.',
  },
  'funding.estimate_reason_needed': {
    zh: '预计的数字与记录不一致，请写明原因（例如预计新增班级）。',
    en: 'Expected counts differ from the records: please give the reason (for example a class that is to open).',
  },
  'funding.estimate_class_unknown': {
    zh: '编号 {homeClassId} 的班级不在这份测算里。请刷新后再改。',
    en: 'The class with the number {homeClassId} is not in this estimate. Reload and change it again.',
  },
}
