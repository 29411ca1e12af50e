import type { Words } from '../../shared/texts'

export const zh = {
  timetabling: {
    chooseSchool: '请在上方选择一所学校。',
    chooseSchoolNext: '时段、课程表和课次按学校查看。',
    noSlots: '本学期还没有时段。',
    noSlotsNext: '可以先按常用的一周预填：周一至周五，放学后两个小时，再逐个修改。',
  },
}

export const en: Words<typeof zh> = {
  timetabling: {
    chooseSchool: 'Choose a school above.',
    chooseSchoolNext: 'Time slots, timetable and sessions are seen school by school.',
    noSlots: 'There are no time slots this term.',
    noSlotsNext:
      'Begin with the usual week, Monday to Friday, two hours after lessons, and change single slots.',
  },
}
