import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    terms: {
      name: '学期',
      fields: {
        regionCode: '地区',
        schoolYear: '学年',
        name: '学期',
        nameEn: '英文名称',
        startsOn: '开始',
        endsOn: '结束',
        isCurrent: '本学期',
      },
    },
    'calendar-days': {
      fields: { dayOn: '日期', kind: '这一天是', weekdayFollowed: '按星期几的课表', note: '说明' },
    },
  },
  organisation: {
    dayKinds: { school_day: '上课日', weekend: '周末', holiday: '放假', makeup_day: '调休上课' },
    noTerms: '还没有学期。',
    noTermsNext: '由教育局设置学期和校历，学校直接使用。',
    calendar: '校历',
    schoolDays: '上课日',
    makeupDays: '其中调休上课',
    holidays: '放假',
    notConfirmed: '待确认',
    notAnnounced:
      '%{years}年的放假安排还没有公布，或本系统还没有收录。法定节假日先按条例列为放假（%{days} 天待确认），连休和调休上课还没有。公布后请核对校历。',
    legend: '图例',
    unconfirmedDay: '按往年推算，尚未公布',
    followed: '补%{weekday}',
    followedLong: '按%{weekday}课表上课',
    days: '%{count} 天',
  },
  menu: { terms: '学期和校历' },
}

export const en: Words<typeof zh> = {
  resources: {
    terms: {
      name: 'Term |||| Terms',
      fields: {
        regionCode: 'Region',
        schoolYear: 'School year',
        name: 'Term',
        nameEn: 'English name',
        startsOn: 'Starts',
        endsOn: 'Ends',
        isCurrent: 'Current',
      },
    },
    'calendar-days': {
      fields: { dayOn: 'Date', kind: 'This day is a', weekdayFollowed: 'Timetable followed', note: 'Note' },
    },
  },
  organisation: {
    dayKinds: { school_day: 'School day', weekend: 'Weekend', holiday: 'Holiday', makeup_day: 'Make-up day' },
    noTerms: 'There are no terms yet.',
    noTermsNext: 'The education bureau sets terms and the calendar; schools use them as they are.',
    calendar: 'School calendar',
    schoolDays: 'School days',
    makeupDays: 'of which make-up days',
    holidays: 'Holidays',
    notConfirmed: 'not yet confirmed',
    notAnnounced:
      'The holidays of %{years} are not announced yet, or not yet known here. The days of the law are proposed as holidays (%{days} not yet confirmed); bridge days and days to make up are missing. Please check the calendar when they are announced.',
    legend: 'Legend',
    unconfirmedDay: 'expected, not announced yet',
    followed: 'as %{weekday}',
    followedLong: 'follows the %{weekday} timetable',
    days: '%{count} days',
  },
  menu: { terms: 'Terms and calendar' },
}
