import type { Texts } from '../../platform/texts.js'

export const distributionSchemeTexts: Texts = {
  'funding.scheme_sum_differs': {
    zh: '“{purpose}”的明细合计 {sumFen}，应为 {totalFen}，{side} {differenceFen}。请调整后再保存。',
    en: 'The lines for {purpose} add up to {sumFen} instead of {totalFen}: {differenceFen} too {side}. Mend them and save again.',
  },
  'funding.scheme_nothing': {
    zh: '“{fund}”没有尚未到班的结转资金，不需要分配方案。',
    en: '{fund} has no carried-over money that stands on no class; no scheme is needed.',
  },
  'funding.scheme_open': {
    zh: '这笔结转资金已有办理中的分配方案，请打开原有的方案。',
    en: 'A scheme for this carried-over money is under way; please open that one.',
  },
  'funding.scheme_no_classes': {
    zh: '{school}没有在用的班级，不能分配。',
    en: '{school} has no active classes to put the money on.',
  },
  'funding.scheme_class_strange': {
    zh: '有一行的班级不是本校在用的班级。',
    en: 'A line names a class that is no active class of the school.',
  },
  'funding.scheme_exists': {
    zh: '这笔经费已有分配方案，请打开原有的方案。',
    en: 'There is a scheme for this money already; please open that one.',
  },
}
