import type { Texts } from '../platform/texts.js'

export const surveysTexts: Texts = {
  'surveys.needs_scale': {
    zh: '问卷至少要有一道打分题。',
    en: 'A survey needs at least one question with a scale.',
  },
  'surveys.closes_before_opening': {
    zh: '结束日期 {closesOn} 早于开始日期 {opensOn}。',
    en: 'The survey would close on {closesOn}, before it opens on {opensOn}.',
  },
  'surveys.of_other_region': {
    zh: '这份问卷由上级发起，您只能查看。',
    en: 'This survey belongs to the region above; you may only look at it.',
  },
  'surveys.not_open': {
    zh: '问卷现在没有开放，感谢您的关注。',
    en: 'This survey is not open now. Thank you all the same.',
  },
  'surveys.answered_already': {
    zh: '您已经回答过这份问卷了，谢谢。',
    en: 'You have answered this survey already. Thank you.',
  },
  'surveys.answers_do_not_fit': {
    zh: '还有题目没有回答，或问卷已更新。请重新打开问卷。',
    en: 'Some questions are not answered, or the survey has changed. Please open it again.',
  },
}
