import type { Texts } from '../platform/texts.js'

export const enrolmentTexts: Texts = {
  'enrolment.no_such_student': { zh: '本校没有这名学生。', en: 'The school has no such student.' },
  'enrolment.student_has_left': { zh: '{student} 已离校。', en: '{student} has left the school.' },
  'enrolment.already_in': { zh: '{student} 已在“{section}”里。', en: '{student} is in {section} already.' },
  'enrolment.other_home_class': {
    zh: '{student} 是 {className} 的学生，“{section}”只收 {homeClass}。',
    en: '{student} is in {className}; {section} takes only {homeClass}.',
  },
  'enrolment.grade_does_not_fit': {
    zh: '{student}（{className}）的年级不在“{section}”面向的 {grades} 年级里。',
    en: '{student} ({className}) is not in the grades {grades} of {section}.',
  },
  'enrolment.clash': {
    zh: '{student} 在{when}已参加“{other}”，时间冲突。',
    en: '{student} is in {other} on {when}, at the same time.',
  },
  'enrolment.full': {
    zh: '“{section}”的 {capacity} 个名额已满。',
    en: 'All {capacity} places of {section} are taken.',
  },
  'enrolment.section_closed': {
    zh: '“{section}”已停开，不能报名。',
    en: '{section} is closed; nobody can be enrolled.',
  },
  'enrolment.students_or_home_class': {
    zh: '请选学生，或选一个行政班，二者取其一。',
    en: 'Choose students or a home class, one of the two.',
  },
  'enrolment.home_class_empty': { zh: '这个班没有在校学生。', en: 'This class has no students.' },
  'enrolment.ends_before_it_starts': {
    zh: '结束日期不能早于开始日期 {startsOn}。',
    en: 'The end cannot be before the start on {startsOn}.',
  },
}
