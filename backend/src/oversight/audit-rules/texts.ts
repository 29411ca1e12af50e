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
  'funding.due_in_past': {
    zh: '整改期限 {dueOn} 已经过去，请选今天或以后的日期。',
    en: 'The due date {dueOn} has passed; choose today or later.',
  },
}
