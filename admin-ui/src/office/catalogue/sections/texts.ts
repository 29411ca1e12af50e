import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { sections: '课程班' },
  resources: {
    sections: {
      name: '课程班',
      fields: {
        schoolId: '学校',
        termId: '学期',
        courseId: '课程',
        courseName: '课程',
        categoryName: '类别',
        name: '课程班',
        kind: '组班方式',
        homeClassId: '行政班',
        grades: '面向年级',
        teacherId: '任课教师',
        teacherName: '任课教师',
        roomId: '场地',
        roomName: '场地',
        capacity: '容量',
        enrolledCount: '在班人数',
        meetingsPerWeek: '每周次数',
        isActive: '开班',
      },
    },
  },
  catalogue: {
    kindChoices: {
      home_class: '按行政班：只收一个行政班的学生',
      mixed: '走班：几个班、几个年级的学生一起上',
    },
    sectionNameHelp: '本学期内不能重名，例如“三(2)班作业辅导”。',
    sectionGradesHelp: '不选就是课程面向的全部年级。',
    teacherHelp: '可以先不定，排课以前再定。输入姓名或拼音。',
    roomHolds: '“%{room}”可容纳 %{capacity} 人。',
    roomTooSmall: '“%{room}”只能容纳 %{capacity} 人，请减少容量或换场地。',
    meetingsHelp: '每周上几次；课程表会提示还有几次没有排。',
    closeHelp: '还有学生时不能停开。',
    seats: '人数',
    seatsTaken: '%{taken} 人，容量 %{capacity} 人',
  },
}

export const en: Words<typeof zh> = {
  menu: { sections: 'Sections' },
  resources: {
    sections: {
      name: 'Section |||| Sections',
      fields: {
        schoolId: 'School',
        termId: 'Term',
        courseId: 'Course',
        courseName: 'Course',
        categoryName: 'Category',
        name: 'Section',
        kind: 'Kind',
        homeClassId: 'Home class',
        grades: 'Grades',
        teacherId: 'Teacher',
        teacherName: 'Teacher',
        roomId: 'Room',
        roomName: 'Room',
        capacity: 'Capacity',
        enrolledCount: 'Enrolled',
        meetingsPerWeek: 'Meetings a week',
        isActive: 'Open',
      },
    },
  },
  catalogue: {
    kindChoices: {
      home_class: 'Home class: children of one home class only',
      mixed: 'Mixed: children of several classes and grades together',
    },
    sectionNameHelp: 'Unique within the term, such as 三(2)班作业辅导.',
    sectionGradesHelp: 'None chosen means all grades of the course.',
    teacherHelp: 'May be left open until it is placed in the timetable. Type a name or pinyin.',
    roomHolds: '%{room} holds %{capacity}.',
    roomTooSmall: '%{room} holds only %{capacity}; lower the capacity or choose another room.',
    meetingsHelp: 'How often it meets in a week; the timetable says how many are not placed yet.',
    closeHelp: 'A section with children cannot be closed.',
    seats: 'Children',
    seatsTaken: '%{taken} of %{capacity}',
  },
}
