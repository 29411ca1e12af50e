import type { Words } from '../../../shared/texts'

export const zh = {
  delegations: {
    under: '出差、请假时，请同事代您办理要审核、批准、提交的事。',
    new: '新的授权',
    received: '我可以代谁办理',
    given: '我授权了谁',
    noneReceived: '现在没有同事授权给您。',
    noneGiven: '您现在没有授权给别人。',
    noneGivenNext: '要离开几天时，选一位同事，写明哪些事、从哪天到哪天。',
    noneOver: '还没有到期或收回的授权。',
    showOver: '也显示已到期和已收回的',
    from: '代%{name}',
    to: '给%{name}',
    days: '%{from} 至 %{until}',
    because: '原因：%{reason}',
    revokedAt: '%{at}收回',
    notNow: '现在不起作用：对方账号已停用、已换单位或换了岗位，或者这些事您本来就可以办理。',
    notNowGiven: '现在不起作用：账号已停用、已换单位或换了岗位，或者这些事对方本来就可以办理。',
    partly: '现在代办的只有：%{list}。其余的本来就可以办理，或者授权人自己已不能办理。',
    separator: '、',
    mostDays: '最长 %{count} 天。',
    nothingToGive: '您的岗位没有要审核、批准或提交的事，不用授权。',
    noColleague: '只列出本单位在用的账号，不含家长和审计。',
    alreadyMay: '%{name}本来就可以办理：%{list}。这些事仍以本人名义办理。',
    consequence:
      '每一步都记为“对方（代您）”，您自己仍然可以办理。您经手的事，代您的人也不能审核；对方经手的事，也不能代您审核。授权不能再转给别人，可以随时收回。',
    saved: '已授权。对方现在就能在“授权代办”里看到。',
    can: {
      plan: { write: '编写、提交一校一案', review: '备案或退回一校一案' },
      timetable: { write: '安排课程表', publish: '发布课程表' },
      session: { write: '取消、调整、补上课次' },
      inspection: { write: '填写巡课发现的问题' },
      duty: { write: '安排值班，填写整改情况' },
      enrolment: { write: '学生报名和退出' },
      estimate: { write: '编制、提交预算测算', review: '教育局审核预算测算', approve: '财政局批准预算测算' },
      declaration: {
        write: '编制、提交资金申报',
        check: '教育局审核资金申报',
        finance_check: '财政局审核资金申报',
        approve: '公示期满后批准资金申报',
      },
      publication: { write: '公示，答复异议' },
      appropriation: {
        write: '起草、提交经费下达通知',
        countersign: '教育局会签经费下达通知',
        issue: '财政局下达经费',
      },
      scheme: { write: '编制分配方案', approve: '批准分配方案' },
      payment: {
        request: '提出支付申请',
        approve: '批准或不批准支付申请',
        check: '复核支付',
        send: '制作付款指令，送银行付款',
        reconcile: '导入银行回单，核对支付',
      },
      settlement: { write: '编制结算', approve: '批准结算' },
      period: { close: '月末结账', reopen: '重新打开已结账的月份' },
      finding: { assign: '给审计发现指定责任人', rectify: '填写整改情况', verify: '核实整改' },
      survey: { write: '开放、结束问卷' },
      import: { run: '导入学生、教师和场地' },
    },
  },
  menu: { delegations: '授权代办' },
  resources: {
    delegations: {
      name: '授权',
      fields: {
        toUserId: '授权给谁',
        permissions: '可以代您办理',
        startsOn: '从哪天起',
        endsOn: '到哪天止（含当天）',
        reason: '原因',
      },
      events: {
        revoke: {
          label: '收回',
          consequence: '%{toName}马上不能再代您办理。已经办完的事不变，记录保留。',
          done: '已收回给%{toName}的授权。',
        },
      },
    },
  },
  states: { delegations: { coming: '未开始', in_force: '生效中', ended: '已到期', revoked: '已收回' } },
}

