import type { Words } from '../../shared/texts'

export const zh = {
  menu: { board: '到班经费', declarations: '资金申报', appropriations: '经费下达', receipts: '到账确认', payments: '支付申请', 'ledger-entries': '台账', 'funding-standards': '经费标准', funds: '资金' },
  resources: {
    declarations: {
      name: '资金申报',
      fields: { schoolId: '学校', schoolName: '学校', fundId: '资金', fundName: '资金', fiscalYear: '年度', status: '状态', countedOn: '计数日', classCount: '班级数', amountFen: '申报金额', updatedAt: '更新时间' },
      events: {
        submit: { label: '提交申报', done: '已提交，等教育局审核。' }, withdraw: { label: '撤回', consequence: '撤回后可以修改，再重新提交。', done: '已撤回。' },
        check: { label: '审核通过', done: '已审核，等财政局批准。' }, 'send-back': { label: '退回学校', consequence: '学校会看到您写的原因，修改后再提交。', done: '已退回。' },
        approve: { label: '批准', done: '已批准，可以下达经费。' }, 'refer-back': { label: '退回学校', consequence: '学校会看到您写的原因，修改后再提交。', done: '已退回。' },
      },
    },
    appropriations: {
      name: '经费下达通知',
      fields: { title: '标题', documentNumber: '文号', fundId: '资金', fundName: '资金', fiscalYear: '年度', totalFen: '总额', issuedOn: '下达日期', status: '状态', createdAt: '起草时间' },
      events: {
        submit: { label: '送签', done: '已送签，等教育局会签。' }, withdraw: { label: '撤回', consequence: '撤回后成为草稿。', done: '已撤回。' },
        countersign: { label: '会签', done: '已会签，等财政局下达。' }, 'send-back': { label: '退回起草人', consequence: '起草人会看到您写的原因。', done: '已退回。' },
        issue: { label: '下达', done: '已下达，学校可以确认到账。' }, 'refer-back': { label: '退回起草人', consequence: '起草人会看到您写的原因。', done: '已退回。' },
      },
    },
    receipts: {
      name: '到账确认',
      fields: { title: '通知', documentNumber: '文号', schoolName: '学校', fundName: '资金', issuedOn: '下达日期', amountFen: '金额', receivedAt: '到账时间', received: '是否到账', actions: '办理' },
      events: { receive: { label: '确认到账', done: '已确认，经费已分到各班。' } },
    },
    payments: {
      name: '支付申请',
      fields: { allotmentId: '用哪个班的经费', className: '班级', fundName: '资金', amountFen: '金额', account: '用途', payee: '收款人', reason: '事由', requestedOn: '申请日期', status: '状态' },
      events: {
        submit: { label: '提交', done: '已提交，金额已预留，等校长审批。' }, withdraw: { label: '撤回', done: '已撤回，预留的金额已释放。' },
        approve: { label: '批准', done: '已批准并记账。' }, refuse: { label: '不批准', done: '已退回，预留的金额已释放。' },
      },
    },
    'ledger-entries': {
      name: '台账分录',
      fields: { postedAt: '记账时间', kind: '事项', className: '班级', debitAccount: '借方', creditAccount: '贷方', amountFen: '金额', effectFen: '对该数字的影响', sourceId: '来源', figure: '数字', fiscalYear: '年度' },
    },
    'funding-standards': {
      name: '经费标准',
      fields: { fundName: '资金', stage: '学段', amountFen: '标准', unit: '单位', months: '月数', countDay: '计数日', validFromOn: '开始执行', validToOn: '停止执行', documentNumber: '文号', issuer: '发文机关' },
    },
    funds: { name: '资金', fields: { name: '名称', nameEn: '英文名称', code: '代码', purposes: '用途' } },
    allotments: { name: '到班经费', fields: { className: '班级' } },
  },
  states: {
    declarations: { draft: '草稿', submitted: '等教育局审核', education_checked: '等财政局批准', approved: '已批准', returned: '已退回' },
    appropriations: { draft: '草稿', submitted: '等教育局会签', countersigned: '等财政局下达', issued: '已下达' },
    payments: { draft: '草稿', submitted: '等校长审批', approved: '已批准', refused: '未批准', withdrawn: '已撤回' },
  },
  funding: {
    fiscalYear: '年度', years: {}, total: '合计', school: '学校', schools: '学校数', class: '班级', classes: '各班明细', students: '学生', amount: '金额', act: '办理', fund: '资金', allFunds: '全部资金',
    board: '到班经费', boardUnder: '每个班应得、已批、到账、预留、支出和剩余的经费。点数字看分录。', chooseSchool: '请在上方选择一所学校。', chooseSchoolNext: '到班经费按学校查看；各校汇总在“统计”里。',
    boardEmpty: '%{year} 年度还没有经费记录。', boardEmptyNext: '从资金申报开始：系统按计数日的班级数和经费标准自动填好。',
    classesWithout: '没有经费记录的班级：%{classes}。“没有记录”不等于“0 元”。',
    ofApproved: '占已批准的 %{share}', ofReceived: '占到账的 %{share}', waitsForApproval: '已提交、还没有支付',
    fundAndPurpose: '资金与用途',
    figures: { entitled: '应得', declared: '已申报', approved: '已批准', received: '到账', committed: '预留', spent: '支出', left: '剩余' },
    purposes: { after_school_primary: '小学课后服务', after_school_junior: '初中课后服务', school_general: '学校其他支出' },
    newDeclaration: '新建申报', prefill: '自动填写', prefilled: '已按计数日的班级填好，请核对后提交。', prefillConsequence: '保存后是草稿，可以核对和修改；提交后才送到教育局。',
    noDeclarations: '还没有资金申报。', noDeclarationsNext: '新建申报时，班级数和金额由系统按计数日自动算出。', fundHelp: '不同资金分别申报。', sharePercent: '用于课后服务的比例（%）', shareHelp: '只对有两种用途的资金有效（例如初中的校长基金），由学校决定。',
    declarationOf: '%{school} %{year} 年度申报', claimed: '申报金额', how: '怎样算出',
    submitDeclaration: '%{classes} 个班，%{amount}。提交后锁定，由教育局审核。', checkDeclaration: '%{school}：%{classes} 个班，%{amount}。通过后送财政局批准。', approveDeclaration: '%{school}：%{classes} 个班，%{amount}。批准后可以写进下达通知。',
    recount: '重新计数', recountConsequence: '按计数日现有的班级重新计算，替换现在的明细。', recounted: '已重新计算。', shareNow: '用于课后服务 %{share}%',
    newAppropriation: '起草下达通知', draftNotice: '起草', noticeDrafted: '已起草，附表由系统汇总。', noticeTitle: '关于下达%{year}年课后服务补助经费的通知', noticeConsequence: '附表会列出本地区所有已批准、尚未下达的申报，合计分毫不差。',
    noAppropriations: '还没有下达通知。', noAppropriationsNext: '申报批准以后，由教育局计财科起草通知，会签后由财政局下达。', notYetIssued: '下达时填写', attachment: '附表：各校金额', arrived: '到账', notYetArrived: '未到账', documentNumberHelp: '例如：同财教〔2026〕45号。每个文号只能用一次。',
    submitNotice: '%{schools} 所学校，共 %{amount}。送签后不能再改。', countersignNotice: '%{schools} 所学校，共 %{amount}。会签后送财政局下达。', issueNotice: '%{schools} 所学校，共 %{amount}。下达后学校立即看到。',
    deleteDraft: '删除草稿', deleteDraftConsequence: '附表里的 %{schools} 所学校可以由另一份通知下达。', draftDeleted: '草稿已删除。',
    noReceipts: '还没有下达给本校的经费。', noReceiptsNext: '通知下达后会出现在这里，到账后请确认。', receiveConsequence: '确认已收到 %{amount}。经费会按申报分到 %{classes} 个班。', receivedChoices: { yes: '已到账', no: '未到账' },
    newPayment: '新建支付申请', noPayments: '还没有支付申请。', noPaymentsNext: '经费到班以后，可以按班级申请支付。', searchPayments: '收款人、事由或班级', noAllotments: '还没有到班的经费，请先确认到账。', paymentDrafted: '已保存为草稿，核对后请提交。', paymentConsequence: '保存后是草稿；提交时预留金额，校长批准后记账。', reasonHelp: '写明做什么、什么时候、多少人。',
    over: '超过可用余额 %{left}，提交会被拒绝。', leftNow: '可用余额 %{left}', leftShort: '余 %{left}', classLeft: '该班该用途余额', paymentOf: '%{class}支付 %{amount}',
    submitPayment: '从%{class}预留 %{amount}，预留后还剩 %{left}。', approvePayment: '从%{class}支出 %{amount}，立即记账，不能撤回。', refusePayment: '不批准后，%{amount} 回到%{class}的余额。', withdrawPayment: '撤回后，预留的 %{amount} 回到%{class}的余额。',
    ledgerUnder: '分录只增不改，更正用冲销分录。', noEntries: '没有分录。', noStandards: '还没有经费标准。',
    bulk: { check: '审核通过 %{count} 份申报，共 %{amount}。不能办理的会逐份说明原因。', approve: '批准 %{count} 份申报，共 %{amount}。不能办理的会逐份说明原因。', pay: '批准 %{count} 份支付申请，共 %{amount}，立即记账，不能撤回。不能办理的会逐份说明原因。' },
    kinds: { entitle: '应得', 'un-entitle': '冲销应得', declare: '申报', 'un-declare': '冲销申报', approve: '批准', receive: '到账', commit: '预留', 'un-commit': '释放预留', spend: '支出' },
    sources: { declaration: '申报 %{id}', appropriation: '下达通知 %{id}', payment: '支付申请 %{id}' },
    units: { per_class_year: '每班每年' }, standardConsequence: '保存后，计数日在执行期内的申报按这个标准计算；以前的申报不变。', countDayHelp: '月-日，例如 09-30。', noFunds: '还没有资金。', noFundsNext: '先建资金，再定标准，学校才能申报。', fundCodeHelp: '大写字母、数字和下划线。', servicePurpose: '课后服务用途', otherPurpose: '其他用途（由学校定比例）',
    accounts: {
      M000: '备查对应', M100: '应得经费', M110: '已申报', M120: '已批准', M200: '已预留', A110: '财政应返还额度', R400: '财政拨款（课后服务）',
      E500: '教师课后服务补助', E510: '外聘教师劳务费', E520: '购买第三方服务', E530: '专用材料费', E540: '水电、印刷、维修', E550: '校方责任保险', E560: '小型设备', E570: '管理值班补助',
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { board: 'Money by class', declarations: 'Declarations', appropriations: 'Appropriations', receipts: 'Receipts', payments: 'Payments', 'ledger-entries': 'Ledger', 'funding-standards': 'Standards', funds: 'Funds' },
  resources: {
    declarations: {
      name: 'Funding declaration |||| Funding declarations',
      fields: { schoolId: 'School', schoolName: 'School', fundId: 'Fund', fundName: 'Fund', fiscalYear: 'Year', status: 'State', countedOn: 'Count date', classCount: 'Classes', amountFen: 'Declared', updatedAt: 'Updated' },
      events: {
        submit: { label: 'Submit declaration', done: 'Submitted; the education office checks it next.' }, withdraw: { label: 'Withdraw', consequence: 'You can change it and submit it again.', done: 'Withdrawn.' },
        check: { label: 'Pass check', done: 'Checked; the finance office approves it next.' }, 'send-back': { label: 'Return to school', consequence: 'The school sees your reason, mends it and submits again.', done: 'Returned.' },
        approve: { label: 'Approve', done: 'Approved; it can be granted now.' }, 'refer-back': { label: 'Return to school', consequence: 'The school sees your reason, mends it and submits again.', done: 'Returned.' },
      },
    },
    appropriations: {
      name: 'Appropriation notice |||| Appropriation notices',
      fields: { title: 'Title', documentNumber: 'Document number', fundId: 'Fund', fundName: 'Fund', fiscalYear: 'Year', totalFen: 'Total', issuedOn: 'Issued', status: 'State', createdAt: 'Drafted' },
      events: {
        submit: { label: 'Send for signature', done: 'Sent; the education bureau signs next.' }, withdraw: { label: 'Withdraw', consequence: 'It becomes a draft again.', done: 'Withdrawn.' },
        countersign: { label: 'Sign', done: 'Signed; the finance bureau issues it next.' }, 'send-back': { label: 'Return to drafter', consequence: 'The drafter sees your reason.', done: 'Returned.' },
        issue: { label: 'Issue', done: 'Issued; schools can confirm receipt.' }, 'refer-back': { label: 'Return to drafter', consequence: 'The drafter sees your reason.', done: 'Returned.' },
      },
    },
    receipts: {
      name: 'Receipt |||| Receipts',
      fields: { title: 'Notice', documentNumber: 'Document number', schoolName: 'School', fundName: 'Fund', issuedOn: 'Issued', amountFen: 'Amount', receivedAt: 'Received', received: 'Received?', actions: 'Act' },
      events: { receive: { label: 'Confirm receipt', done: 'Confirmed; the money stands on the classes.' } },
    },
    payments: {
      name: 'Payment |||| Payments',
      fields: { allotmentId: 'Whose money', className: 'Class', fundName: 'Fund', amountFen: 'Amount', account: 'Spent on', payee: 'Payee', reason: 'Reason', requestedOn: 'Requested', status: 'State' },
      events: {
        submit: { label: 'Submit', done: 'Submitted and reserved; the principal decides next.' }, withdraw: { label: 'Withdraw', done: 'Withdrawn; the money is free again.' },
        approve: { label: 'Approve', done: 'Approved and posted.' }, refuse: { label: 'Refuse', done: 'Refused; the money is free again.' },
      },
    },
    'ledger-entries': {
      name: 'Ledger entry |||| Ledger entries',
      fields: { postedAt: 'Posted', kind: 'What', className: 'Class', debitAccount: 'Debit', creditAccount: 'Credit', amountFen: 'Amount', effectFen: 'Effect on the figure', sourceId: 'Source', figure: 'Figure', fiscalYear: 'Year' },
    },
    'funding-standards': {
      name: 'Funding standard |||| Funding standards',
      fields: { fundName: 'Fund', stage: 'Stage', amountFen: 'Standard', unit: 'Unit', months: 'Months', countDay: 'Count day', validFromOn: 'In force from', validToOn: 'In force until', documentNumber: 'Document number', issuer: 'Issuer' },
    },
    funds: { name: 'Fund |||| Funds', fields: { name: 'Name', nameEn: 'English name', code: 'Code', purposes: 'Purposes' } },
    allotments: { name: 'Class allotment |||| Class allotments', fields: { className: 'Class' } },
  },
  states: {
    declarations: { draft: 'Draft', submitted: 'Waits for education check', education_checked: 'Waits for finance approval', approved: 'Approved', returned: 'Returned' },
    appropriations: { draft: 'Draft', submitted: 'Waits for education signature', countersigned: 'Waits for finance issue', issued: 'Issued' },
    payments: { draft: 'Draft', submitted: 'Waits for the principal', approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn' },
  },
  funding: {
    fiscalYear: 'Year', years: {}, total: 'Total', school: 'School', schools: 'Schools', class: 'Class', classes: 'Classes', students: 'Students', amount: 'Amount', act: 'Act', fund: 'Fund', allFunds: 'All funds',
    board: 'Money by class', boardUnder: 'What each class was entitled to, was granted, has reserved, spent and left. Each figure opens its entries.', chooseSchool: 'Choose a school above.', chooseSchoolNext: 'This page shows one school; sums over schools are under Statistics.',
    boardEmpty: 'Nothing is recorded for %{year} yet.', boardEmptyNext: 'Begin with a declaration: classes on the count date times the standard, filled in for you.',
    classesWithout: 'Classes with nothing recorded: %{classes}. That is not the same as zero.',
    ofApproved: '%{share} of what was approved', ofReceived: '%{share} of what was received', waitsForApproval: 'submitted and not yet paid',
    fundAndPurpose: 'Fund and purpose',
    figures: { entitled: 'Entitled', declared: 'Declared', approved: 'Approved', received: 'Received', committed: 'Committed', spent: 'Spent', left: 'Left' },
    purposes: { after_school_primary: 'Primary after-school service', after_school_junior: 'Junior after-school service', school_general: 'Other school spending' },
    newDeclaration: 'New declaration', prefill: 'Fill in', prefilled: 'Filled in with the classes on the count date; please check and submit.', prefillConsequence: 'Saved as a draft that you can check; only submitting sends it to the education office.',
    noDeclarations: 'There is no declaration yet.', noDeclarationsNext: 'Classes and amount are worked out for you from the count date.', fundHelp: 'Each fund is declared by itself.', sharePercent: 'Share for after-school service (%)', shareHelp: 'Only for funds with two purposes, such as the principal\'s fund at junior schools; the school decides.',
    declarationOf: 'Declaration of %{school}, %{year}', claimed: 'Declared', how: 'How it is worked out',
    submitDeclaration: '%{classes} classes, %{amount}. It is locked and goes to the education office.', checkDeclaration: '%{school}: %{classes} classes, %{amount}. It goes on to the finance office.', approveDeclaration: '%{school}: %{classes} classes, %{amount}. It can then be granted by a notice.',
    recount: 'Count anew', recountConsequence: 'Counts the classes on the count date again and replaces these lines.', recounted: 'Counted anew.', shareNow: '%{share}% for after-school service',
    newAppropriation: 'Draft a notice', draftNotice: 'Draft', noticeDrafted: 'Drafted; the attachment has been added up.', noticeTitle: 'Notice granting after-school service funds for %{year}', noticeConsequence: 'The attachment lists every approved declaration of the region that has not been granted; it adds up to the fen.',
    noAppropriations: 'There is no notice yet.', noAppropriationsNext: 'Once declarations are approved, education drafts a notice, signs it, and finance issues it.', notYetIssued: 'given when issued', attachment: 'Attachment: amount by school', arrived: 'Received', notYetArrived: 'not yet', documentNumberHelp: 'For example 同财教〔2026〕45号. Each number is used once.',
    submitNotice: '%{schools} schools, %{amount} in all. It cannot be changed afterwards.', countersignNotice: '%{schools} schools, %{amount} in all. It goes on to the finance bureau.', issueNotice: '%{schools} schools, %{amount} in all. The schools see it at once.',
    deleteDraft: 'Delete draft', deleteDraftConsequence: 'The %{schools} schools of the attachment can be granted by another notice.', draftDeleted: 'Draft deleted.',
    noReceipts: 'Nothing has been granted to the school yet.', noReceiptsNext: 'Issued notices appear here; confirm them when the money has arrived.', receiveConsequence: 'Confirms that %{amount} has arrived. It is put on %{classes} classes as declared.', receivedChoices: { yes: 'Received', no: 'Not yet received' },
    newPayment: 'New payment', noPayments: 'There is no payment yet.', noPaymentsNext: 'Once money stands on the classes, spending can be requested by class.', searchPayments: 'Payee, reason or class', noAllotments: 'No money stands on the classes yet; confirm the receipt first.', paymentDrafted: 'Saved as a draft; please check and submit.', paymentConsequence: 'Saved as a draft; submitting reserves the amount, the principal\'s approval posts it.', reasonHelp: 'What for, when, how many people.',
    over: 'More than the %{left} that is left; it would be refused.', leftNow: '%{left} left', leftShort: '%{left} left', classLeft: 'Left to the class for this purpose', paymentOf: 'Payment of %{amount} for %{class}',
    submitPayment: 'Reserves %{amount} of %{class}; %{left} will be left.', approvePayment: 'Spends %{amount} of %{class}. It is posted at once and cannot be withdrawn.', refusePayment: '%{amount} goes back to %{class}.', withdrawPayment: 'The reserved %{amount} goes back to %{class}.',
    ledgerUnder: 'Entries are only ever added; a correction is a reversal.', noEntries: 'There are no entries.', noStandards: 'There is no standard yet.',
    bulk: { check: 'Passes %{count} declarations, %{amount} in all. Those that cannot be passed are named with the reason.', approve: 'Approves %{count} declarations, %{amount} in all. Those that cannot be approved are named with the reason.', pay: 'Approves %{count} payments, %{amount} in all. They are posted at once and cannot be withdrawn. Those that cannot be approved are named with the reason.' },
    kinds: { entitle: 'Entitled', 'un-entitle': 'Entitlement reversed', declare: 'Declared', 'un-declare': 'Declaration reversed', approve: 'Approved', receive: 'Received', commit: 'Committed', 'un-commit': 'Released', spend: 'Spent' },
    sources: { declaration: 'Declaration %{id}', appropriation: 'Notice %{id}', payment: 'Payment %{id}' },
    units: { per_class_year: 'a class and year' }, standardConsequence: 'Declarations whose count date lies in its time are computed by it; earlier ones stay as they are.', countDayHelp: 'Month-day, for example 09-30.', noFunds: 'There is no fund yet.', noFundsNext: 'Make a fund, then a standard; schools can declare afterwards.', fundCodeHelp: 'Capital letters, digits and underscores, for example CARE_FUND.', servicePurpose: 'After-school purpose', otherPurpose: 'Other purpose (the school sets the share)',
    accounts: {
      M000: 'Memorandum contra', M100: 'Entitled', M110: 'Declared', M120: 'Approved', M200: 'Committed', A110: 'Fiscal quota', R400: 'Fiscal appropriation',
      E500: 'Teachers\' subsidy', E510: 'External lecturers', E520: 'Third-party service', E530: 'Consumables and material', E540: 'Water, power, printing, repair', E550: 'Liability insurance', E560: 'Small equipment', E570: 'Management duty pay',
    },
  },
}
