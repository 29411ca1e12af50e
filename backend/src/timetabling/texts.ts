import type { Texts } from '../platform/texts.js'
import { fetTexts } from './fet/texts.js'

const ban1 = {
  zh: '课后服务只能在上课日放学以后（规则 BAN-1）',
  en: 'After-school service takes place on school days after the last lesson (rule BAN-1)',
}

export const timetablingTexts: Texts = {
  ...fetTexts,
  'scheduling.slot_ends_before_it_starts': {
    zh: '结束时间 {endTime} 必须晚于开始时间 {startTime}（规则 TIME-2）。',
    en: 'The end {endTime} must be after the start {startTime} (rule TIME-2).',
  },
  'scheduling.slot_without_school': {
    zh: '本学期没有按{weekday}课表上课的日子，不能设时段（规则 TIME-6）。',
    en: 'No school day of this term follows {weekday}, so it can have no slot (rule TIME-6).',
  },
  'scheduling.slot_before_last_lesson': {
    zh: `${ban1.zh}：{startTime} 早于本校最后一节课的结束时间 {lastLessonEndTime}，请改到 {lastLessonEndTime} 或以后。`,
    en: `${ban1.en}: {startTime} is before the school's last lesson ends at {lastLessonEndTime}; start at {lastLessonEndTime} or later.`,
  },
  'scheduling.slot_is_evening': {
    zh: `${ban1.zh}，晚自习不属于课后服务：请在 {eveningStartTime} 以前开始，并在 {latestEndTime} 以前结束。`,
    en: `${ban1.en}; evening self-study is not part of it: start before {eveningStartTime} and end by {latestEndTime}.`,
  },
  'scheduling.slot_is_noon_care': {
    zh: `${ban1.zh}，午托不能列入课后服务课表。`,
    en: `${ban1.en}; noon care cannot stand in its timetable.`,
  },
  'scheduling.slot_is_early_care': {
    zh: `${ban1.zh}，早到看护不能列入课后服务课表。`,
    en: `${ban1.en}; early-arrival care cannot stand in its timetable.`,
  },
  'scheduling.slot_is_evening_self_study': {
    zh: `${ban1.zh}，晚自习不能列入课后服务课表。`,
    en: `${ban1.en}; evening self-study cannot stand in its timetable.`,
  },
  'scheduling.slot_is_holiday_care': {
    zh: `${ban1.zh}，假期托管不能列入课后服务课表。`,
    en: `${ban1.en}; holiday care cannot stand in its timetable.`,
  },
  'scheduling.slot_overlaps': {
    zh: '与已有的时段 {when} 重叠，请错开时间。',
    en: 'It overlaps the slot {when}; choose another time.',
  },
  'scheduling.usual_week_exists': {
    zh: '周一至周五放学后的两小时已有时段，没有可以添加的。',
    en: 'The two hours after lessons already have slots from Monday to Friday; there is nothing to add.',
  },
  'scheduling.timetable_not_draft': {
    zh: '第 {version} 版课程表已发布，不能再改。请新建一版。',
    en: 'Version {version} of the timetable is published and cannot be changed; make a new version.',
  },
  'scheduling.section_of_other_term': {
    zh: '“{section}”不属于这个学期，或已停开。',
    en: '{section} is not of this term or is closed.',
  },
  'scheduling.teacher_needed': {
    zh: '“{section}”还没有任课教师，请先选教师再排课。',
    en: '{section} has no teacher yet; choose one, then place it.',
  },
  'scheduling.room_needed': {
    zh: '“{section}”还没有场地，请先选场地再排课。',
    en: '{section} has no room yet; choose one, then place it.',
  },
  'scheduling.section_placed_already': {
    zh: '“{section}”在{when}已经排过了。',
    en: '{section} is already placed on {when}.',
  },
  'scheduling.teacher_busy': {
    zh: '{teacher} 在{when}已在“{room}”上“{section}”，请换时段或换教师。',
    en: '{teacher} already takes {section} in {room} on {when}; choose another time or teacher.',
  },
  'scheduling.room_busy': {
    zh: '“{room}”在{when}已由“{section}”（{teacher}）使用，请换时段或换场地。',
    en: '{room} is already used by {section} ({teacher}) on {when}; choose another time or room.',
  },
  'scheduling.home_class_busy': {
    zh: '{homeClass} 在{when}已有“{section}”（{teacher}，{room}），请换时段。',
    en: '{homeClass} already has {section} on {when} ({teacher}, {room}); choose another time.',
  },
  'scheduling.children_busy': {
    zh: '有 {count} 名学生在{when}已参加“{section}”（{teacher}，{room}），请换时段。',
    en: '{count} of its children are in {section} on {when} ({teacher}, {room}); choose another time.',
  },
  'scheduling.placed_meanwhile': {
    zh: '别人刚刚排了这一格，请刷新后再看。',
    en: 'Somebody has just placed something here; reload and look again.',
  },
  'scheduling.wish_exists': {
    zh: '{teacher} 在本学期已有一份排课要求，请直接修改。',
    en: '{teacher} already has wishes for this term; change those.',
  },
  'scheduling.wish_contradicts_itself': {
    zh: '同一时段不能既“不能上”又“尽量不排”，请二选一。',
    en: 'A slot cannot be both impossible and unwelcome; choose one.',
  },
  'scheduling.same_weeks_elsewhen': {
    zh: '“{section}”（{teacher}，{room}）在{when}占着同样的周次，只是日期不同；一版课程表在同一时段放不下这两项。请改用单双周错开，或换时段、教师、场地，或到时候新建一版。',
    en: '{section} ({teacher}, {room}) holds the same weeks of {when} on other days, and one timetable cannot hold both. Use odd and even weeks, another time, teacher or room, or make a new version when the time comes.',
  },
  'scheduling.placement_locked': {
    zh: '“{section}”在{when}已锁定。请先解锁，再移动、修改或拿掉。',
    en: '{section} on {when} is locked; unlock it before moving, changing or taking it out.',
  },
  'scheduling.dates_outside_term': {
    zh: '起止日期必须在学期之内（{from} 至 {to}），并且开始不晚于结束。',
    en: 'The days must lie within the term ({from} to {to}), the first not after the last.',
  },
  'scheduling.teacher_cannot': {
    zh: '{teacher} 的排课要求里，{when}不能上课。请换时段或换教师，或修改排课要求。',
    en: 'By the wishes, {teacher} cannot teach on {when}; choose another time or teacher, or change the wishes.',
  },
  'scheduling.teacher_would_rather_not': {
    zh: '可以排，但 {teacher} 希望{when}尽量不排。',
    en: 'Possible, but {teacher} would rather not teach on {when}.',
  },
  'scheduling.teacher_not_cleared': {
    zh: '外聘人员 {teacher} 在 {on}（{when}）没有有效的准入审查（规则 BAN-5）。请先登记审查，或换教师、换日期。',
    en: '{teacher}, from outside, is not cleared on {on} ({when}) (rule BAN-5); record the clearance first, or choose another teacher or other days.',
  },
  'scheduling.room_of_other_kind': {
    zh: '可以排，但“{room}”不是“{course}”要求的场地类型，或缺少要求的设备。',
    en: 'Possible, but {room} is not of the kind that {course} asks for, or lacks what it needs.',
  },
  'scheduling.nothing_to_undo': { zh: '没有可以撤销的步骤。', en: 'There is nothing to undo.' },
  'scheduling.nothing_to_redo': { zh: '没有可以重做的步骤。', en: 'There is nothing to do again.' },
  'scheduling.nothing_to_clear': {
    zh: '草稿里没有可以清空的：要么是空的，要么全部锁定了。',
    en: 'There is nothing to clear: the draft is empty, or everything in it is locked.',
  },
  'scheduling.step_does_not_fit': {
    zh: '这一步现在不能做：{why}草稿没有变化。',
    en: 'This step is not possible now: {why} The draft is unchanged.',
  },
  'scheduling.step_rows_differ': {
    zh: '别人刚刚改过同一处，请刷新后再看。',
    en: 'Somebody has just changed the same place; reload and look again.',
  },
  'scheduling.step_thing_missing': {
    zh: '“{name}”已停开、离职或不再可用。',
    en: '{name} is closed, has left or is no longer there.',
  },
  'scheduling.compare_other_term': {
    zh: '只能对照同一所学校、同一学期的两版课程表。',
    en: 'Only two timetables of the same school and term can be compared.',
  },
  'scheduling.week_not_ready': {
    zh: '还不能自动排课，有 {count} 处要先处理：{sentences}',
    en: 'The week cannot be arranged yet; {count} things come first: {sentences}',
  },
  'scheduling.ready_no_slots': {
    zh: '本学期还没有时段。请先在“时段”页设置一周里开展课后服务的时间。',
    en: 'There are no time slots this term; set them on the page “Time slots” first.',
  },
  'scheduling.ready_no_sections': {
    zh: '本学期还没有开设的课程班。请先在“课程班”页新建。',
    en: 'There are no sections this term; make them on the page “Sections” first.',
  },
  'scheduling.ready_no_teacher': {
    zh: '“{section}”没有任课教师，课程“{course}”也没有登记可任教师。请给课程班选教师，或在课程页登记谁能上。',
    en: '{section} has no teacher, and nobody is named who can lead {course}. Choose a teacher for the section, or name leaders on the page of the course.',
  },
  'scheduling.ready_no_leader': {
    zh: '“{section}”没有任课教师，课程“{course}”的可任教师（{leaders}）都已离职、不参加或没有可排的时段。请另选教师，或修改排课要求。',
    en: '{section} has no teacher, and all who can lead {course} ({leaders}) have left, take no part or have no time. Choose another teacher or change the wishes.',
  },
  'scheduling.ready_teacher_left': {
    zh: '“{section}”的任课教师 {teacher} 已离职。请另选教师。',
    en: '{teacher}, who takes {section}, has left; choose another teacher.',
  },
  'scheduling.ready_teacher_no_time': {
    zh: '“{section}”的任课教师 {teacher} 没有一个可排的时段（排课要求，或外聘人员没有有效审查，规则 BAN-5）。请修改要求、登记审查或另选教师。',
    en: '{teacher}, who takes {section}, has no possible slot (by the wishes, or without clearance, rule BAN-5). Change the wishes, record the clearance or choose another teacher.',
  },
  'scheduling.ready_room_too_small': {
    zh: '“{section}”有 {capacity} 人，场地“{room}”只能容纳 {roomCapacity} 人。请换场地或减少容量。',
    en: '{section} is for {capacity} children, and {room} holds {roomCapacity}; choose another room or lower the capacity.',
  },
  'scheduling.ready_no_rooms': {
    zh: '“{section}”没有场地，学校也还没有登记任何场地。请先在“场地”页登记。',
    en: '{section} has no room, and the school has none at all; add rooms first.',
  },
  'scheduling.ready_larger_than_rooms': {
    zh: '“{section}”有 {capacity} 人，最大的场地“{room}”也只能容纳 {roomCapacity} 人。请减少容量、分成两个班，或登记更大的场地。',
    en: '{section} is for {capacity} children, and even the largest room, {room}, holds only {roomCapacity}. Lower the capacity, split the section or add a larger room.',
  },
  'scheduling.ready_no_fitting_room': {
    zh: '没有能容纳“{section}”{capacity} 人、且符合课程“{course}”场地类型和设备要求的场地。请给课程班指定场地，或修改课程的场地要求。',
    en: 'No room that holds the {capacity} children of {section} is of the kind and has the equipment that {course} asks for. Choose a room for the section or ask for less.',
  },
  'scheduling.ready_too_many_meetings': {
    zh: '“{section}”每周要上 {meetings} 次，一周只有 {slots} 个时段。请减少次数或增加时段。',
    en: '{section} should meet {meetings} times a week, and there are {slots} slots; lower the number or add slots.',
  },
  'scheduling.ready_locks_contradict': {
    zh: '{when}锁定的“{one}”和“{other}”互相冲突（{what}）。请解锁其中一个。',
    en: '{one} and {other} are both fixed on {when} and clash ({what}); unlock one of them.',
  },
  'scheduling.ready_lock_against_teacher': {
    zh: '“{section}”锁定在{when}，但 {teacher} 这时不能上课（排课要求或审查）。请解锁，或修改排课要求。',
    en: '{section} is fixed on {when}, when {teacher} cannot teach (by the wishes or without clearance); unlock it or change the wishes.',
  },
  'scheduling.ready_teacher_overloaded': {
    zh: '{teacher} 每周要上 {meetings} 次，可排的时段只有 {slots} 个，会有排不下的。',
    en: '{teacher} has {meetings} meetings a week and {slots} possible slots; some will not be placed.',
  },
  'scheduling.ready_class_overloaded': {
    zh: '{homeClass} 每周要上 {meetings} 次，一周只有 {slots} 个时段，会有排不下的。',
    en: '{homeClass} has {meetings} meetings a week and there are {slots} slots; some will not be placed.',
  },
  'scheduling.ready_teacher_unwilling': {
    zh: '“{section}”的任课教师 {teacher} 登记为不参加课后服务，仍按任课教师安排。',
    en: '{teacher}, who takes {section}, is noted as taking no part and is placed all the same.',
  },
  'scheduling.ready_days_too_few': {
    zh: '“{section}”每周 {meetings} 次、一周 {days} 天，做不到每两次相隔 {daysApart} 天，会尽量分散。',
    en: '{section} meets {meetings} times on {days} days and cannot be {daysApart} days apart each time; it is spread as well as possible.',
  },
  'scheduling.ready_too_few_kinds': {
    zh: '{grade} 年级的课程班不够每天都有 {least} 类可选，会尽量做到。',
    en: 'Grade {grade} has too few sections for {least} kinds on each day; it is done as well as possible.',
  },
  'scheduling.ready_too_many_at_once': {
    zh: '{grade} 年级的课程班太多，做不到同一时段最多 {most} 个，会尽量做到。',
    en: 'Grade {grade} has too many sections for at most {most} at once; it is done as well as possible.',
  },
  'scheduling.ready_parallel_unequal': {
    zh: '要求同时上课的课程班（{sections}）每周次数不同，多出来的几次单独安排。',
    en: 'The sections that should run at the same time ({sections}) meet a different number of times; what is left over is placed alone.',
  },
  'scheduling.run_waiting': {
    zh: '这份草稿正在自动排课，请等它结束，或先停止。',
    en: 'This draft is being arranged already; wait for it, or stop it first.',
  },
  'scheduling.run_ended': {
    zh: '这次自动排课已经结束，不用再停止。',
    en: 'This run has ended already; there is nothing to stop.',
  },
  'scheduling.run_without_result': { zh: '这次自动排课还没有结果。', en: 'This run has no result.' },
  'scheduling.ready_impossible': { zh: '{sentence}。{mend}', en: '{sentence}. {mend}' },
  'scheduling.run_failed': {
    zh: '自动排课没有完成，草稿没有变化。请再排一次；若仍不行，请告诉管理员。',
    en: 'The run did not finish, and the draft is unchanged. Run it again; if it fails again, tell the administrator.',
  },
  'scheduling.run_unsound': {
    zh: '排出的结果有 {count} 处不符合硬性要求，没有保存，草稿没有变化。请换一个起点再排；若仍不行，请告诉管理员。',
    en: 'The result broke {count} hard rules and was not kept; the draft is unchanged. Run it again; if it fails again, tell the administrator.',
  },
  'scheduling.draft_changed_since_run': {
    zh: '自动排课开始以后草稿又改过，结果不能直接采用，以免盖掉那些改动。请按现在的草稿再排一次。',
    en: 'The draft has been changed since the run began, and taking the result over would lose those changes. Run it again on the draft as it is now.',
  },
  'scheduling.fet_no_slots': {
    zh: '这个学期还没有时段，没有可以导出的一周。请先在“时段”里设好。',
    en: 'The term has no slots yet, so there is no week to export. Set the slots first.',
  },
}
