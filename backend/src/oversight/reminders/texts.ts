import type { Texts } from '../../platform/texts.js'

export const reminderTexts: Texts = {
  'reminder.declaration_due': {
    zh: '{fund} {year} 年度的申报 {dueOn} 截止，还没有提交。',
    en: 'The declaration of {fund} for {year} is due on {dueOn} and has not been submitted.',
  },
  'reminder.estimate_due': {
    zh: '{fund} {year} 年度的预算测算 {dueOn} 截止，还没有提交。',
    en: 'The estimate of {fund} for {year} is due on {dueOn} and has not been submitted.',
  },
  'reminder.spending_due': {
    zh: '{fund} {year} 年度的经费应在 {dueOn} 前支出，还剩 {left} 元。',
    en: '{fund} of {year} is to be spent by {dueOn}; {left} yuan are left.',
  },
  'reminder.finding_due': {
    zh: '“{rule}”的整改 {dueOn} 到期，责任人 {owner}。',
    en: 'Mending of "{rule}" is due on {dueOn}; {owner} is responsible.',
  },
}
