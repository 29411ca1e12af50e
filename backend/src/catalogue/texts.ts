import type { Texts } from '../platform/texts.js'

export const catalogueTexts: Texts = {
  'catalogue.category_code_taken': {
    zh: '本地区已有代码为 {code} 的类别。',
    en: 'The region already has a category with the code {code}.',
  },
  'catalogue.course_name_taken': {
    zh: '本校已有课程“{name}”。',
    en: 'The school already has a course called {name}.',
  },
  'catalogue.course_grades_in_use': {
    zh: '课程班“{section}”还面向要去掉的年级，请先修改该课程班。',
    en: 'The section {section} still takes a grade that you are removing; change the section first.',
  },
  'catalogue.forbidden_word': {
    zh: '名称“{title}”含有“{word}”。课后服务不得讲新课、集体补课或应试训练（禁令 BAN-3），请改名或改换内容。',
    en: 'The title "{title}" contains "{word}". After-school service must not teach new lessons, make up lessons or drill for exams (BAN-3); change the title or the content.',
  },
  'catalogue.section_name_taken': {
    zh: '本学期已有课程班“{name}”。',
    en: 'This term already has a section called {name}.',
  },
  'catalogue.mixed_without_home_class': {
    zh: '走班课程班不属于某一个行政班，请不要选行政班。',
    en: 'A mixed section belongs to no home class; leave the home class empty.',
  },
  'catalogue.home_class_of_other_year': {
    zh: '{homeClass} 不是 {schoolYear} 学年的班级，请选本学年的班级。',
    en: '{homeClass} is not a class of the school year {schoolYear}; choose one of this year.',
  },
  'catalogue.grade_outside_course': {
    zh: '课程“{course}”面向 {grades} 年级，不含 {grade} 年级。',
    en: 'The course {course} is for the grades {grades}, not for grade {grade}.',
  },
  'catalogue.grade_without_home_class': {
    zh: '年级里必须有 {homeClass} 所在的年级。',
    en: 'The grades must include that of {homeClass}.',
  },
  'catalogue.teacher_has_left': {
    zh: '{teacher} 已不在岗，请另选教师。',
    en: '{teacher} is no longer at the school; choose another teacher.',
  },
  'catalogue.room_too_small': {
    zh: '容量 {capacity} 人超过了“{room}”的 {roomCapacity} 人，请减少容量或换场地。',
    en: 'The capacity of {capacity} is more than the {roomCapacity} that {room} holds; lower it or choose another room.',
  },
  'catalogue.capacity_below_enrolled': {
    zh: '“{section}”已有 {enrolled} 名学生，容量不能低于这个数。',
    en: '{section} has {enrolled} children; the capacity cannot be lower.',
  },
  'catalogue.section_has_children': {
    zh: '“{section}”还有 {enrolled} 名学生，请先结束他们的报名再停开。',
    en: '{section} still has {enrolled} children; end their enrolments before you close it.',
  },
  'catalogue.plan_exists': {
    zh: '本校{term}已有方案，请打开已有的方案修改。',
    en: 'The school already has a plan for {term}; open that one.',
  },
  'catalogue.heading_missing': { zh: '“{heading}”还没有写。', en: '{heading}: not written yet.' },
  'catalogue.plan_incomplete': {
    zh: '以下部分还没有写：{headings}。写完后再提交。',
    en: 'These parts are still empty: {headings}. Complete them, then submit.',
  },
}
