import type { Words } from '../../shared/texts'

export const zh = {
  home: {
    title: '%{name}，您好',
    nothing: '现在没有等您处理的事。',
    schools: '学校',
    classes: '行政班',
    students: '学生',
    waitingTitle: '等您办理',
    remindersTitle: '提醒',
    late: '已过期',
    partOf: '%{part} / %{whole}',
    takingPart: '学生参加率',
    sessionsToday: '今天的课次',
    sessionsHelp: '按已发布的课表',
    noSessions: '今天没有安排，或课表还没有发布',
    survey: '问卷回收率',
    moneyLeft: '剩余经费',
    moneyHelp: '%{year} 年度，到账减预留和支出',
    notFiled: '方案未备案的学校',
    filed: '已备案 %{part} / %{whole}',
    notDeclared: '还没有申报的学校',
    declared: '已申报 %{part} / %{whole}',
    waiting: {
      plans: {
        write: { what: '一校一案等您修改或提交', why: '还是草稿，或已被退回' },
        review: { what: '一校一案等您审阅', why: '备案，或说明原因退回' },
      },
      sections: { unstaffed: { what: '课程班还没有老师', why: '定好老师才能排进课表' } },
      sessions: { uncovered: { what: '今天的课没有教师到场', why: '教师请假，还没有人代课' } },
      leaves: {
        arrange: { what: '两周内的课还没有人代', why: '教师已准假，请安排代课或停课' },
        grant: { what: '教师请假等您准假', why: '准假后列出要安排的课' },
      },
      substitutions: {
        answer: { what: '同事请您代课或换课', why: '请答复，同意或谢绝' },
        approve: { what: '代课或换课等您批准', why: '同事已同意，批准后马上生效' },
      },
      duties: { missing: { what: '七天内的服务日缺值班领导', why: '每个服务日都要有值班领导' } },
      inspections: {
        patrol: { what: '今天轮到您巡课', why: '用手机逐间填写' },
        mend: { what: '巡课发现的问题等整改', why: '写明怎么整改的，问题随后关闭' },
      },
      timetables: { publish: { what: '课程表草稿等您发布', why: '发布后按校历生成课次' } },
      estimates: {
        submit: { what: '预算测算等您提交', why: '还是草稿，或已被退回' },
        review: { what: '预算测算等您审核', why: '通过后送财政局批准' },
        approve: { what: '预算测算等您批准', why: '教育局已审核' },
      },
      declarations: {
        submit: { what: '资金申报等您提交', why: '还是草稿，或已被退回' },
        check: { what: '资金申报等您审核', why: '通过后送财政审核' },
        'finance-check': { what: '资金申报等您做财政审核', why: '通过后公示' },
        publish: { what: '资金申报等您公示', why: '可以选中多份一起公示' },
        approve: { what: '公示期满的申报等您批准', why: '批准后可以写进下达通知' },
        grant: { what: '已批准的申报等您写进下达通知', why: '起草通知，附表自动汇总' },
      },
      objections: { answer: { what: '公示异议等您答复', why: '答复后申报才能继续' } },
      appropriations: {
        submit: { what: '下达通知等您送签', why: '起草后还没有送签' },
        countersign: { what: '下达通知等您会签', why: '会签后送财政局下达' },
        issue: { what: '下达通知等您下达', why: '填文号下达，学校立即看到' },
      },
      receipts: { confirm: { what: '下达的经费等您确认到账', why: '确认后做分配方案，分到各班' } },
      schemes: {
        draft: { what: '到账经费等您做分配方案', why: '按申报自动分好，经职工会议通过后送校长' },
        approve: { what: '分配方案等您批准', why: '批准后经费到班' },
      },
      payments: {
        submit: { what: '支付申请等您提交', why: '草稿还没有占用余额，支付失败的要重新提交' },
        approve: { what: '支付申请等您审批', why: '已预留金额，批准后送核算中心' },
        check: { what: '支付申请等您复核', why: '复核后送银行支付' },
        settle: { what: '已送银行的支付等回单', why: '导入银行回单，逐笔核对' },
      },
      settlements: {
        submit: { what: '结算等您提交', why: '还是草稿' },
        approve: { what: '结算等您批准', why: '批准后结余按规定结转或上缴' },
        return: { what: '结余等您上缴财政', why: '已预留，填收款账户后送核算中心' },
        'check-return': { what: '上缴财政等您审核', why: '核对金额和收款账户' },
        'slip-return': { what: '上缴财政等银行回单', why: '由没有经手过的人登记' },
      },
      findings: {
        assign: { what: '审计发现等您指定责任人', why: '写明谁在什么时候前整改' },
        rectify: { what: '审计发现等整改', why: '改正后写明怎么改的' },
        verify: { what: '整改等您核实', why: '规则不再查出才能核实' },
      },
      surveys: { open: { what: '问卷草稿等您开放', why: '开放后家长才能看到' } },
    },
  },
}

