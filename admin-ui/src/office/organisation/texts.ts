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
}
