import type { Texts } from '../platform/texts.js'

const ban1 = { zh: '课后服务只能在上课日放学以后（规则 BAN-1）', en: 'After-school service takes place on school days after the last lesson (rule BAN-1)' }

export const schedulingTexts: Texts = {
  'scheduling.slot_ends_before_it_starts': { zh: '结束时间 {endTime} 必须晚于开始时间 {startTime}（规则 TIME-2）。', en: 'The end {endTime} must be after the start {startTime} (rule TIME-2).' },
  'scheduling.slot_without_school': { zh: '本学期没有按{weekday}课表上课的日子，不能设时段（规则 TIME-6）。', en: 'No school day of this term follows {weekday}, so it can have no slot (rule TIME-6).' },
  'scheduling.slot_before_last_lesson': {
    zh: `${ban1.zh}：{startTime} 早于本校最后一节课的结束时间 {lastLessonEndTime}，请改到 {lastLessonEndTime} 或以后。`,
    en: `${ban1.en}: {startTime} is before the school's last lesson ends at {lastLessonEndTime}; start at {lastLessonEndTime} or later.`,
  },
  'scheduling.slot_is_evening': {
    zh: `${ban1.zh}，晚自习不属于课后服务：请在 {eveningStartTime} 以前开始，并在 {latestEndTime} 以前结束。`,
    en: `${ban1.en}; evening self-study is not part of it: start before {eveningStartTime} and end by {latestEndTime}.`,
  },
  'scheduling.slot_is_noon_care': { zh: `${ban1.zh}，午托不能列入课后服务课表。`, en: `${ban1.en}; noon care cannot stand in its timetable.` },
  'scheduling.slot_is_early_care': { zh: `${ban1.zh}，早到看护不能列入课后服务课表。`, en: `${ban1.en}; early-arrival care cannot stand in its timetable.` },
  'scheduling.slot_is_evening_self_study': { zh: `${ban1.zh}，晚自习不能列入课后服务课表。`, en: `${ban1.en}; evening self-study cannot stand in its timetable.` },
  'scheduling.slot_is_holiday_care': { zh: `${ban1.zh}，假期托管不能列入课后服务课表。`, en: `${ban1.en}; holiday care cannot stand in its timetable.` },
  'scheduling.slot_overlaps': { zh: '与已有的时段 {when} 重叠，请错开时间。', en: 'It overlaps the slot {when}; choose another time.' },
  'scheduling.usual_week_exists': { zh: '周一至周五放学后的两小时已有时段，没有可以添加的。', en: 'The two hours after lessons already have slots from Monday to Friday; there is nothing to add.' },
  'scheduling.draft_exists': { zh: '已有一份没有发布的课程表（第 {version} 版），请先改完并发布，或删除它。', en: 'There is an unpublished timetable (version {version}); publish or delete it first.' },
  'scheduling.timetable_not_draft': { zh: '第 {version} 版课程表已发布，不能再改。请新建一版。', en: 'Version {version} of the timetable is published and cannot be changed; make a new version.' },
  'scheduling.nothing_placed': { zh: '课程表里还没有排课，不能发布。', en: 'Nothing is placed in the timetable yet, so it cannot be published.' },
  'scheduling.section_of_other_term': { zh: '“{section}”不属于这个学期，或已停开。', en: '{section} is not of this term or is closed.' },
  'scheduling.teacher_needed': { zh: '“{section}”还没有任课教师，请先选教师再排课。', en: '{section} has no teacher yet; choose one, then place it.' },
  'scheduling.room_needed': { zh: '“{section}”还没有场地，请先选场地再排课。', en: '{section} has no room yet; choose one, then place it.' },
  'scheduling.section_placed_already': { zh: '“{section}”在{when}已经排过了。', en: '{section} is already placed on {when}.' },
  'scheduling.teacher_busy': { zh: '{teacher} 在{when}已在“{room}”上“{section}”，请换时段或换教师。', en: '{teacher} already takes {section} in {room} on {when}; choose another time or teacher.' },
  'scheduling.room_busy': { zh: '“{room}”在{when}已由“{section}”（{teacher}）使用，请换时段或换场地。', en: '{room} is already used by {section} ({teacher}) on {when}; choose another time or room.' },
  'scheduling.home_class_busy': { zh: '{homeClass} 在{when}已有“{section}”（{teacher}，{room}），请换时段。', en: '{homeClass} already has {section} on {when} ({teacher}, {room}); choose another time.' },
  'scheduling.children_busy': { zh: '有 {count} 名学生在{when}已参加“{section}”（{teacher}，{room}），请换时段。', en: '{count} of its children are in {section} on {when} ({teacher}, {room}); choose another time.' },
  'scheduling.placed_meanwhile': { zh: '别人刚刚排了这一格，请刷新后再看。', en: 'Somebody has just placed something here; reload and look again.' },
  'scheduling.calendar_link_not_yours': { zh: '您只能为自己的课表生成日历订阅。其他教师、场地、班级和全校的订阅请由课后服务管理员生成。', en: 'You can make an address for your own week only. The coordinator makes those of other teachers, rooms, classes and the school.' },
  'scheduling.calendar_link_revoked': { zh: '这个日历订阅已经撤销。需要时请重新生成一个。', en: 'This address has been revoked already. Make a new one if it is needed.' },
  'scheduling.fet_no_slots': { zh: '这个学期还没有时段，没有可以导出的一周。请先在“时段”里设好。', en: 'The term has no slots yet, so there is no week to export. Set the slots first.' },
  'scheduling.report_without_days': { zh: '从 {from} 到 {to} 没有落在本学期（{startsOn} 至 {endsOn}）里的日子。请改日期。', en: 'No day from {from} to {to} lies in the term ({startsOn} to {endsOn}). Change the dates.' },
}
