import type { Words } from '../../shared/texts'

export const zh = {
  organisation: {
    roomKinds: {
      classroom: '普通教室',
      laboratory: '实验室',
      computer: '计算机教室',
      music: '音乐教室',
      art: '美术教室',
      dance: '舞蹈教室',
      gymnasium: '体育馆',
      ground: '操场',
      library: '图书馆',
      hall: '礼堂',
      other: '其他',
    },
    grades: {
      '1': '一年级',
      '2': '二年级',
      '3': '三年级',
      '4': '四年级',
      '5': '五年级',
      '6': '六年级',
      '7': '七年级',
      '8': '八年级',
      '9': '九年级',
    },
    schoolYear: '%{from}–%{to} 学年',
  },
  errors: {
    organisation: {
      school_code_taken: '学校标识码 %{code} 已被使用。',
      grade_not_of_stage: '%{grade} 年级不属于本校学段，应为 %{first}–%{last} 年级。',
      class_exists: '本学年已有班级“%{name}”。',
      room_name_taken: '本校已有名为“%{name}”的场地。',
      term_dates_wrong: '学期结束日期必须在开始日期之后，且不超过 %{most} 天。',
      term_exists: '已有从 %{startsOn} 开始的学期。',
      weekday_followed_wrong: '上课日和调休上课日要写明按星期几的课表上课；其他日子不要写。',
    },
  },
}

export const en: Words<typeof zh> = {
  organisation: {
    roomKinds: {
      classroom: 'Classroom',
      laboratory: 'Laboratory',
      computer: 'Computer room',
      music: 'Music room',
      art: 'Art room',
      dance: 'Dance room',
      gymnasium: 'Gymnasium',
      ground: 'Sports ground',
      library: 'Library',
      hall: 'Hall',
      other: 'Other',
    },
    grades: {
      '1': 'Grade 1',
      '2': 'Grade 2',
      '3': 'Grade 3',
      '4': 'Grade 4',
      '5': 'Grade 5',
      '6': 'Grade 6',
      '7': 'Grade 7',
      '8': 'Grade 8',
      '9': 'Grade 9',
    },
    schoolYear: '%{from}–%{to}',
  },
  errors: {
    organisation: {
      school_code_taken: 'The school code %{code} is taken.',
      grade_not_of_stage: 'Grade %{grade} is not of this school’s stage; it must be %{first} to %{last}.',
      class_exists: 'The class %{name} exists already in this school year.',
      room_name_taken: 'The school already has a room called %{name}.',
      term_dates_wrong: 'The term must end after it starts and last at most %{most} days.',
      term_exists: 'There is already a term that starts on %{startsOn}.',
      weekday_followed_wrong:
        'School and make-up days must say which weekday they follow; other days must not.',
    },
  },
}
