import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { commitments: '合同与采购' },
  funding: {
    newCommitment: '新建合同或采购',
    noCommitments: '还没有合同或采购。',
    noCommitmentsNext: '要分几次付款的，先登记合同：批准后预留全部金额，每次付款从中支取。',
    searchCommitments: '编号、名称或收款人',
    commitmentDrafted: '已保存为草稿，核对后请提交。',
    commitmentConsequence: '保存后是草稿，可以添加合同扫描件；校长批准时预留全部金额。',
    commitmentKinds: { contract: '合同', purchase: '采购' },
    commitmentLines: '明细',
    stillToAsk: '还没申请 %{amount}',
    classLeftBeside: '班级其余余额',
    paymentsUnder: '已申请的支付',
    payUnder: '申请付款',
    submitCommitment: '提交后由校长审批，批准时预留 %{amount}。',
    approveCommitment: '批准与%{payee}的“%{title}”，从各班预留 %{amount}。以后的付款从中支取，不能超过。',
    refuseCommitment: '不批准，不预留金额。学校会看到您写的原因。',
    withdrawCommitment: '撤回后不能再提交这一份；没有预留金额。',
    endCommitment: '结束后不能再从它付款，还没付的 %{remaining} 回到各班余额。',
    chooseCommitmentHelp: '按合同或采购付款时选，收款人和明细随它带出；不按合同的留空。',
    commitmentStands: '合同金额 %{amount}，已付款 %{paid}，办理中 %{underWay}，还没申请 %{remaining}。',
    overCommitment: '这笔 %{asked} 超过剩余：可以先存草稿，提交会被拒绝。',
  },
  resources: {
    commitments: {
      name: '合同与采购',
      fields: {
        schoolId: '学校',
        kind: '类型',
        number: '编号',
        title: '名称',
        payeeId: '收款人',
        payee: '收款人',
        signedOn: '签订日期',
        endsOn: '到期日期',
        amountFen: '金额',
        lines: '明细',
        paidFen: '已付款',
        underWayFen: '付款办理中',
        remainingFen: '还没申请',
        status: '状态',
      },
      events: {
        submit: { label: '提交', done: '已提交，等校长审批。' },
        withdraw: { label: '撤回', done: '已撤回。' },
        approve: { label: '批准', done: '已批准，金额已预留。' },
        refuse: { label: '不批准', done: '已退回。' },
        end: { label: '结束', done: '已结束，剩余的预留已释放。' },
      },
    },
  },
  states: {
    commitments: {
      draft: '草稿',
      submitted: '等校长审批',
      approved: '执行中',
      ended: '已结束',
      refused: '未批准',
      withdrawn: '已撤回',
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { commitments: 'Contracts and purchases' },
  funding: {
    newCommitment: 'New contract or purchase',
    noCommitments: 'There is no contract or purchase yet.',
    noCommitmentsNext:
      'What is paid in several parts begins with its contract: approved it reserves the whole amount, and each payment takes its part of it.',
    searchCommitments: 'Number, title or payee',
    commitmentDrafted: 'Saved as a draft; please check and submit.',
    commitmentConsequence:
      'Saved as a draft, to which the signed contract can be attached; the approval reserves the whole amount.',
    commitmentKinds: { contract: 'Contract', purchase: 'Purchase' },
    commitmentLines: 'Lines',
    stillToAsk: '%{amount} not asked for yet',
    classLeftBeside: 'Left to the class beside it',
    paymentsUnder: 'Payments so far',
    payUnder: 'Request a payment',
    submitCommitment: 'The principal decides next; the approval reserves %{amount}.',
    approveCommitment:
      'Approves %{title} with %{payee} and reserves %{amount} of the classes. Later payments take it over and never more.',
    refuseCommitment: 'Nothing is reserved; the school sees your reason.',
    withdrawCommitment: 'This one cannot be submitted any more; no money was reserved for it.',
    endCommitment:
      'Nothing more can be paid under it, and the %{remaining} not asked for goes back to the classes.',
    chooseCommitmentHelp:
      'For a payment under a contract or purchase; it brings its payee and lines. Leave it empty otherwise.',
    commitmentStands:
      'Of %{amount} in all, %{paid} is paid, %{underWay} under way, %{remaining} not asked for yet.',
    overCommitment:
      ' This takes %{asked}, more than that: it can be kept as a draft; submitting it would be refused.',
  },
  resources: {
    commitments: {
      name: 'Contract or purchase |||| Contracts and purchases',
      fields: {
        schoolId: 'School',
        kind: 'Kind',
        number: 'Number',
        title: 'Title',
        payeeId: 'Payee',
        payee: 'Payee',
        signedOn: 'Signed on',
        endsOn: 'Ends on',
        amountFen: 'Amount',
        lines: 'Lines',
        paidFen: 'Paid',
        underWayFen: 'Under way',
        remainingFen: 'Not asked for yet',
        status: 'State',
      },
      events: {
        submit: { label: 'Submit', done: 'Submitted; the principal decides next.' },
        withdraw: { label: 'Withdraw', done: 'Withdrawn.' },
        approve: { label: 'Approve', done: 'Approved, and its money reserved.' },
        refuse: { label: 'Refuse', done: 'Refused.' },
        end: { label: 'End', done: 'Ended; what was left is free again.' },
      },
    },
  },
  states: {
    commitments: {
      draft: 'Draft',
      submitted: 'Waits for the principal',
      approved: 'Running',
      ended: 'Ended',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
    },
  },
}
