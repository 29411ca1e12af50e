/** Words of publishing a timetable. */
import type { Words } from '../../../shared/texts'

export const zh = {
  timetabling: {
    publishedAt: '%{at} 发布',
    publish: '发布',
    publishTitle: '发布第 %{version} 版课程表',
    publishConsequence:
      '从 %{from} 到 %{to} 共 %{days} 个上课日（含调休上课日）。已经上过的课次不变。发布后教师和家长马上看到。',
    published: '课程表已发布，课次已生成。',
    newSessions: '新增课次',
    changedSessions: '改动课次',
    removedSessions: '取消课次',
    keptSessions: '不变课次',
    pastSessions: '另有 %{count} 次已经上过',
    publishUnplaced: '还有 %{count} 次没有排进课程表，也可以先发布。',
  },
  publishing: {
    kinds: {
      clash: '与新课表冲突',
      called_off: '停课',
      by_hand: '人工调整，保留',
      removed: '取消',
      changed: '改动',
      added: '新增',
    },
    calledOff: '停课保留',
    byHand: '人工调整保留',
    rows: '变动清单',
    rowsShown: '显示前 %{shown} 项，共 %{total} 项；全部见表格。',
    off: '停课',
    none: '—',
    uncleared: '%{teacher} 在这些天没有有效的准入审查，课不能由其上（规则 BAN-5）：%{days}',
    notAnnounced:
      '国务院还没有公布 %{years} 年的放假安排。假期里的课次要等公布后在校历里改过来，请届时再发布一次。',
    clashes: '有 %{count} 次人工调整过的课和新课表冲突，请发布后处理。',
    clashWith: '与“%{section}”冲突（%{why}）',
    clashWhy: { teacher: '同一教师', room: '同一场地', home_class: '同一行政班', children: '有相同的学生' },
    more: '…等 %{count} 天',
    noChanges: '没有变动。',
  },
}

export const en: Words<typeof zh> = {
  timetabling: {
    publishedAt: 'published %{at}',
    publish: 'Publish',
    publishTitle: 'Publish version %{version}',
    publishConsequence:
      'From %{from} to %{to}: %{days} school days, make-up days included. Sessions that have taken place stay. Teachers and parents see it at once.',
    published: 'The timetable is published and its sessions are made.',
    newSessions: 'New sessions',
    changedSessions: 'Changed',
    removedSessions: 'Removed',
    keptSessions: 'Unchanged',
    pastSessions: 'and %{count} in the past',
    publishUnplaced: '%{count} meetings are not placed; you may publish all the same.',
  },
  publishing: {
    kinds: {
      clash: 'Clashes with the new week',
      called_off: 'Cancelled',
      by_hand: 'Kept, changed by hand',
      removed: 'Removed',
      changed: 'Changed',
      added: 'New',
    },
    calledOff: 'Cancelled, kept',
    byHand: 'Kept, changed by hand',
    rows: 'What changes',
    rowsShown: 'The first %{shown} of %{total}; the sheet has all.',
    off: 'cancelled',
    none: '—',
    uncleared:
      '%{teacher} has no valid clearance on these days and cannot take the sessions (rule BAN-5): %{days}',
    notAnnounced:
      'The holidays of %{years} are not announced yet. Once they are, mend the calendar of the term and publish again, or sessions stay on holidays.',
    clashes: '%{count} sessions changed by hand clash with the new week; see to them after publishing.',
    clashWith: 'clashes with %{section} (%{why})',
    clashWhy: {
      teacher: 'the same teacher',
      room: 'the same room',
      home_class: 'the same home class',
      children: 'children of both',
    },
    more: '… and %{count} more days',
    noChanges: 'Nothing changes.',
  },
}
