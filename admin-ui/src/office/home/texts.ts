import type { Words } from '../../shared/texts'

export const zh = {
  home: {
    title: '%{name}，您好', nothing: '现在没有等您处理的事。', schools: '学校', classes: '行政班', students: '学生',
    waitingTitle: '等您办理', partOf: '%{part} / %{whole}', takingPart: '学生参加率', sessionsToday: '今天的课次', sessionsHelp: '按已发布的课表', noSessions: '今天没有安排，或课表还没有发布', survey: '问卷回收率', moneyLeft: '剩余经费', moneyHelp: '%{year} 年度，到账减预留和支出',
    notFiled: '方案未备案的学校', filed: '已备案 %{part} / %{whole}', notDeclared: '还没有申报的学校', declared: '已申报 %{part} / %{whole}',
    waiting: {
      plans: { write: { what: '一校一案等您修改或提交', why: '还是草稿，或已被退回' }, review: { what: '一校一案等您审阅', why: '备案，或说明原因退回' } },
      sections: { unstaffed: { what: '课程班还没有老师', why: '定好老师才能排进课表' } },
      sessions: { uncovered: { what: '今天的课没有教师到场', why: '教师请假，还没有人代课' } },
      leaves: { arrange: { what: '两周内的课还没有人代', why: '教师已准假，请安排代课或停课' }, grant: { what: '教师请假等您准假', why: '准假后列出要安排的课' } },
      substitutions: { answer: { what: '同事请您代课或换课', why: '请答复，同意或谢绝' }, approve: { what: '代课或换课等您批准', why: '同事已同意，批准后马上生效' } },
      duties: { missing: { what: '七天内的服务日缺值班领导', why: '每个服务日都要有值班领导' } },
      inspections: { patrol: { what: '今天轮到您巡课', why: '用手机逐间填写' }, mend: { what: '巡课发现的问题等整改', why: '写明怎么整改的，问题随后关闭' } },
      timetables: { publish: { what: '课程表草稿等您发布', why: '发布后按校历生成课次' } },
      declarations: { submit: { what: '资金申报等您提交', why: '还是草稿，或已被退回' }, check: { what: '资金申报等您审核', why: '通过后送财政局批准' }, approve: { what: '资金申报等您批准', why: '批准后可以写进下达通知' }, grant: { what: '已批准的申报等您写进下达通知', why: '起草通知，附表自动汇总' } },
      appropriations: { submit: { what: '下达通知等您送签', why: '起草后还没有送签' }, countersign: { what: '下达通知等您会签', why: '会签后送财政局下达' }, issue: { what: '下达通知等您下达', why: '填文号下达，学校立即看到' } },
      receipts: { confirm: { what: '下达的经费等您确认到账', why: '确认后经费分到各班' } },
      payments: { submit: { what: '支付申请等您提交', why: '草稿还没有占用余额' }, approve: { what: '支付申请等您审批', why: '已预留金额，批准后记账' } },
      surveys: { open: { what: '问卷草稿等您开放', why: '开放后家长才能看到' } },
    },
  },
}

export const en: Words<typeof zh> = {
  home: {
    title: 'Hello, %{name}', nothing: 'Nothing waits for you now.', schools: 'Schools', classes: 'Home classes', students: 'Students',
    waitingTitle: 'Waiting for you', partOf: '%{part} of %{whole}', takingPart: 'Students taking part', sessionsToday: 'Sessions today', sessionsHelp: 'by the published timetable', noSessions: 'none today, or no timetable is published', survey: 'Survey response', moneyLeft: 'Money left', moneyHelp: 'year %{year}: received less committed and spent',
    notFiled: 'Schools without a filed plan', filed: '%{part} of %{whole} filed', notDeclared: 'Schools that have not declared', declared: '%{part} of %{whole} declared',
    waiting: {
      plans: { write: { what: 'School plan to finish and submit |||| School plans to finish and submit', why: 'a draft, or returned to you' }, review: { what: 'School plan to review |||| School plans to review', why: 'file it, or return it with a reason' } },
      sections: { unstaffed: { what: 'Section without a teacher |||| Sections without a teacher', why: 'needs a teacher before it can be placed in the week' } },
      sessions: { uncovered: { what: 'Session today without a teacher who is present |||| Sessions today without a teacher who is present', why: 'the teacher is on leave and nobody takes it yet' } },
      leaves: { arrange: { what: 'Session of the next two weeks without anybody |||| Sessions of the next two weeks without anybody', why: 'the leave is granted; find a substitute or cancel' }, grant: { what: 'Leave to grant |||| Leaves to grant', why: 'then the sessions to arrange are listed' } },
      substitutions: { answer: { what: 'Colleague asks you to take or swap a session |||| Requests by colleagues to take or swap a session', why: 'agree or decline' }, approve: { what: 'Substitution or swap to approve |||| Substitutions and swaps to approve', why: 'the colleague has agreed; it holds at once' } },
      duties: { missing: { what: 'Service day of the next seven without a duty leader |||| Service days of the next seven without a duty leader', why: 'every service day needs one' } },
      inspections: { patrol: { what: 'You are on patrol today', why: 'write down room by room on the phone' }, mend: { what: 'Patrol finding to be mended |||| Patrol findings to be mended', why: 'say how it was mended, and it is closed' } },
      timetables: { publish: { what: 'Timetable draft to publish |||| Timetable drafts to publish', why: 'publishing makes the dated sessions' } },
      declarations: { submit: { what: 'Declaration to submit |||| Declarations to submit', why: 'a draft, or returned to you' }, check: { what: 'Declaration to check |||| Declarations to check', why: 'then the finance office approves it' }, approve: { what: 'Declaration to approve |||| Declarations to approve', why: 'then it can be granted by a notice' }, grant: { what: 'Approved declaration to grant |||| Approved declarations to grant', why: 'draft a notice; the attachment adds itself up' } },
      appropriations: { submit: { what: 'Notice to send for signature |||| Notices to send for signature', why: 'drafted, not yet sent' }, countersign: { what: 'Notice to sign |||| Notices to sign', why: 'then the finance bureau issues it' }, issue: { what: 'Notice to issue |||| Notices to issue', why: 'with its document number; schools see it at once' } },
      receipts: { confirm: { what: 'Receipt to confirm |||| Receipts to confirm', why: 'puts the money on the classes' } },
      payments: { submit: { what: 'Payment to submit |||| Payments to submit', why: 'a draft reserves nothing yet' }, approve: { what: 'Payment to decide |||| Payments to decide', why: 'reserved; approving posts it' } },
      surveys: { open: { what: 'Survey draft to open |||| Survey drafts to open', why: 'parents see it once it is open' } },
    },
  },
}
