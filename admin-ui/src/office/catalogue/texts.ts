import type { Words } from '../../shared/texts'

export const zh = {
  catalogue: {
    gradeRange: '%{first}至%{last}年级',
    gradeList: '%{grades}年级',
    shortGrades: {
      '1': '一',
      '2': '二',
      '3': '三',
      '4': '四',
      '5': '五',
      '6': '六',
      '7': '七',
      '8': '八',
      '9': '九',
    },
    offered: '开设',
    notSet: '未定',
    kinds: { home_class: '按行政班', mixed: '走班' },
    noSections: '本学期还没有课程班。',
    noSectionsNext: '课程班是实际上课的一组学生：有课程、教师、场地和容量。',
    print: '打印',
  },
}

export const en: Words<typeof zh> = {
  catalogue: {
    gradeRange: 'grades %{first}–%{last}',
    gradeList: 'grades %{grades}',
    shortGrades: { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', '6': '6', '7': '7', '8': '8', '9': '9' },
    offered: 'Offered',
    notSet: 'not set',
    kinds: { home_class: 'Home class', mixed: 'Mixed' },
    noSections: 'There are no sections this term.',
    noSectionsNext: 'A section is the group that really meets: a course with teacher, room and capacity.',
    print: 'Print',
  },
}
