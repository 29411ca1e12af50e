import type { Texts } from '../platform/texts.js'

export const peopleTexts: Texts = {
  'people.student_number_taken': { zh: '这个学籍号已登记在另一名学生名下，请核对；转学请先由原学校办理转出。', en: 'Another student has this student number; please check it. For a transfer the former school must release the student first.' },
  'people.number_in_address': { zh: '学籍号和身份证号不能写进网址，请用“按号码查找”。', en: 'Numbers of a child may not stand in an address; please use “Find by number”.' },
  'people.nobody_chosen': { zh: '请选择班级或学生。', en: 'Choose a class or students.' },
  'people.no_students_there': { zh: '所选班级没有在校学生。', en: 'There are no students in that class.' },
  'people.no_term': { zh: '本地区还没有设置学期，无法确定班级属于哪一学年。请先由教育局设置学期。', en: 'The region has no term yet, so it is not clear to which school year the classes belong. The bureau must set a term first.' },
  'people.activation_refused': { zh: '激活码、手机号或密码不对，或激活码已用过、已过期。请核对告家长书；若仍不行，请班主任重新打印。', en: 'The code, the phone number or the password is not right, or the code has been used or has expired. Check the letter; if it still fails, ask the class teacher for a new one.' },
}
