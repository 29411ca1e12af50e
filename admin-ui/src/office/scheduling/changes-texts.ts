/** Words for what happens day by day: changes of sessions, substitution, leave, duty and patrol. */
import type { Words } from '../../shared/texts'

export const zh = {
  menu: { myWeek: '我的一周', substitutions: '代课与换课', leaves: '教师请假', duties: '值班表', inspections: '巡课记录', patrol: '今日巡课' },
  resources: {
    sessions: {
      events: {
        move: { label: '调课' }, 'change-room': { label: '换场地' }, change_room: { label: '换场地' }, 'make-up': { label: '安排补课' }, make_up: { label: '安排补课' }, drop_make_up: { label: '补课取消' },
        reset: { label: '还原', consequence: '恢复成课程表原来的日期、时间、教师和场地；有代课的，代课随之撤销。', done: '已还原。' },
        substitute: { label: '找人代课' }, swap: { label: '换课' }, hand_back: { label: '代课撤销' },
      },
    },
    substitutions: {
      name: '代课与换课',
      fields: { heldOn: '上课时间', askingTeacherName: '原教师', colleagueName: '代课教师', kind: '方式', reason: '原因', status: '状态', session: '课次', createdAt: '提出时间', actions: '办理' },
      events: {
        agree: { label: '同意', consequence: '同意后按学校设置，可能还要管理员批准。', done: '已同意。' },
        decline: { label: '谢绝', consequence: '对方会看到您不能代这次课，可以另请他人。', done: '已谢绝。' },
        approve: { label: '批准', consequence: '批准后这次课立即换成代课教师，教师和家长马上看到。', done: '已批准。' },
        refuse: { label: '不批准', consequence: '课次仍由原教师上。', done: '已退回。' },
        withdraw: { label: '撤回', consequence: '申请作废，课次仍由原教师上。', done: '已撤回。' },
        revoke: { label: '撤销代课', consequence: '课次交回原教师。', done: '已撤销，课次已交回原教师。' },
      },
    },
    'teacher-leaves': {
      name: '教师请假',
      fields: { teacherId: '教师', teacherName: '教师', fromOn: '从', toOn: '到（含当天）', kind: '类别', remark: '说明', status: '状态', openCount: '还没有安排的课', actions: '办理' },
      events: {
        grant: { label: '准假', consequence: '准假后列出这段时间的课，逐一安排代课。', done: '已准假，请安排代课。' },
        refuse: { label: '不准', consequence: '教师会看到原因。', done: '已退回。' },
        withdraw: { label: '撤回请假', consequence: '请假作废。已经安排好的代课不变，需要时请逐个撤销。', done: '请假已撤回。' },
      },
    },
    inspections: {
      name: '巡课记录',
      fields: { heldOn: '日期', startTime: '时间', sectionName: '课程班', teacherName: '教师', roomName: '场地', status: '状态', found: '发现', dueCount: '应到', countedCount: '实到', remark: '备注', mending: '整改情况', inspectedByName: '巡课人', teacherId: '教师', sectionId: '课程班', from: '从', to: '到', actions: '办理' },
      events: { mend: { label: '已整改', consequence: '写明怎么整改的，这个问题随后关闭。', done: '问题已关闭。' }, find: { label: '发现问题' } },
    },
  },
  states: {
    sessions: { made_up: '已安排补课' },
    substitutions: { asked: '等对方答复', agreed: '等批准', approved: '已安排', declined: '已谢绝', refused: '未批准', withdrawn: '已撤回', revoked: '已撤销' },
    'teacher-leaves': { requested: '等准假', granted: '已准假', refused: '未准', withdrawn: '已撤回' },
    inspections: { clear: '正常', open: '待整改', mended: '已整改' },
  },
  changes: {
    marks: { day: '调课', time: '改时间', teacher: '代课', room: '换场地', cancelled: '停课', made_up: '已安排补课', make_up: '补课' },
    was: { day: '原定 %{day}', time: '原定 %{time}', teacher: '原教师 %{teacher}', room: '原场地 %{room}', make_up: '补 %{day} 的课', made_up: '%{day} 补' },
    problems: { on_leave: '%{teacher} 请假，还没有人代课', not_cleared: '%{teacher} 没有有效的准入审查，不能上课', left: '%{teacher} 已不在岗' },
    asked: { asked: '已请%{colleague}代课，等答复', agreed: '%{colleague} 已同意，等批准' },
    onlyChanged: '只看有变动的', sessionTitle: '%{section} · %{day}', when: '上课时间', where: '场地', who: '教师', planned: '课程表原定', asPlanned: '与课程表一致', children: '在班学生', requests: '代课与换课', noRequests: '这次课没有代课或换课申请。', goToMakeUp: '看补课', goToOriginal: '看原来那次课',
    to: '改到哪天', slot: '时段', ownTime: '自己填时间', keepTime: '时间不变（%{time}）', from: '开始', until: '结束', room: '场地', keepRoom: '场地不变（%{room}）', roomTaken: '原场地已占用，请换场地', comment: '说明（可不填，教师和管理员能看到）', noSlotsThatDay: '这一天没有时段可选，可以自己填时间。', chosenBusy: '不可选：%{why}',
    moveConsequence: '教师和家长马上看到改动；原来的安排保留，可以随时还原。', makeUpConsequence: '新建一次课补上停掉的这次。教师和家长马上看到。', moved: '已调课。', roomChanged: '场地已换。', madeUp: '补课已安排。',
    whoTakes: '谁来代“%{section}”%{day}的课？', best: '首选', cannot: '不能代课', showCannot: '看不能代课的 %{count} 人', load: '本周 %{week} 次 · 本学期 %{term} 次', reason: '原因（对方会看到）', usualReason: '临时有事，请代一次课',
    ask: '请%{name}代课', arrange: '已口头同意，直接安排', askDone: '已发出，等%{name}答复。', arrangeDone: '已安排%{name}代课，教师和家长马上看到。', nobody: '没有别的教师。', nobodyNext: '请先在“教师”里添加，或停课。', allBusy: '这个时间没有人有空。', allBusyNext: '可以换课、调课，或者停课后安排补课。', afterApproval: '对方同意后按学校设置批准。',
    swapTitle: '拿“%{section}”%{day}的课和谁换？', swapNone: '前后两周没有可以换的课。', swapNoneNext: '可以改为请人代课。', swapReason: '时间冲突，申请换课', askSwap: '提出换课', swapDone: '换课申请已发出。', swapRow: '%{teacher} · %{section} · %{room}',
    kinds: { substitute: '代课', swap: '换课' }, noSubstitutions: '还没有代课或换课。', noSubstitutionsNext: '教师在“我的一周”或课次页面里提出，管理员也可以直接安排。', forMe: '请我代课', isOpen: '待办', person: '教师', swapFor: '换 %{day} %{section}',
  },
  leaves: {
    kinds: { sick: '病假', official: '公出', personal: '事假' }, record: '登记请假', ask: '我要请假', recordHelp: '只有本人和课后服务管理员能看到类别和说明；家长只看到谁来代课。', consequence: '登记后马上列出这几天的课和合适的代课人选。', recorded: '已登记，请看这几天的课。',
    none: '还没有请假。', noneNext: '教师生病或外出时在这里登记，系统列出要安排的课。', title: '%{teacher} · %{from} 至 %{to}', titleDay: '%{teacher} · %{from}', who: '谁来代课', days: '请假日期', openCount: '还要安排', openSome: '%{count} 次课', allDone: '都安排好了',
    arrangements: { open: '还没有人', asked: '等%{name}答复', agreed: '%{name} 已同意，等批准', substituted: '%{name}代课', cancelled: '停课', over: '已开始或上过' },
    proposal: '%{name}：%{why}', askAll: '一次请好 %{count} 人次', askAllConsequence: '按首选人选发出 %{count} 份代课申请，等各人答复。', arrangeAll: '%{count} 次课都已口头说好，直接安排', cancelAll: '%{count} 次课全部停课', cancelAllConsequence: '没有人代的 %{count} 次课全部停课，家长马上看到“停课”，不会看到请假原因。', result: '%{done} 次办好，%{refused} 次没有办成。', choose: '另选他人', cancelOne: '停课', noSessions: '这几天没有课，不用安排。', noBest: '这个时间没有人有空', approveHere: '去批准',
  },
  duties: {
    title: '值班表 %{from} 至 %{to}', under: '每个服务日都要有值班领导和巡课教师。', kinds: { duty_leader: '值班领导', patrol: '巡课' }, lacksLeader: '缺值班领导', lacksPatrol: '缺巡课', sessions: '%{count} 次课', noService: '没有课后服务', add: '添加', addTo: '%{day}添加%{kind}', teacher: '教师', area: '负责区域（可不填）', remove: '去掉%{name}', removed: '已去掉。', added: '已添加。',
    copy: '复制上周', exportWeek: '导出本周', exportTerm: '导出学期', fill: '轮流排满', patrols: '每天巡课人数', proposalTitle: '排班建议', proposalNone: '没有要补的：这一周已经排满，或者没有可以排的人。', proposalConsequence: '保存后教师在“我的一周”里看到。共 %{count} 人次，谁排得少就先排谁。', save: '保存这份排班', saved: '已排 %{count} 人次。', noDays: '这一周没有上课日。', noDaysNext: '换一周看看。',
  },
  patrol: {
    title: '今日巡课', notYours: '今天没有把您排进巡课。', notYoursNext: '可以看今天的课；要填写，请课后服务管理员把您排进值班表。', none: '今天没有课次。', noneNext: '有课的日子，这里列出每个教室。', notBegun: '还没开始', own: '自己的课', write: '填写', correct: '更正', correctRoom: '更正%{room}的记录', written: '已填', area: '负责区域：%{area}', done: '已填 %{done} / %{total}',
    isOnTime: '按时上课', isPlannedTeacher: '教师与安排一致', isRegisterTaken: '已点名', isNewLessonTaught: '讲了新课（规则 BAN-3）', due: '应到 %{count} 人', counted: '实到人数', remark: '备注', needsMending: '还有别的问题要整改', yes: '是', no: '否', save: '保存', saved: '已记录。', savedOpen: '已记录，问题等整改。', findings: '发现', late: '未按时', otherTeacher: '教师不符', noRegister: '未点名', newLesson: '讲新课', nothing: '无', noRecords: '还没有巡课记录。', noRecordsNext: '巡课教师用手机打开“今日巡课”逐间填写。',
  },
  week: {
    title: '我的一周', forMe: '请您答复', waitsForYou: '等您答复', mine: '我提出的', mineWaiting: '等%{name}答复', mineAgreed: '%{name} 已同意，等批准', noLink: '您的账号还没有和教师档案关联。', noLinkNext: '请联系课后服务管理员，关联以后这里显示您的课、值班和请假。', nothing: '没有安排', forOther: '代%{teacher}上课', taken: '由%{teacher}代课', movedAway: '“%{section}”调到 %{day} %{time}', leaves: '我的请假', noLeaves: '没有请假。', askText: '%{teacher}请您代课', swapText: '%{teacher}想和您换课', inReturn: '换您的：%{when} %{section}', why: '原因：%{reason}', duty: '值班领导', patrol: '巡课', toPatrol: '去填巡课',
  },
  publishing: {
    kinds: { clash: '与新课表冲突', called_off: '停课', by_hand: '人工调整，保留', removed: '取消', changed: '改动', added: '新增' }, calledOff: '停课保留', byHand: '人工调整保留', rows: '变动清单', rowsShown: '显示前 %{shown} 项，共 %{total} 项；全部见表格。', off: '停课', none: '—',
    uncleared: '%{teacher} 在这些天没有有效的准入审查，课不能由其上（规则 BAN-5）：%{days}', clashes: '有 %{count} 次人工调整过的课和新课表冲突，请发布后处理。', clashWith: '与“%{section}”冲突（%{why}）', clashWhy: { teacher: '同一教师', room: '同一场地', home_class: '同一行政班', children: '有相同的学生' }, more: '…等 %{count} 天', noChanges: '没有变动。',
  },
}

