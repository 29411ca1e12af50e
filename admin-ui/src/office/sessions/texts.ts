import type { Words } from '../../shared/texts'

export const zh = {
  sessions: {
    weekBefore: '上一周',
    weekAfter: '下一周',
    thisWeek: '本周',
    noSessions: '还没有课次。',
    noSessionsNext: '发布课程表以后，系统按校历生成每天的课次。',
  },
}

export const en: Words<typeof zh> = {
  sessions: {
    weekBefore: 'Week before',
    weekAfter: 'Week after',
    thisWeek: 'This week',
    noSessions: 'There are no sessions yet.',
    noSessionsNext: 'Publishing the timetable makes the sessions of each school day.',
  },
}
