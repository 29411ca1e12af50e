import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    'home-classes': {
      name: '行政班',
      fields: {
        schoolId: '学校',
        schoolYear: '学年',
        grade: '年级',
        number: '班号',
        name: '班级',
        homeRoomId: '教室',
        startsOn: '开班日期',
        endsOn: '停用日期',
        isActive: '使用中',
      },
    },
  },
  organisation: {
    noClasses: '这个学年还没有行政班。',
    noClassesNext: '可以在这里新建，或者在“导入”里导入学生名单，班级会一起建好。',
    classNameHelp: '留空时按年级和班号写成“三(2)班”。',
    classStartsOnHelp:
      '从哪天起有这个班，新建时留空为今天。按某一天计数时，那天还没有的班级不计。填已过去的日期会记入审计。',
    classEndsOnHelp: '从这一天起不再有这个班，不能晚于今天。留空表示仍在使用。',
  },
  menu: { 'home-classes': '行政班' },
}

export const en: Words<typeof zh> = {
  resources: {
    'home-classes': {
      name: 'Home class |||| Home classes',
      fields: {
        schoolId: 'School',
        schoolYear: 'School year',
        grade: 'Grade',
        number: 'Number',
        name: 'Class',
        homeRoomId: 'Room',
        startsOn: 'Starts on',
        endsOn: 'Ended on',
        isActive: 'In use',
      },
    },
  },
  organisation: {
    noClasses: 'There is no home class in this school year yet.',
    noClassesNext: 'Make one here, or import the student roster: its classes are made with it.',
    classNameHelp: 'Left empty, it is written from grade and number as 三(2)班.',
    classStartsOnHelp:
      'Since when there is this class; left empty for a new one: today. A class that was not there on the day of counting is not counted. A day that has passed is noted in the audit trail.',
    classEndsOnHelp:
      'From this day on the class is no longer there; today or earlier. Left empty: it goes on.',
  },
  menu: { 'home-classes': 'Home classes' },
}
