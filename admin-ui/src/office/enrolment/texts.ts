import type { Words } from '../../shared/texts'

export const zh = {
  enrolment: {
    enrol: '报名',
    students: '学生',
    classList: '花名册',
    sexes: { male: '男', female: '女' },
    nobodyIn: '这个课程班还没有学生。',
    nobodyInNext: '由课后服务管理员报入。',
    mayNotSee: '您没有查看学生名单的权限。',
  },
}

export const en: Words<typeof zh> = {
  enrolment: {
    enrol: 'Enrol',
    students: 'Students',
    classList: 'Class list',
    sexes: { male: 'male', female: 'female' },
    nobodyIn: 'Nobody is in this section yet.',
    nobodyInNext: 'The coordinator enrols students.',
    mayNotSee: 'You may not see the names of students.',
  },
}
