import type { Words } from '../../shared/texts'

export const zh = {
  people: { teacherKinds: { staff: '在编', lecturer: '外聘' } },
  errors: {
    people: {
      student_number_taken: '这个学籍号已登记在另一名学生名下，请核对；转学请先由原学校办理转出。',
      nobody_chosen: '请选择班级或学生。',
      no_students_there: '所选班级没有在校学生。',
      no_term: '本地区还没有设置学期，无法确定班级属于哪一学年。请先由教育局设置学期。',
    },
  },
}

export const en: Words<typeof zh> = {
  people: { teacherKinds: { staff: 'Staff', lecturer: 'External lecturer' } },
  errors: {
    people: {
      student_number_taken:
        'Another student has this student number; please check it. For a transfer the former school must release the student first.',
      nobody_chosen: 'Choose a class or students.',
      no_students_there: 'There are no students in that class.',
      no_term:
        'The region has no term yet, so it is not clear to which school year the classes belong. The bureau must set a term first.',
    },
  },
}
