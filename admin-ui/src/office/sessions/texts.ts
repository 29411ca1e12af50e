import type { Words } from '../../shared/texts'

export const zh = {
  menu: { sessions: '课次' },
  resources: {
    sessions: {
      name: '课次',
      fields: {
        heldOn: '日期',
        startTime: '时间',
        sectionName: '课程班',
        teacherName: '教师',
        roomName: '场地',
        status: '状态',
        reason: '停课原因',
      },
      events: {
        cancel: {
          label: '停课',
          consequence:
            '%{heldOn} %{startTime} 的“%{sectionName}”不再上课；课次保留并写明原因，家长在本周安排里看到。',
          done: '已停课。',
        },
        restore: {
          label: '恢复上课',
          consequence: '%{heldOn} %{startTime} 的“%{sectionName}”照常上课。',
          done: '已恢复。',
        },
      },
    },
  },
  states: {
    sessions: { planned: '照常上课', cancelled: '已停课' },
  },
  sessions: {
    sessionsOf: '课次 %{day}',
    weekBefore: '上一周',
    weekAfter: '下一周',
    thisWeek: '本周',
    dayTab: '%{day}（%{count}）',
    findSession: '课程班、教师、场地',
    noSessions: '还没有课次。',
    noSessionsNext: '发布课程表以后，系统按校历生成每天的课次。',
    noSessionsThatDay: '这一天没有课次。',
  },
}

export const en: Words<typeof zh> = {
  menu: { sessions: 'Sessions' },
  resources: {
    sessions: {
      name: 'Session |||| Sessions',
      fields: {
        heldOn: 'Date',
        startTime: 'Time',
        sectionName: 'Section',
        teacherName: 'Teacher',
        roomName: 'Room',
        status: 'State',
        reason: 'Why cancelled',
      },
      events: {
        cancel: {
          label: 'Cancel',
          consequence:
            '%{sectionName} will not meet on %{heldOn} at %{startTime}; the session stays with the reason, and parents see it in the week.',
          done: 'Cancelled.',
        },
        restore: {
          label: 'Restore',
          consequence: '%{sectionName} meets on %{heldOn} at %{startTime} after all.',
          done: 'Restored.',
        },
      },
    },
  },
  states: {
    sessions: { planned: 'Planned', cancelled: 'Cancelled' },
  },
  sessions: {
    sessionsOf: 'Sessions of %{day}',
    weekBefore: 'Week before',
    weekAfter: 'Week after',
    thisWeek: 'This week',
    dayTab: '%{day} (%{count})',
    findSession: 'Section, teacher, room',
    noSessions: 'There are no sessions yet.',
    noSessionsNext: 'Publishing the timetable makes the sessions of each school day.',
    noSessionsThatDay: 'No sessions on this day.',
  },
}
