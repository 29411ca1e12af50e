import type { Texts } from '../../platform/texts.js'

/** Sentences of funds, standards, policies and packs. */
export const standardTexts: Texts = {
  'funding.not_entitled_no_standard': {
    zh: '{school}所在地区没有“{fund}”的标准，{fiscalYear} 年度不能申报。请教育局计财科先录入标准或装载政策包。',
    en: 'No standard of {fund} covers the region of {school}, so nothing can be declared for {fiscalYear}. The education finance office must enter one or load a policy pack.',
  },
  'funding.not_entitled_stage_not_covered': {
    zh: '“{fund}”的标准不包括{school}的学段，{fiscalYear} 年度不能申报。',
    en: 'The standards of {fund} do not cover the stage of {school}; nothing can be declared for {fiscalYear}.',
  },
  'funding.not_entitled_area_not_covered': {
    zh: '“{fund}”的标准不包括{school}所属的城乡类别，{fiscalYear} 年度不能申报。请核对学校资料。',
    en: "The standards of {fund} do not cover the area (urban, township, rural) of {school}; nothing can be declared for {fiscalYear}. Check the school's particulars.",
  },
  'funding.not_entitled_ownership_not_covered': {
    zh: '“{fund}”的标准不包括{school}的办学性质（公办或民办），{fiscalYear} 年度不能申报。请核对学校资料。',
    en: "The standards of {fund} do not cover the ownership (public or private) of {school}; nothing can be declared for {fiscalYear}. Check the school's particulars.",
  },
  'funding.not_entitled_region_not_covered': {
    zh: '“{fund}”的分档没有列入{school}所在地区，{fiscalYear} 年度不能申报。',
    en: 'No tier of {fund} names the region of {school}; nothing can be declared for {fiscalYear}.',
  },
  'funding.not_entitled_not_yet_in_force': {
    zh: '“{fund}”的标准在 {fiscalYear} 年度的计数日还没有开始执行，{school}不能申报。',
    en: 'The standards of {fund} are not yet in force on the count day of {fiscalYear}; {school} cannot declare.',
  },
  'funding.not_entitled_no_longer_in_force': {
    zh: '“{fund}”的标准在 {fiscalYear} 年度的计数日已停止执行，{school}不能申报。',
    en: 'The standards of {fund} are no longer in force on the count day of {fiscalYear}; {school} cannot declare.',
  },
  'funding.not_entitled_no_classes': {
    zh: '{school}在 {fiscalYear} 年度的计数日没有班级，请先导入班级，再申报“{fund}”。',
    en: '{school} has no classes on the count day of {fiscalYear}; import them first, then declare {fund}.',
  },
  'funding.standard_by_term': {
    zh: '“{fund}”的标准按学期计算，只能按学期申报。请教育局把资金规定里的申报期改为“学期”。',
    en: 'The standards of {fund} are by term, so it can only be declared by term. The education office must set the period in its policy to “term”.',
  },
  'funding.period_without_terms': {
    zh: '{school}所在地区还没有 {fiscalYear} 年开始的学期，不能按学期申报。请先在校历里建学期。',
    en: 'No term of the region of {school} begins in {fiscalYear}, so nothing can be declared by term. Enter the terms in the calendar first.',
  },
  'funding.period_by_year': {
    zh: '“{fund}”按年度申报，请选择 {fiscalYear} 年度。',
    en: '{fund} is declared by the year; choose {fiscalYear}.',
  },
  'funding.period_by_half': {
    zh: '“{fund}”按半年申报，请选择 {fiscalYear} 年上半年或下半年。',
    en: '{fund} is declared by half years; choose a half of {fiscalYear}.',
  },
  'funding.period_by_term': {
    zh: '“{fund}”按学期申报，请选择 {fiscalYear} 年的一个学期。',
    en: '{fund} is declared by term; choose a term of {fiscalYear}.',
  },
  'funding.period_by_month': {
    zh: '“{fund}”按月申报，请选择 {fiscalYear} 年的一个月。',
    en: '{fund} is declared by month; choose a month of {fiscalYear}.',
  },
  'funding.standard_not_later': {
    zh: '同一项标准已有从 {validFromOn} 起执行的版本。新版本的开始日期要晚于它；以前的版本不能改。',
    en: 'The same standard has a version in force from {validFromOn}. A new version must begin later; earlier versions cannot be changed.',
  },
  'funding.region_not_yours': {
    zh: '只能为本地区及下级地区、并在资金所属地区范围内设定。',
    en: 'This can only be set for your region or one below it, within the region of the fund.',
  },
  'funding.school_standard_alone': {
    zh: '{school}没有可依据的上级标准。学校标准只能在上级标准以内从严，不能单独设定。',
    en: "{school} has no standard from above. A school's own standard can only be stricter than one that holds already.",
  },
  'funding.school_laxer_form': {
    zh: '学校标准只能降低金额、比例和月数；计数方式、取整、分档和分担必须与上级标准相同。',
    en: "A school's own standard may only lower amount, share and months; what is counted, rounding, tiers and shares must be those of the standard above.",
  },
  'funding.school_laxer_amount': {
    zh: '学校标准的金额高于上级标准 {aboveFen}。请降低金额。',
    en: "The school's amount is above the inherited {aboveFen}. Lower it.",
  },
  'funding.school_laxer_share': {
    zh: '学校标准的比例高于上级标准的 {above}‰。请降低比例。',
    en: "The school's share is above the inherited {above}‰. Lower it.",
  },
  'funding.school_laxer_months': {
    zh: '学校标准的月数高于上级标准（{above} 个十分之一月）。请减少月数。',
    en: 'The school grants more months than the standard above ({above} tenths of a month). Lower them.',
  },
  'funding.rule_unit_not_for_model': {
    zh: '单位与计算方式不合：按课次计算的标准单位是“每次”，其他方式不能用“每次”。',
    en: 'The unit does not fit: standards by session are per session, others are not.',
  },
  'funding.rule_each_month_only_for_participants': {
    zh: '“逐月计数”只用于按参加学生、每月计算的标准。',
    en: 'Counting each month is only for standards by participant and month.',
  },
  'funding.rule_amount_wrong': {
    zh: '请填写大于零的金额。只有按减免学生计算、补助实际减免金额的标准可以填 0。',
    en: 'Give an amount above zero. Only a standard for waivers that grants a share of the sum waived may have 0.',
  },
  'funding.rule_share_wrong': {
    zh: '比例要大于 0，不超过 100%。',
    en: 'The share must be above 0 and at most 100%.',
  },
  'funding.rule_months_wrong': { zh: '月数要在 0.1 到 12 之间。', en: 'Months must lie between 0.1 and 12.' },
  'funding.rule_count_day_wrong': {
    zh: '计数日要是每年都有的日子，例如 09-30。',
    en: 'The count day must be a day that every year has, for example 09-30.',
  },
  'funding.rule_shares_wrong': {
    zh: '分担比例有误：每级财政只能写一次，至少有一级出资。',
    en: 'The cost shares are wrong: each level once, and at least one that pays.',
  },
  'funding.rule_tiers_wrong': {
    zh: '分档有误：每档要有不同的代码、至少一个地区和大于零的系数。',
    en: 'The tiers are wrong: each needs a code of its own, at least one region and a coefficient above zero.',
  },
  'funding.rule_dates_wrong': {
    zh: '停止执行的日期早于开始执行的日期。',
    en: 'The standard would end before it begins.',
  },
  'funding.policy_exists': {
    zh: '从 {validFromOn} 起执行的资金规定已经有了。',
    en: 'There is already a policy in force from {validFromOn}.',
  },
  'funding.policy_not_later': {
    zh: '这项资金已有从 {validFromOn} 起执行的规定。新的规定要从更晚的日期开始。',
    en: 'This fund has a policy in force from {validFromOn}; a new one must begin later.',
  },
  'funding.pack_of_other_region': {
    zh: '这个政策包按地区分档，各档的地区不在所选地区之内，装载后没有学校能适用。请在其所属地区装载。',
    en: 'This pack has tiers by region, and none of their regions lies in the one chosen; it would hold for no school. Load it where it belongs.',
  },
  'funding.fund_exists': {
    zh: '代码为 {code} 的资金已经有了。',
    en: 'There is already a fund with the code {code}.',
  },
  'funding.fund_not_for_stage': { zh: '“{fund}”不用于这个学段。', en: '{fund} is not meant for this stage.' },
  'funding.standard_exists': {
    zh: '从 {validFromOn} 起执行的标准已经有了。',
    en: 'There is already a standard in force from {validFromOn}.',
  },
}
