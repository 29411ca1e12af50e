import type { Texts } from '../platform/texts.js'

/** Sentences about what happens day by day: publishing, changes of single sessions, substitution, leave, duty and patrol. */
export const sessionsTexts: Texts = {
  'scheduling.colleague_needed': {
    zh: '请先选一位代课教师。',
    en: 'Choose a colleague who takes the session.',
  },
  'scheduling.published_meanwhile': {
    zh: '别人刚刚发布了另一版课程表。请重新看一遍变动清单，再决定是否发布。',
    en: 'Somebody has just published another version. Look at the list of changes again before you publish.',
  },
  'scheduling.changed_since_preview': {
    zh: '您看过清单以后课次又有变动。请重新看一遍变动清单再发布。',
    en: 'Sessions have changed since you looked at the list. Look at it again before you publish.',
  },
  'scheduling.placed_teacher_has_left': {
    zh: '{teachers} 已不在岗，却还排在“{sections}”。请先给这些课程班换教师，再发布。',
    en: '{teachers} no longer work here but still stand in {sections}. Give these sections another teacher, then publish.',
  },
  'scheduling.placed_children_twice': {
    zh: '有 {count} 名学生同时报了“{section}”和“{other}”，草稿里这两个班都排在{when}。请把其中一个换到别的时段，再发布。',
    en: '{count} children are in both {section} and {other}, which the draft puts on {when}. Move one of them to another time, then publish.',
  },

  'scheduling.session_has_begun': {
    zh: '“{section}”{when}的课已经开始或上过，不能再改。',
    en: '{section} on {when} has begun or is over and cannot be changed.',
  },
  'scheduling.session_not_planned': {
    zh: '“{section}”{when}已停课，不能这样改。请先恢复上课，或安排补课。',
    en: '{section} on {when} is cancelled. Restore it, or make it up on another day.',
  },
  'scheduling.moment_has_passed': {
    zh: '{when}已经过去，请选以后的时间。',
    en: '{when} has passed; choose a later time.',
  },
  'scheduling.no_school_day': {
    zh: '{day}按校历不上课，课后服务只在上课日（规则 TIME-6）。请换一天。',
    en: 'There is no school on {day}, and after-school service takes place on school days only (rule TIME-6). Choose another day.',
  },
  'scheduling.slot_of_other_weekday': {
    zh: '{day}按{weekday}的课表上课，没有这个时段。请选当天的时段，或直接填时间。',
    en: '{day} follows {weekday}, which does not have this slot. Choose one of that day, or give the time itself.',
  },
  'scheduling.slot_or_time': {
    zh: '请选一个时段，或填开始和结束时间，二者取其一。',
    en: 'Choose a slot, or give start and end; one of the two.',
  },
  'scheduling.nothing_changes': {
    zh: '日期、时间和场地都和现在一样，没有可改的。',
    en: 'Day, time and room are as they are now; there is nothing to change.',
  },
  'scheduling.section_meets_already': {
    zh: '“{section}”在{when}已经有课，请换时间。',
    en: '{section} already meets on {when}; choose another time.',
  },
  'scheduling.own_session_stands_there': {
    zh: '“{section}”{day}这一时段本来就有一次课（已停课或已调走），补课不能再放在这里。请恢复那一次，或换时间。',
    en: '{section} has a session of its own in this slot on {day} (cancelled or moved). Restore that one, or choose another time.',
  },
  'scheduling.room_too_small_for_children': {
    zh: '“{room}”只能容纳 {roomCapacity} 人，“{section}”有 {enrolled} 名学生。请换一个大一些的场地。',
    en: '{room} holds {roomCapacity}, but {section} has {enrolled} children. Choose a larger room.',
  },
  'scheduling.teacher_on_leave': {
    zh: '{teacher} 从 {from} 到 {to} 请假，不能上 {day} 的课。请换日期，或安排代课。',
    en: '{teacher} is on leave from {from} to {to} and cannot take a session on {day}. Choose another day, or arrange a substitution.',
  },
  'scheduling.lecturer_not_cleared': {
    zh: '外聘人员 {teacher} 在 {day} 没有有效的准入审查（规则 BAN-5），不能上课。请先登记审查结果，或换人。',
    en: 'The external lecturer {teacher} has no valid clearance on {day} (rule BAN-5). Record the clearance first, or choose somebody else.',
  },
  'scheduling.teacher_gone': {
    zh: '{teacher} 已不在岗，请选别的教师。',
    en: '{teacher} no longer works here; choose somebody else.',
  },
  'scheduling.made_up_already': {
    zh: '“{section}”{when}的课已经安排补课，不能再补一次。',
    en: '{section} on {when} is already made up.',
  },
  'scheduling.make_up_of_make_up': {
    zh: '这是一次补课，停了以后请从原来那次课重新安排补课。',
    en: 'This session itself makes up for another; arrange a new one from the original.',
  },
  'scheduling.original_made_up_elsewhere': {
    zh: '原来那次课已经另外安排了补课，这一次不能恢复。',
    en: 'The original session is made up elsewhere by now, so this one cannot be restored.',
  },
  'scheduling.as_planned_already': {
    zh: '这次课和课程表一致，没有要还原的。',
    en: 'This session is as the timetable plans it; there is nothing to reset.',
  },
  'scheduling.swapped_session': {
    zh: '这次课是换课换来的。请先撤销换课，再还原。',
    en: 'This session was swapped. Revoke the swap first.',
  },

  'scheduling.no_teacher_for_user': {
    zh: '您的账号还没有和教师档案关联，请联系课后服务管理员。',
    en: 'Your account is not linked to a teacher yet; ask the coordinator.',
  },
  'scheduling.not_your_session': {
    zh: '这不是您的课，不能替别人申请。请由任课教师或课后服务管理员提出。',
    en: 'This is not your session. Its teacher or the coordinator can ask.',
  },
  'scheduling.not_asked': {
    zh: '这份申请问的不是您。请由 {colleague} 本人答复，或由课后服务管理员代记。',
    en: 'You were not asked. {colleague} answers, or the coordinator records the answer.',
  },
  'scheduling.own_substitution': {
    zh: '您是这次代课或换课的当事人，不能自己批准。请由另一位管理员办理。',
    en: 'You take part in this substitution or swap and cannot approve it yourself; a colleague must.',
  },
  'scheduling.not_your_request': {
    zh: '这份申请不是您提出的，不能撤回。',
    en: 'This is not your request; you cannot withdraw it.',
  },
  'scheduling.colleague_is_teacher': {
    zh: '{teacher} 就是这次课的教师，请选别的同事。',
    en: "{teacher} is the session's own teacher; choose a colleague.",
  },
  'scheduling.open_request_exists': {
    zh: '“{section}”{when}已有一份待办的代课或换课申请。请先等答复，或撤回它。',
    en: '{section} on {when} already has an open request. Wait for the answer, or withdraw it.',
  },
  'scheduling.swap_needs_session': {
    zh: '换课要选对方的一次课。',
    en: "A swap needs one of the colleague's sessions.",
  },
  'scheduling.only_swap_has_session': {
    zh: '只有换课才填写对方的课次；代课请不要填写。',
    en: 'Only a swap names a second session; leave it out for a substitute.',
  },
  'scheduling.swap_not_theirs': {
    zh: '选的那次课不是 {colleague} 的课，请重新选。',
    en: 'The chosen session is not one of {colleague}; choose again.',
  },
  'scheduling.taken_by_other': {
    zh: '“{section}”{when}的教师已经不是 {teacher}，不能再改回去。请看这次课现在的安排。',
    en: '{teacher} no longer takes {section} on {when}; look at the session as it is now.',
  },
  'scheduling.session_changed_since': {
    zh: '提出申请以后“{section}”的教师已换成别人，请撤回后重新提出。',
    en: 'The teacher of {section} has changed since the request; withdraw it and ask again.',
  },

  'scheduling.leave_ends_before_it_starts': {
    zh: '结束日期 {toOn} 早于开始日期 {fromOn}。',
    en: 'The end {toOn} is before the start {fromOn}.',
  },
  'scheduling.leave_too_long': {
    zh: '一次请假最多 {most} 天，请分开登记。',
    en: 'One leave has at most {most} days; record it in parts.',
  },
  'scheduling.leave_over': {
    zh: '{toOn} 已经过去，不能再登记这段请假。',
    en: '{toOn} has passed; this leave can no longer be recorded.',
  },
  'scheduling.leave_overlaps': {
    zh: '{teacher} 从 {from} 到 {to} 已有一份请假。请改日期，或先撤回那一份。',
    en: '{teacher} already has a leave from {from} to {to}. Change the days, or withdraw that one.',
  },
  'scheduling.own_leave': {
    zh: '自己的请假不能自己批准，请由另一位管理员办理。',
    en: 'Nobody grants their own leave; a colleague must.',
  },
  'scheduling.not_your_leave': {
    zh: '只有本人或课后服务管理员能办理这份请假。',
    en: 'Only the teacher or the coordinator can do this.',
  },
  'scheduling.session_not_of_leave': {
    zh: '这次课不在这份请假里。',
    en: 'This session is not part of the leave.',
  },

  'scheduling.duty_exists': {
    zh: '{teacher} 在 {day} 已经排了这项值班。',
    en: '{teacher} already has this duty on {day}.',
  },
  'scheduling.duty_day_over': {
    zh: '{day} 已经过去，值班表不能再改。',
    en: '{day} has passed; its roster cannot be changed.',
  },

  'scheduling.not_on_patrol': {
    zh: '今天的巡课名单里没有您。请由巡课教师填写，或请课后服务管理员把您排进值班表。',
    en: 'You are not on patrol today. The patrol writes this down, or ask the coordinator to put you on the roster.',
  },
  'scheduling.own_session_inspected': { zh: '不能巡查自己的课。', en: 'Nobody inspects their own session.' },
  'scheduling.session_not_begun': {
    zh: '“{section}”{when}还没有开始，开始以后再填巡课记录。',
    en: '{section} on {when} has not begun; write down what you find after that.',
  },
  'scheduling.patrol_day_over': {
    zh: '巡课记录要在当天填写；管理员可以在 {days} 天以内补填。',
    en: 'Findings are written down on the day itself; the coordinator may add them within {days} days.',
  },
  'scheduling.session_off': {
    zh: '“{section}”{when}已停课，没有可巡查的。',
    en: '{section} on {when} is cancelled; there is nothing to inspect.',
  },
  'scheduling.not_your_inspection': {
    zh: '这条巡课记录不是您填的，不能更正。请由填写人当天更正，或请课后服务管理员更正。',
    en: 'You did not write this entry. Who wrote it corrects it on the same day, or the coordinator does.',
  },
  'scheduling.inspection_day_over': {
    zh: '这条记录是 {day}填的，填写人只能当天更正。请课后服务管理员更正。',
    en: 'This entry was written on {day} and can be corrected by its writer on that day only. Ask the coordinator.',
  },
  'scheduling.inspection_mended': {
    zh: '这条记录的问题已经整改，不能再更正。',
    en: 'What this entry found has been mended; it can no longer be corrected.',
  },
  'scheduling.inspected_already': {
    zh: '您已经填过这次课的巡课记录。',
    en: 'You have already written down what you found at this session.',
  },

  'scheduling.nothing_placed': {
    zh: '课程表里还没有排课，不能发布。',
    en: 'Nothing is placed in the timetable yet, so it cannot be published.',
  },
  'scheduling.calendar_link_not_yours': {
    zh: '您只能为自己的课表生成日历订阅。其他教师、场地、班级和全校的订阅请由课后服务管理员生成。',
    en: 'You can make an address for your own week only. The coordinator makes those of other teachers, rooms, classes and the school.',
  },
  'scheduling.calendar_link_revoked': {
    zh: '这个日历订阅已经撤销。需要时请重新生成一个。',
    en: 'This address has been revoked already. Make a new one if it is needed.',
  },
  'scheduling.report_without_days': {
    zh: '从 {from} 到 {to} 没有落在本学期（{startsOn} 至 {endsOn}）里的日子。请改日期。',
    en: 'No day from {from} to {to} lies in the term ({startsOn} to {endsOn}). Change the dates.',
  },
  // Words that stand inside answers, not refusals.
  'colleague.leader': { zh: '可任本课程', en: 'can lead this course' },
  'colleague.took_section': { zh: '带过这个课程班', en: 'has taken this section before' },
  'colleague.took_course': { zh: '上过这门课', en: 'has taught this course' },
  'colleague.took_category': { zh: '上过同类课程', en: 'has taught this category' },
  'colleague.no_experience': { zh: '没有上过这类课程', en: 'has not taught this kind before' },
  'colleague.home_teacher': { zh: '本班班主任', en: 'is the class teacher' },
  'colleague.free': { zh: '这个时间有空', en: 'is free then' },
  'colleague.on_duty': { zh: '当天值班或巡课', en: 'is on duty or patrol that day' },
  'colleague.day_load': { zh: '当天已有 {count} 次课', en: '{count} sessions that day' },
  'colleague.declined': { zh: '这次课已谢绝过', en: 'has declined this session' },
  'colleague.asked_then': { zh: '这个时间已被请去代另一次课', en: 'is asked for another session then' },
  'colleague.no_account': {
    zh: '没有账号，要由管理员代记答复',
    en: 'has no account; the coordinator records the answer',
  },
}
