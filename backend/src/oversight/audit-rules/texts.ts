import type { Texts } from '../../platform/texts.js'
import { runningRules } from './rules.js'

export const findingTexts: Texts = {
  // What each rule says of its findings stands with the rule.
  ...Object.fromEntries(runningRules.map(({ code, finding }) => [`finding.${code}`, finding])),
  'funding.owner_unfit': {
    zh: '责任人必须是本校或本级部门的在用账号，请重新选择。',
    en: 'Choose somebody of the school or of your own office whose account is in use.',
  },
  'funding.finding_still_there': {
    zh: '规则现在仍然查出这个问题，请先改正数据，再核实。',
    en: 'The rule still finds this: mend it first, then verify.',
  },
  'funding.finding_over': {
    zh: '这个问题已经了结，不能再办理。',
    en: 'This finding is over; nothing more can be done with it.',
  },
  'funding.finding_needs_paper': {
    zh: '外部检查发现的问题，要先上传整改材料（附件），再提交。',
    en: 'This was found from outside: add the papers that show how it was mended, then hand it in.',
  },
  'funding.finding_of_office': {
    zh: '这是上级登记的检查问题，学校不能改动内容。有不同意见请在整改说明里写明，或请登记人更正。',
    en: 'An office has entered this finding; the school cannot change its words. Say so in the answer, or ask who entered it to correct it.',
  },
  'funding.finding_due_later': {
    zh: '整改期限定在 {dueOn}，学校不能自行延长。需要延期请与上级联系。',
    en: 'It is due on {dueOn}, and the school cannot give itself more time. Ask the office for it.',
  },
  'funding.finding_of_rule': {
    zh: '审计规则查出的问题不能修改内容，请改正数据。',
    en: 'A rule found this; its words cannot be changed. Mend the data instead.',
  },
  'funding.finding_entered': {
    zh: '同一单位、同一文号的这个问题已经登记过。',
    en: 'This finding of the same institution and document has been entered already.',
  },
  'funding.finding_later': {
    zh: '发现日期 {foundOn} 还没有到，请更正。',
    en: 'The day {foundOn} has not come yet; please correct it.',
  },
  'funding.finding_due_first': {
    zh: '整改期限 {dueOn} 早于发现日期 {foundOn}，请更正。',
    en: 'The due date {dueOn} lies before the day {foundOn} of the finding; please correct it.',
  },
  'funding.due_in_past': {
    zh: '整改期限 {dueOn} 已经过去，请选今天或以后的日期。',
    en: 'The due date {dueOn} has passed; choose today or later.',
  },
}
