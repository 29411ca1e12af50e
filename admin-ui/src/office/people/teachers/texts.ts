import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    teachers: {
      name: '教师',
      fields: {
        schoolId: '学校',
        name: '姓名',
        kind: '类别',
        staffNumber: '工号',
        subject: '任教学科',
        phone: '手机',
        homeClassId: '班主任班级',
        className: '班主任班级',
        userId: '登录账号',
        username: '登录账号',
        isActive: '在职',
      },
    },
  },
  people: {
    searchTeachers: '搜索：姓名、拼音或工号',
    noTeachers: '还没有教师。',
    noTeachersNext: '导入教师名册，或者逐个新建。',
    importTeachers: '导入教师名册',
    phoneHelp: '11 位手机号。留空不改。',
    accountHelp:
      '关联以后，这位教师登录就能看到自己的课、请假和申请代课。这里只列出本校还没有关联的账号；没有账号的，请系统管理员先新建。',
  },
  menu: { teachers: '教师' },
}

export const en: Words<typeof zh> = {
  resources: {
    teachers: {
      name: 'Teacher |||| Teachers',
      fields: {
        schoolId: 'School',
        name: 'Name',
        kind: 'Kind',
        staffNumber: 'Staff number',
        subject: 'Subject',
        phone: 'Phone',
        homeClassId: 'Class teacher of',
        className: 'Class teacher of',
        userId: 'Account',
        username: 'Account',
        isActive: 'In service',
      },
    },
  },
  people: {
    searchTeachers: 'Search: name, pinyin or staff number',
    noTeachers: 'There are no teachers yet.',
    noTeachersNext: 'Import the staff list, or add teachers one by one.',
    importTeachers: 'Import the staff list',
    phoneHelp: '11 digits. Left empty, it stays as it is.',
    accountHelp:
      'Once linked, the teacher signs in and sees their own week, asks for leave and for substitutions. Only accounts of the school that are not linked yet are offered; the administrator adds missing ones.',
  },
  menu: { teachers: 'Teachers' },
}