export const en: Words<typeof zh> = {
  home: {
    title: 'Hello, %{name}',
    nothing: 'Nothing waits for you now.',
    schools: 'Schools',
    classes: 'Home classes',
    students: 'Students',
    waitingTitle: 'Waiting for you',
    remindersTitle: 'Reminders',
    late: 'late',
    partOf: '%{part} of %{whole}',
    takingPart: 'Students taking part',
    sessionsToday: 'Sessions today',
    sessionsHelp: 'by the published timetable',
    noSessions: 'none today, or no timetable is published',
    survey: 'Survey response',
    moneyLeft: 'Money left',
    moneyHelp: 'year %{year}: received less committed and spent',
    notFiled: 'Schools without a filed plan',
    filed: '%{part} of %{whole} filed',
    notDeclared: 'Schools that have not declared',
    declared: '%{part} of %{whole} declared',
    waiting: {
      plans: {
        write: {
          what: 'School plan to finish and submit |||| School plans to finish and submit',
          why: 'a draft, or returned to you',
        },
        review: {
          what: 'School plan to review |||| School plans to review',
          why: 'file it, or return it with a reason',
        },
      },
      sections: {
        unstaffed: {
          what: 'Section without a teacher |||| Sections without a teacher',
          why: 'needs a teacher before it can be placed in the week',
        },
      },
      sessions: {
        uncovered: {
          what: 'Session today without a teacher who is present |||| Sessions today without a teacher who is present',
          why: 'the teacher is on leave and nobody takes it yet',
        },
      },
      leaves: {
        arrange: {
          what: 'Session of the next two weeks without anybody |||| Sessions of the next two weeks without anybody',
          why: 'the leave is granted; find a substitute or cancel',
        },
        grant: {
          what: 'Leave to grant |||| Leaves to grant',
          why: 'then the sessions to arrange are listed',
        },
      },
      substitutions: {
        answer: {
          what: 'Colleague asks you to take or swap a session |||| Requests by colleagues to take or swap a session',
          why: 'agree or decline',
        },
        approve: {
          what: 'Substitution or swap to approve |||| Substitutions and swaps to approve',
          why: 'the colleague has agreed; it holds at once',
        },
      },
      duties: {
        missing: {
          what: 'Service day of the next seven without a duty leader |||| Service days of the next seven without a duty leader',
          why: 'every service day needs one',
        },
      },
      inspections: {
        patrol: { what: 'You are on patrol today', why: 'write down room by room on the phone' },
        mend: {
          what: 'Patrol finding to be mended |||| Patrol findings to be mended',
          why: 'say how it was mended, and it is closed',
        },
      },
      timetables: {
        publish: {
          what: 'Timetable draft to publish |||| Timetable drafts to publish',
          why: 'publishing makes the dated sessions',
        },
      },
      estimates: {
        submit: { what: 'Estimate to submit |||| Estimates to submit', why: 'a draft, or returned to you' },
        review: {
          what: 'Estimate to review |||| Estimates to review',
          why: 'then the finance office approves it',
        },
        approve: {
          what: 'Estimate to approve |||| Estimates to approve',
          why: 'the education office has reviewed it',
        },
      },
      declarations: {
        submit: {
          what: 'Declaration to submit |||| Declarations to submit',
          why: 'a draft, or returned to you',
        },
        check: {
          what: 'Declaration to check |||| Declarations to check',
          why: 'then the finance office checks it',
        },
        'finance-check': {
          what: 'Declaration for the finance check |||| Declarations for the finance check',
          why: 'then it is published',
        },
        publish: {
          what: 'Declaration to publish |||| Declarations to publish',
          why: 'several can be published together',
        },
        approve: {
          what: 'Published declaration to approve |||| Published declarations to approve',
          why: 'then it can be granted by a notice',
        },
        grant: {
          what: 'Approved declaration to grant |||| Approved declarations to grant',
          why: 'draft a notice; the attachment adds itself up',
        },
      },
      objections: {
        answer: {
          what: 'Objection to answer |||| Objections to answer',
          why: 'the declarations wait for the answer',
        },
      },
      appropriations: {
        submit: {
          what: 'Notice to send for signature |||| Notices to send for signature',
          why: 'drafted, not yet sent',
        },
        countersign: {
          what: 'Notice to sign |||| Notices to sign',
          why: 'then the finance bureau issues it',
        },
        issue: {
          what: 'Notice to issue |||| Notices to issue',
          why: 'with its document number; schools see it at once',
        },
      },
      receipts: {
        confirm: {
          what: 'Receipt to confirm |||| Receipts to confirm',
          why: 'then a scheme puts it on the classes',
        },
      },
      schemes: {
        draft: {
          what: 'Received money without a scheme |||| Received amounts without a scheme',
          why: 'shared out as declared; the staff meeting passes it, the principal approves',
        },
        approve: {
          what: 'Distribution scheme to approve |||| Distribution schemes to approve',
          why: 'puts the money on the classes',
        },
      },
      payments: {
        submit: {
          what: 'Payment to submit |||| Payments to submit',
          why: 'a draft reserves nothing yet; failed ones are sent again',
        },
        approve: {
          what: 'Payment to decide |||| Payments to decide',
          why: 'reserved; then the accounting centre checks it',
        },
        check: { what: 'Payment to check |||| Payments to check', why: 'then the bank pays it' },
        settle: {
          what: 'Payment at the bank |||| Payments at the bank',
          why: 'import the bank’s return and match it',
        },
      },
      settlements: {
        submit: { what: 'Settlement to submit |||| Settlements to submit', why: 'still a draft' },
        approve: {
          what: 'Settlement to approve |||| Settlements to approve',
          why: 'carries over or returns what is left',
        },
        return: {
          what: 'Return to the treasury to submit |||| Returns to the treasury to submit',
          why: 'set aside; choose the account',
        },
        'check-return': {
          what: 'Return to the treasury to check |||| Returns to the treasury to check',
          why: 'amount and account',
        },
        'slip-return': {
          what: 'Return to the treasury at the bank |||| Returns to the treasury at the bank',
          why: 'registered by somebody with no part in it',
        },
      },
      findings: {
        assign: {
          what: 'Finding without anybody responsible |||| Findings without anybody responsible',
          why: 'say who mends it by when',
        },
        rectify: { what: 'Finding to mend |||| Findings to mend', why: 'mend it and say how' },
        verify: {
          what: 'Mended finding to verify |||| Mended findings to verify',
          why: 'only when the rule finds it no more',
        },
      },
      surveys: {
        open: {
          what: 'Survey draft to open |||| Survey drafts to open',
          why: 'parents see it once it is open',
        },
      },
    },
  },
}
