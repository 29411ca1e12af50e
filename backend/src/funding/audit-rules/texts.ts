import type { Texts } from '../../platform/texts.js'

export const findingTexts: Texts = {
  'finding.hours_beyond_sessions': {
    zh: '支付了 {paid} 课时，系统里只上了 {held} 课时。',
    en: '{paid} class-hours were paid, {held} were held.',
  },
  'finding.teacher_twice': {
    zh: '{teacher} {on} {time} 同时有两节课。',
    en: '{teacher} is in two sessions on {on} at {time}.',
  },
  'finding.rate_above_cap': {
    zh: '{amount} 元支付 {hours} 课时，超过每课时 {cap} 元的上限。',
    en: '{amount} yuan for {hours} class-hours is above the cap of {cap} yuan each.',
  },
  'finding.teachers_share_low': {
    zh: '支出 {spent} 元中教师补助 {teachers} 元，低于 {least}%。',
    en: 'Of {spent} yuan spent, {teachers} went to teachers: less than {least} %.',
  },
  'finding.declared_beyond_records': {
    zh: '{class}申报 {declared} 人，记录只有 {recorded} 人。',
    en: '{class} was declared with {declared}, the records show {recorded}.',
  },
  'finding.empty_class': {
    zh: '{class}申报时只有 {students} 名学生。',
    en: '{class} had {students} pupils when it was declared.',
  },
  'finding.carried_against_policy': {
    zh: '{fund}结余 {left} 元，没有按规定结算。',
    en: '{left} yuan of {fund} were kept and not settled by the policy.',
  },
  'finding.books_disagree': {
    zh: '台账有 {count} 处不一致，例如：{first}',
    en: 'The ledger disagrees in {count} places, for example: {first}',
  },
  'finding.without_clearance': {
    zh: '{teacher}没有有效准入，从 {on} 起上了 {count} 节课。',
    en: '{teacher} taught {count} sessions from {on} without valid clearance.',
  },
  'finding.forbidden_day': {
    zh: '{on} {time} 的课次不在上课日，或早于放学时间。',
    en: 'The session on {on} at {time} is on no school day, or before lessons end.',
  },
  'finding.card_shared': {
    zh: '尾号 {last4} 的账户有 {payees} 个收款人。',
    en: 'The account ending in {last4} has {payees} payees.',
  },
  'finding.published_late': {
    zh: '“{title}”{on} 下达后还没有公示。',
    en: '{title}, issued on {on}, has not been published.',
  },
  'finding.not_distributed': {
    zh: '{on} 到账的 {amount} 元超过 {days} 天还没有分到班级。',
    en: '{amount} yuan received on {on} have not been put on classes within {days} days.',
  },
  'finding.objection_late': {
    zh: '对“{title}”的异议应在 {on} 前答复，还没有答复。',
    en: 'An objection to {title} was to be answered by {on} and is not.',
  },
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