export const en: Words<typeof zh> = {
  menu: { myWeek: 'My week', substitutions: 'Substitution and swaps', leaves: 'Teachers on leave', duties: 'Duty roster', inspections: 'Patrol findings', patrol: 'Patrol today' },
  resources: {
    sessions: {
      events: {
        move: { label: 'Move' }, 'change-room': { label: 'Change room' }, change_room: { label: 'Room changed' }, 'make-up': { label: 'Make up' }, make_up: { label: 'Made up' }, drop_make_up: { label: 'Make-up called off' },
        reset: { label: 'Reset', consequence: 'Back to the day, time, teacher and room of the timetable; a substitution ends with it.', done: 'Reset.' },
        substitute: { label: 'Find a substitute' }, swap: { label: 'Swap' }, hand_back: { label: 'Substitution revoked' },
      },
    },
    substitutions: {
      name: 'Substitution |||| Substitution and swaps',
      fields: { heldOn: 'When', askingTeacherName: 'Teacher', colleagueName: 'Colleague', kind: 'Kind', reason: 'Reason', status: 'State', session: 'Session', createdAt: 'Asked at', actions: 'Act' },
      events: {
        agree: { label: 'Agree', consequence: 'Depending on the school, the coordinator still approves it.', done: 'Agreed.' },
        decline: { label: 'Decline', consequence: 'Your colleague sees that you cannot, and may ask somebody else.', done: 'Declined.' },
        approve: { label: 'Approve', consequence: 'The session goes to the colleague at once; teachers and families see it.', done: 'Approved.' },
        refuse: { label: 'Refuse', consequence: 'The session stays with its teacher.', done: 'Refused.' },
        withdraw: { label: 'Withdraw', consequence: 'The request ends; the session stays with its teacher.', done: 'Withdrawn.' },
        revoke: { label: 'Revoke', consequence: 'The session goes back to its teacher.', done: 'Revoked; the session is back with its teacher.' },
      },
    },
    'teacher-leaves': {
      name: 'Leave |||| Teachers on leave',
      fields: { teacherId: 'Teacher', teacherName: 'Teacher', fromOn: 'From', toOn: 'Until (included)', kind: 'Kind', remark: 'Remark', status: 'State', openCount: 'Sessions without anybody', actions: 'Act' },
      events: {
        grant: { label: 'Grant', consequence: 'Then the sessions of these days are listed, to find somebody for each.', done: 'Granted. Now find somebody for the sessions.' },
        refuse: { label: 'Refuse', consequence: 'The teacher sees the reason.', done: 'Refused.' },
        withdraw: { label: 'Withdraw', consequence: 'The leave ends. Substitutions already arranged stay; revoke them one by one if need be.', done: 'Withdrawn.' },
      },
    },
    inspections: {
      name: 'Finding |||| Patrol findings',
      fields: { heldOn: 'Date', startTime: 'Time', sectionName: 'Section', teacherName: 'Teacher', roomName: 'Room', status: 'State', found: 'Found', dueCount: 'Due', countedCount: 'Counted', remark: 'Remark', mending: 'How mended', inspectedByName: 'By', teacherId: 'Teacher', sectionId: 'Section', from: 'From', to: 'Until', actions: 'Act' },
      events: { mend: { label: 'Mended', consequence: 'Say how it was mended; the finding is closed.', done: 'Closed.' }, find: { label: 'Found' } },
    },
  },
  states: {
    sessions: { made_up: 'Made up' },
    substitutions: { asked: 'Waits for an answer', agreed: 'Waits for approval', approved: 'Arranged', declined: 'Declined', refused: 'Refused', withdrawn: 'Withdrawn', revoked: 'Revoked' },
    'teacher-leaves': { requested: 'Waits to be granted', granted: 'Granted', refused: 'Refused', withdrawn: 'Withdrawn' },
    inspections: { clear: 'Clear', open: 'To be mended', mended: 'Mended' },
  },
  changes: {
    marks: { day: 'Moved', time: 'Other time', teacher: 'Substitute', room: 'Other room', cancelled: 'Cancelled', made_up: 'Made up', make_up: 'Make-up' },
    was: { day: 'planned for %{day}', time: 'planned at %{time}', teacher: 'in place of %{teacher}', room: 'instead of %{room}', make_up: 'for the session of %{day}', made_up: 'on %{day}' },
    problems: { on_leave: '%{teacher} is on leave and nobody takes it yet', not_cleared: '%{teacher} has no valid clearance and cannot take it', left: '%{teacher} no longer works here' },
    asked: { asked: '%{colleague} has been asked', agreed: '%{colleague} has agreed; waits for approval' },
    onlyChanged: 'Only changes', sessionTitle: '%{section} · %{day}', when: 'When', where: 'Room', who: 'Teacher', planned: 'Planned', asPlanned: 'as in the timetable', children: 'Children', requests: 'Substitution and swaps', noRequests: 'Nobody has been asked to take this session.', goToMakeUp: 'See the make-up', goToOriginal: 'See the original session',
    to: 'To which day', slot: 'Time slot', ownTime: 'Another time', keepTime: 'Same time (%{time})', from: 'Start', until: 'End', room: 'Room', keepRoom: 'Same room (%{room})', roomTaken: 'its room is taken; choose another', comment: 'Note (optional; teachers and coordinators see it)', noSlotsThatDay: 'This day has no slots; give the time yourself.', chosenBusy: 'Not possible: %{why}',
    moveConsequence: 'Teachers and families see it at once; the plan is kept, and you can reset it.', makeUpConsequence: 'Makes a new session in place of the cancelled one. Teachers and families see it at once.', moved: 'Moved.', roomChanged: 'Room changed.', madeUp: 'The make-up session is set.',
    whoTakes: 'Who takes %{section} on %{day}?', best: 'Best', cannot: 'Cannot', showCannot: 'Show %{count} who cannot', load: '%{week} this week · %{term} this term', reason: 'Reason (your colleague reads it)', usualReason: 'Something has come up; please take this session',
    ask: 'Ask %{name}', arrange: 'Has said yes: arrange it', askDone: 'Sent; waits for %{name}.', arrangeDone: '%{name} takes it. Teachers and families see it at once.', nobody: 'There is no other teacher.', nobodyNext: 'Add one under Teachers, or cancel the session.', allBusy: 'Nobody is free then.', allBusyNext: 'Swap, move, or cancel it and make it up later.', afterApproval: 'After the colleague agrees, the school approves where it wants to.',
    swapTitle: 'With which session should %{section} on %{day} be swapped?', swapNone: 'Nothing to swap with in the two weeks around.', swapNoneNext: 'Ask for a substitute instead.', swapReason: 'The time does not suit me', askSwap: 'Ask for the swap', swapDone: 'The request has been sent.', swapRow: '%{teacher} · %{section} · %{room}',
    kinds: { substitute: 'Substitution', swap: 'Swap' }, noSubstitutions: 'There are no substitutions or swaps yet.', noSubstitutionsNext: 'Teachers ask in “My week” or on the session’s page; the coordinator may arrange them too.', forMe: 'asked of me', isOpen: 'Open', person: 'Teacher', swapFor: 'for %{section} on %{day}',
  },
  leaves: {
    kinds: { sick: 'Sick', official: 'On official business', personal: 'Personal' }, record: 'Record a leave', ask: 'Ask for leave', recordHelp: 'Only the teacher and the coordinator see kind and remark; families see only who takes the session.', consequence: 'Then the sessions of these days are listed with the best colleague for each.', recorded: 'Recorded. Look at the sessions of these days.',
    none: 'Nobody is on leave.', noneNext: 'Record it here when a teacher is ill or away; the sessions to arrange are listed.', title: '%{teacher} · %{from} to %{to}', titleDay: '%{teacher} · %{from}', who: 'Who takes the sessions', days: 'Days', openCount: 'To arrange', openSome: 'Sessions: %{count}', allDone: 'All arranged',
    arrangements: { open: 'Nobody yet', asked: '%{name} has been asked', agreed: '%{name} has agreed; waits for approval', substituted: '%{name} takes it', cancelled: 'Cancelled', over: 'Begun or over' },
    proposal: '%{name}: %{why}', askAll: 'Ask for all %{count}', askAllConsequence: '%{count} requests go to the best colleague for each session.', arrangeAll: 'All %{count} have said yes: arrange', cancelAll: 'Cancel all %{count}', cancelAllConsequence: '%{count} sessions without anybody are cancelled. Families see that at once, not the reason of the leave.', result: '%{done} done, %{refused} not done.', choose: 'Somebody else', cancelOne: 'Cancel', noSessions: 'No sessions on these days; nothing to arrange.', noBest: 'Nobody is free then', approveHere: 'Approve',
  },
  duties: {
    title: 'Duty roster %{from} to %{to}', under: 'Every service day needs a duty leader and a patrol.', kinds: { duty_leader: 'Duty leader', patrol: 'Patrol' }, lacksLeader: 'No duty leader', lacksPatrol: 'No patrol', sessions: '%{count} sessions', noService: 'no service', add: 'Add', addTo: '%{day}: add %{kind}', teacher: 'Teacher', area: 'Area (optional)', remove: 'Take %{name} off', removed: 'Taken off.', added: 'Added.',
    copy: 'Copy last week', exportWeek: 'Export the week', exportTerm: 'Export the term', fill: 'Fill in turn', patrols: 'Patrols a day', proposalTitle: 'Proposed roster', proposalNone: 'Nothing to add: the week is full, or there is nobody to put in.', proposalConsequence: 'Once saved, teachers see it in “My week”. %{count} duties; who has had fewest comes first.', save: 'Save this roster', saved: '%{count} duties saved.', noDays: 'No school days in this week.', noDaysNext: 'Look at another week.',
  },
  patrol: {
    title: 'Patrol today', notYours: 'You are not on patrol today.', notYoursNext: 'You can see today’s sessions; to write, ask the coordinator to put you on the roster.', none: 'No sessions today.', noneNext: 'On days with sessions every room is listed here.', notBegun: 'not begun', own: 'your own', write: 'Write', correct: 'Correct', correctRoom: 'Correct the entry for %{room}', written: 'Written', area: 'Area: %{area}', done: '%{done} of %{total} written',
    isOnTime: 'On time', isPlannedTeacher: 'The right teacher', isRegisterTaken: 'Register taken', isNewLessonTaught: 'A new lesson was taught (rule BAN-3)', due: '%{count} due', counted: 'Children counted', remark: 'Remark', needsMending: 'Something else must be mended', yes: 'Yes', no: 'No', save: 'Save', saved: 'Noted.', savedOpen: 'Noted; the finding is open.', findings: 'Found', late: 'late', otherTeacher: 'other teacher', noRegister: 'no register', newLesson: 'new lesson', nothing: 'nothing', noRecords: 'There are no findings yet.', noRecordsNext: 'The patrol opens “Patrol today” on the phone and goes from room to room.',
  },
  week: {
    title: 'My week', forMe: 'Your answer, please', waitsForYou: 'Waits for you', mine: 'Asked by me', mineWaiting: 'waits for %{name}', mineAgreed: '%{name} has agreed; waits for approval', noLink: 'Your account is not linked to a teacher yet.', noLinkNext: 'Ask the coordinator; then your sessions, duties and leave appear here.', nothing: 'Nothing', forOther: 'for %{teacher}', taken: '%{teacher} takes it', movedAway: '%{section} moved to %{day} %{time}', leaves: 'My leave', noLeaves: 'No leave.', askText: '%{teacher} asks you to take a session', swapText: '%{teacher} wants to swap with you', inReturn: 'for yours: %{when} %{section}', why: 'Reason: %{reason}', duty: 'Duty leader', patrol: 'Patrol', toPatrol: 'Go to the patrol',
  },
  publishing: {
    kinds: { clash: 'Clashes with the new week', called_off: 'Cancelled', by_hand: 'Kept, changed by hand', removed: 'Removed', changed: 'Changed', added: 'New' }, calledOff: 'Cancelled, kept', byHand: 'Kept, changed by hand', rows: 'What changes', rowsShown: 'The first %{shown} of %{total}; the sheet has all.', off: 'cancelled', none: '—',
    uncleared: '%{teacher} has no valid clearance on these days and cannot take the sessions (rule BAN-5): %{days}', clashes: '%{count} sessions changed by hand clash with the new week; see to them after publishing.', clashWith: 'clashes with %{section} (%{why})', clashWhy: { teacher: 'the same teacher', room: 'the same room', home_class: 'the same home class', children: 'children of both' }, more: '… and %{count} more days', noChanges: 'Nothing changes.',
  },
}
