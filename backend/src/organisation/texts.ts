import type { Texts } from '../platform/texts.js'

export const organisationTexts: Texts = {
  'organisation.region_not_below': {
    zh: '地区代码 {code} 不在您的地区 {own} 之下。',
    en: 'The region {code} does not lie below your own, {own}.',
  },
  'organisation.region_exists': { zh: '地区代码 {code} 已经有了。', en: 'The region {code} exists already.' },
  'organisation.school_code_taken': {
    zh: '学校标识码 {code} 已被使用。',
    en: 'The school code {code} is taken.',
  },
  'organisation.grade_not_of_stage': {
    zh: '{grade} 年级不属于本校学段，应为 {first}–{last} 年级。',
    en: "Grade {grade} is not of this school's stage; it must be {first} to {last}.",
  },
  'organisation.class_exists': {
    zh: '本学年已有班级“{name}”。',
    en: 'The class {name} exists already in this school year.',
  },
  'organisation.class_starts_outside_year': {
    zh: '开班日期要在本学年之内（{first} 至 {last}）。',
    en: 'The class must start within its school year, {first} to {last}.',
  },
  'organisation.class_ends_before_it_starts': {
    zh: '停用日期不能早于开班日期 {startsOn}。',
    en: 'The class cannot end before it starts on {startsOn}.',
  },
  'organisation.class_ends_in_future': {
    zh: '停用日期不能晚于今天（{today}），请到那一天再停用。',
    en: 'A class ends today ({today}) or earlier; end it when the day has come.',
  },
  'organisation.room_name_taken': {
    zh: '本校已有名为“{name}”的场地。',
    en: 'The school already has a room called {name}.',
  },
  'organisation.term_dates_wrong': {
    zh: '学期结束日期必须在开始日期之后，且不超过 {most} 天。',
    en: 'The term must end after it starts and last at most {most} days.',
  },
  'organisation.term_exists': {
    zh: '已有从 {startsOn} 开始的学期。',
    en: 'There is already a term that starts on {startsOn}.',
  },
  'organisation.weekday_followed_wrong': {
    zh: '上课日和调休上课日要写明按星期几的课表上课；其他日子不要写。',
    en: 'School and make-up days must say which weekday they follow; other days must not.',
  },
}
