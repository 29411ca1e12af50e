/** Words of the reports on rooms and teachers. */
import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { roomUse: '场地使用', teacherLoad: '教师课时' },
  reports: {
    from: '从', to: '到', wholeTerm: '整个学期', total: '合计',
    span: '%{from} 至 %{to}，共 %{weeks} 周；按实际课次，停课另列；截至 %{at}',
    noSchool: '请在上方选择一所学校。', noSchoolNext: '报表按学校和学期查看。',
    none: '这段时间没有课次。', noneNext: '换一段时间看，或先发布课程表。',
    hours: '%{hours} 小时', minutes: '%{minutes} 分钟',
    room: {
      used: '用到的场地', usedOf: '共 %{total} 处', slots: '可用的时段', slotsHelp: '上课日的时段合计：一处场地最多能用这么多次', sessions: '课次', sessionsHelp: '另停课 %{cancelled} 次', peak: '最多同时使用', peakHelp: '%{day} %{time} 开始', peakValue: '%{count} 处',
      chart: '时段使用率', chartNote: '使用率 = 场地的课次 ÷ 上课日的时段数。没有用到的不画，列在下面。', unused: '没有用到的场地（%{count}）', noUnused: '每处场地都用到了。',
      heads: { name: '场地', capacity: '可容纳', sessions: '课次', time: '时长', perWeek: '平均每周', share: '使用率', busiest: '最忙一周', cancelled: '停课' },
    },
    teacher: {
      teaching: '有课的教师', teachingOf: '共 %{total} 人', mean: '平均时长', meanHelp: '有课的教师每人平均', most: '最多', mostHelp: '是平均的 %{share}', late: '末时段课次', lateHelp: '一天里最后一个时段', chart: '每位教师的时长', chartNote: '“与平均相比” = 本人的分钟数 ÷ 有课教师的平均分钟数。', spread: '课次分布', spreadNote: '有多少位教师上这么多次课。', people: '%{count} 人',
      heads: { name: '教师', sessions: '课次', time: '时长', days: '天数', late: '末时段', taken: '替人代课', given: '请人代课', ofMean: '与平均相比', cancelled: '停课' }, lecturer: '外聘', steps: '课次', stepPeople: '教师人数', noSessions: '没有课', step: '%{from}–%{to} 次', stepOne: '%{from} 次',
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { roomUse: 'Room use', teacherLoad: 'Teacher load' },
  reports: {
    from: 'From', to: 'To', wholeTerm: 'Whole term', total: 'Total',
    span: '%{from} to %{to}, %{weeks} weeks; sessions that stand, cancelled ones apart; as of %{at}',
    noSchool: 'Choose a school above.', noSchoolNext: 'Reports are seen by school and term.',
    none: 'There are no sessions in this time.', noneNext: 'Look at other dates, or publish the timetable first.',
    hours: '%{hours} h', minutes: '%{minutes} min',
    room: {
      used: 'Rooms used', usedOf: 'of %{total}', slots: 'Slots on offer', slotsHelp: 'on all school days: what one room could be used for', sessions: 'Sessions', sessionsHelp: 'and %{cancelled} cancelled', peak: 'Most at once', peakHelp: 'from %{day} %{time}', peakValue: '%{count} rooms',
      chart: 'Share of slots used', chartNote: 'Share = sessions in the room ÷ slots on all school days. Unused rooms are listed below.', unused: 'Unused rooms (%{count})', noUnused: 'Every room is used.',
      heads: { name: 'Room', capacity: 'Holds', sessions: 'Sessions', time: 'Time', perWeek: 'A week', share: 'Share', busiest: 'Busiest week', cancelled: 'Cancelled' },
    },
    teacher: {
      teaching: 'Teachers with sessions', teachingOf: 'of %{total}', mean: 'Mean time', meanHelp: 'of those who have sessions', most: 'The most', mostHelp: '%{share} of the mean', late: 'Late sessions', lateHelp: 'in the last slot of a day', chart: 'Time of each teacher', chartNote: 'Of the mean = own minutes ÷ mean minutes of those who have sessions.', spread: 'How sessions are spread', spreadNote: 'How many teachers take so many sessions.', people: '%{count}',
      heads: { name: 'Teacher', sessions: 'Sessions', time: 'Time', days: 'Days', late: 'Late', taken: 'For others', given: 'By others', ofMean: 'Of the mean', cancelled: 'Cancelled' }, lecturer: 'external', steps: 'Sessions', stepPeople: 'Teachers', noSessions: 'none', step: '%{from}–%{to}', stepOne: '%{from}',
    },
  },
}
