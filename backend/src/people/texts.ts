import type { Texts } from '../platform/texts.js'

export const peopleTexts: Texts = {
  'people.student_number_taken': {
    zh: '这个学籍号已登记在另一名学生名下，请核对；转学请先由原学校办理转出。',
    en: 'Another student has this student number; please check it. For a transfer the former school must release the student first.',
  },
  'people.number_in_address': {
    zh: '学籍号和身份证号不能写进网址，请用“按号码查找”。',
    en: 'Numbers of a child may not stand in an address; please use “Find by number”.',
  },
  'people.has_left': {
    zh: '这名学生已于 {leftOn} 离校。请先办理返校，或撤销离校。',
    en: 'The student left on {leftOn}. Let the student come back first, or undo the leaving.',
  },
  'people.has_not_left': { zh: '这名学生没有离校。', en: 'The student has not left.' },
  'people.in_class_already': {
    zh: '学生已在这个班。要改进班日期，请用“更正进班日期”。',
    en: 'The student is in that class already. To change the day, correct the first day in the class.',
  },
  'people.day_before_stay': {
    zh: '日期不能早于 {startsOn}：从那天起学生才在现在的班级。',
    en: 'The day cannot lie before {startsOn}: only since then is the student in the present class.',
  },
  'people.day_after_stay': {
    zh: '进班日期不能晚于离开班级的日期 {endsOn}。',
    en: 'The first day in the class cannot lie after {endsOn}, when the student left it.',
  },
  'people.day_before_class': {
    zh: '{className}从 {startsOn} 起才开班，请选那天或以后的日期，或先改正班级的开班日期。',
    en: '{className} starts on {startsOn}. Choose that day or a later one, or set the class right first.',
  },
  'people.class_ended': {
    zh: '{className}已于 {endsOn} 停用，请选别的班级或更早的日期。',
    en: '{className} ended on {endsOn}. Choose another class or an earlier day.',
  },
  'people.day_in_future': {
    zh: '日期不能晚于今天（{today}），请到那一天再办理。',
    en: 'The day cannot lie after today ({today}); do it when the day has come.',
  },
  'people.back_before_leaving': {
    zh: '返校日期不能早于离校日期 {leftOn}。如果没有离校，请撤销离校。',
    en: 'The student left on {leftOn} and cannot be back before. If the student never left, undo the leaving.',
  },
  'people.nobody_chosen': { zh: '请选择班级或学生。', en: 'Choose a class or students.' },
  'people.no_students_there': { zh: '所选班级没有在校学生。', en: 'There are no students in that class.' },
  'people.no_term': {
    zh: '本地区还没有设置学期，无法确定班级属于哪一学年。请先由教育局设置学期。',
    en: 'The region has no term yet, so it is not clear to which school year the classes belong. The bureau must set a term first.',
  },
  'people.account_not_of_school': {
    zh: '本校没有这个账号。请从列表里选本校的账号；还没有账号的，请系统管理员先新建。',
    en: 'The school has no such account. Choose one of this school; if there is none yet, the administrator adds it first.',
  },
  'people.account_does_not_teach': {
    zh: '账号 {username} 不是教师、课后服务管理员或校长的账号，不能关联教师。请另选一个账号。',
    en: 'The account {username} is not of a teacher, coordinator or principal and cannot be linked to a teacher. Choose another one.',
  },
  'people.account_frozen': {
    zh: '账号 {username} 已停用，不能关联。请系统管理员先恢复使用，或另选一个账号。',
    en: 'The account {username} is frozen and cannot be linked. The administrator releases it first, or choose another one.',
  },
  'people.account_linked_already': {
    zh: '账号 {username} 已关联教师 {teacher}，一个账号只能关联一位教师。请先在 {teacher} 处取消关联，或另选一个账号。',
    en: 'The account {username} is linked to {teacher}, and an account belongs to one teacher only. Remove it there first, or choose another one.',
  },
  'people.activation_refused': {
    zh: '激活码、手机号或密码不对，或激活码已用过、已过期。请核对告家长书；若仍不行，请班主任重新打印。',
    en: 'The code, the phone number or the password is not right, or the code has been used or has expired. Check the letter; if it still fails, ask the class teacher for a new one.',
  },
  'people.clearance_ends_before_it_starts': {
    zh: '审查有效期的最后一天 {to} 早于第一天 {from}，请核对日期。',
    en: 'The clearance would end on {to}, before it begins on {from}; check the dates.',
  },
  'people.clearance_of_staff': {
    zh: '{teacher} 是在编教师，不需要外聘人员准入审查（规则 BAN-5）。若是外聘，请先把教师类别改为“外聘”。',
    en: '{teacher} is on the staff and needs no clearance for people from outside (rule BAN-5). If the person comes from outside, change the kind to external lecturer first.',
  },
  'people.clearance_exists': {
    zh: '{teacher} 已有一条从 {from} 起的审查记录。要更正，请先撤销原记录，再从另一天起登记。',
    en: '{teacher} already has a clearance from {from}. To correct it, revoke it and record another from a different day.',
  },
  'people.clearance_revoked_already': {
    zh: '{teacher} 的这条审查记录已经撤销了。',
    en: 'This clearance of {teacher} has been revoked already.',
  },
}
