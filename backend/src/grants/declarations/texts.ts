import type { Texts } from '../../platform/texts.js'

/** Sentences of declarations and their supplements. */
export const declarationTexts: Texts = {
  'funding.declaration_exists': {
    zh: '{period}“{fund}”已有申报，请打开原有的申报；班级或标准有变化的，在原申报里做补充申报。',
    en: 'There is already a declaration of {fund} for {period}; open that one. If classes or standards have changed, supplement it there.',
  },
  'funding.period_in_the_way': {
    zh: '“{fund}”已有{other}的申报，包括 {fromMonth} 月至 {toMonth} 月；同一个月不能申报两次，不能再申报{period}。',
    en: '{fund} is already declared for {other}, months {fromMonth} to {toMonth}; no month is declared twice, so {period} cannot be declared.',
  },
  'funding.share_of_year': {
    zh: '同一年度各期的课后服务比例要一致，请与{period}的申报相同。',
    en: 'All periods of a year have the same share for the service; take that of {period}.',
  },
  'funding.nothing_to_declare': {
    zh: '{school}的这份申报没有班级，不能提交。请先核对班级，再重新计数。',
    en: 'This declaration of {school} has no classes and cannot be submitted. Check the classes and count anew.',
  },
  'funding.supplement_open': {
    zh: '{period}“{fund}”还有一份申报没有批准，请先办完那一份，再做补充申报。',
    en: 'A declaration of {fund} for {period} is not approved yet; finish that one before supplementing it.',
  },
  'funding.no_difference': {
    zh: '{school}{period}“{fund}”的申报与现在的班级和标准一致，不需要补充申报。',
    en: 'What {school} has declared of {fund} for {period} agrees with its classes and the standards; no supplement is needed.',
  },
  'funding.reason_needed': {
    zh: '申报的数字与记录不一致，请写明原因。',
    en: 'Counts differ from the records: please give the reason.',
  },
  'funding.class_not_declared': {
    zh: '编号 {homeClassId} 的班级不在这份申报里。请重新计数后再改。',
    en: 'The class with the number {homeClassId} is not in this declaration. Count anew, then change it.',
  },
  'funding.share_of_first': {
    zh: '补充申报沿用原申报的课后服务比例，不能改。',
    en: 'A supplement keeps the share of the declaration that it supplements.',
  },
  'funding.office_publishes': {
    zh: '申报由教育局财务科统一公示，学校不能自己公示或退回。',
    en: 'Declarations are published and sent back by the education office, not by the school.',
  },
  'funding.publish_one_fund': {
    zh: '一份公示只能包含同一资金、同一申报期的申报。',
    en: 'One publication holds declarations of one fund and one period.',
  },
  'funding.publish_unchecked': {
    zh: '{school}的申报还没有通过财政审核，不能公示。',
    en: 'The declaration of {school} has not passed the finance check and cannot be published.',
  },
  'funding.fund_without_stage': {
    zh: '“{fund}”没有为{school}的学段设定用途，不能申报。',
    en: '{fund} names no purpose for the stage of {school}; nothing can be declared.',
  },
  'funding.not_computable': {
    zh: '按标准无法计算：{problem}。请核对标准和各班数字。',
    en: 'This cannot be computed: {problem}. Check the standard and the counts.',
  },
}