export const en: Words<typeof zh> = {
  delegations: {
    under: 'While you are away, a colleague checks, approves and submits in your place.',
    new: 'New delegation',
    received: 'For whom I may act',
    given: 'Who may act for me',
    noneReceived: 'Nobody has delegated anything to you at present.',
    noneGiven: 'You have delegated nothing at present.',
    noneGivenNext:
      'Before you go away for some days, choose a colleague, say for what, and from when to when.',
    noneOver: 'No delegation has ended or been revoked yet.',
    showOver: 'Also show those that ended or were revoked',
    from: 'For %{name}',
    to: 'To %{name}',
    days: '%{from} to %{until}',
    because: 'Why: %{reason}',
    revokedAt: 'Revoked %{at}',
    notNow:
      'Has no effect now: the account is frozen, the person has another post, or you may do this anyway.',
    notNowGiven:
      'Has no effect now: the account is frozen, the person has another post, or may do this anyway.',
    partly:
      'Done in the other’s place now: %{list}. The rest may be done anyway, or the giver may not do it any more.',
    separator: '; ',
    mostDays: '%{count} days at most.',
    nothingToGive: 'Your role has nothing to check, approve or submit, so there is nothing to delegate.',
    noColleague: 'Active accounts of your own school or bureau, without guardians and auditors.',
    alreadyMay: '%{name} may do this anyway: %{list}. It is still done in their own name.',
    consequence:
      'Each step is recorded as theirs, for you, and you can still act yourself. They cannot approve for you what either of you has made. They cannot pass it on, and you can revoke it at any time.',
    saved: 'Delegated. Your colleague sees it under “Delegation” now.',
    can: {
      plan: { write: 'Write and submit the school plan', review: 'File school plans or send them back' },
      timetable: { write: 'Arrange the timetable', publish: 'Publish the timetable' },
      session: { write: 'Cancel, move and make up sessions' },
      inspection: { write: 'Write down what a patrol found' },
      duty: { write: 'Set who is on duty, and say how findings were mended' },
      enrolment: { write: 'Enrol students and end enrolments' },
      estimate: {
        write: 'Prepare and submit estimates',
        review: 'Review estimates for the education office',
        approve: 'Approve estimates for the finance bureau',
      },
      declaration: {
        write: 'Prepare and submit declarations',
        check: 'Check declarations for the education office',
        finance_check: 'Check declarations for the finance bureau',
        approve: 'Approve declarations after their publication',
      },
      publication: { write: 'Publish, and answer objections' },
      appropriation: {
        write: 'Draft and submit appropriation notices',
        countersign: 'Sign appropriation notices for the education bureau',
        issue: 'Issue appropriation notices for the finance bureau',
      },
      scheme: { write: 'Draft distribution schemes', approve: 'Approve distribution schemes' },
      payment: {
        request: 'Request spending',
        approve: 'Approve or refuse spending requests',
        check: 'Check payments',
        send: 'Draw orders for the bank and send them',
        reconcile: 'Import the bank’s returns and settle payments',
      },
      settlement: { write: 'Draw up settlements', approve: 'Approve settlements' },
      period: { close: 'Close a month of the ledger', reopen: 'Open a closed month again' },
      finding: {
        assign: 'Make somebody responsible for a finding',
        rectify: 'Say how a finding was mended',
        verify: 'Verify that a finding was mended',
      },
      survey: { write: 'Open and close surveys' },
      import: { run: 'Import students, teachers and rooms' },
    },
  },
  menu: { delegations: 'Delegation' },
  resources: {
    delegations: {
      name: 'Delegation |||| Delegations',
      fields: {
        toUserId: 'To whom',
        permissions: 'May do in your place',
        startsOn: 'From',
        endsOn: 'Until (this day included)',
        reason: 'Why',
      },
      events: {
        revoke: {
          label: 'Revoke',
          consequence:
            '%{toName} can do nothing more in your place from now on. What has been done stays, and stays on record.',
          done: 'The delegation to %{toName} is revoked.',
        },
      },
    },
  },
  states: { delegations: { coming: 'Coming', in_force: 'In force', ended: 'Ended', revoked: 'Revoked' } },
}
