import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    payments: {
      fields: {
        payeeAccount: '收款账号',
        lessonCount: '课时数',
        reference: '业务参考号',
        paidOn: '付款日期',
        bankSerial: '银行流水号',
        failure: '退回原因',
        availableFen: '可用总额',
        leftFen: '还剩',
      },
      events: {
        submit: { label: '提交', done: '已提交，金额已预留，等校长审批。' },
        withdraw: { label: '撤回', done: '已撤回，预留的金额已释放。' },
        approve: { label: '批准', done: '已批准，送会计核算中心审核。' },
        refuse: { label: '不批准', done: '已退回，预留的金额已释放。' },
        check: { label: '审核通过', done: '已审核，可以送银行付款。' },
        'refer-back': { label: '审核不通过', done: '已退回，预留的金额已释放。' },
        settle: { label: '登记已付款', done: '已记支出。' },
        fail: { label: '登记付款失败', done: '已登记，等学校改正后重新发送。' },
        resend: { label: '重新发送', done: '已重新提交，等校长审批。' },
        'take-back': { label: '登记退汇', done: '已冲回支出，等学校改正后重新发送。' },
        'give-up': { label: '放弃', done: '已放弃，预留的金额已释放。' },
      },
    },
  },
  states: {
    payments: {
      draft: '草稿',
      submitted: '等校长审批',
      approved: '等核算中心审核',
      checked: '等银行付款',
      paid: '已付款',
      failed: '银行退回',
      refused: '未批准',
      withdrawn: '已撤回',
    },
  },
  funding: {
    paymentConsequence: '保存后是草稿，可以添加发票等附件；提交时预留金额，银行付款后才记支出。',
    afterThis: '办理后%{class}还剩 %{left}，共 %{available}',
    payeeAccountHelp: '只显示最后四位；送银行时才用全部账号。',
    payeeAccountKeep: '现在的账号以 %{last4} 结尾，不改就留空。',
    lessonHelp: '支付给教师或外聘人员时填写，用来核对每课时的标准。',
    perLesson: '每课时 %{rate}',
    submitPayment: '从%{class}预留 %{amount}，预留后还剩 %{left}。',
    approvePayment: '批准后，%{class}还剩 %{left}，共 %{available}。下一步由会计核算中心审核。',
    refusePayment: '不批准后，%{amount} 回到%{class}的余额。',
    withdrawPayment: '撤回后，预留的 %{amount} 回到%{class}的余额。',
    checkPayment: '审核通过后，%{amount} 列入付款指令，送银行付给%{payee}。',
    referPayment: '审核不通过后，%{amount} 回到%{class}的余额，学校会看到您写的原因。',
    settlePayment: '银行已付 %{amount}。登记后记支出，不能撤回。通常由导入银行回单自动登记。',
    failPayment: '%{amount} 仍然预留，等学校改正收款信息后重新发送。',
    resendPayment: '先核对收款人和账号。重新发送后用新的参考号，再由校长审批。',
    takeBackPayment: '钱已付出又被银行退回：支出 %{amount} 冲回，仍然预留，等学校改正后重新发送。',
    giveUpPayment: '放弃后，预留的 %{amount} 回到%{class}的余额。',
    bulk: {
      pay: '批准 %{count} 份支付申请，共 %{amount}。不能办理的会逐份说明原因。',
      checkPayments: '审核通过 %{count} 份支付申请，共 %{amount}，送银行付款。不能办理的会逐份说明原因。',
    },
    bankOrder: '导出付款指令',
    waitingFor: {
      submitted: '等我审批',
      approved: '等我审核',
      checked: '等银行付款',
      failed: '银行退回',
      draft: '我的草稿',
    },
  },
}

export const en: Words<typeof zh> = {
  resources: {
    payments: {
      fields: {
        payeeAccount: 'Account of the payee',
        lessonCount: 'Class-hours',
        reference: 'Reference',
        paidOn: 'Paid on',
        bankSerial: 'Serial number of the bank',
        failure: 'Why it came back',
        availableFen: 'Available in all',
        leftFen: 'Left',
      },
      events: {
        submit: { label: 'Submit', done: 'Submitted and reserved; the principal decides next.' },
        withdraw: { label: 'Withdraw', done: 'Withdrawn; the money is free again.' },
        approve: { label: 'Approve', done: 'Approved; the accounting centre checks it next.' },
        refuse: { label: 'Refuse', done: 'Refused; the money is free again.' },
        check: { label: 'Pass check', done: 'Checked; it can go to the bank.' },
        'refer-back': { label: 'Do not pass', done: 'Returned; the money is free again.' },
        settle: { label: 'Record as paid', done: 'Posted as spent.' },
        fail: { label: 'Record as failed', done: 'Recorded; the school mends it and sends it again.' },
        resend: { label: 'Send again', done: 'Submitted again; the principal decides next.' },
        'take-back': { label: 'Take back', done: 'No longer spent; the school can send it again.' },
        'give-up': { label: 'Give up', done: 'Given up; the money is free again.' },
      },
    },
  },
  states: {
    payments: {
      draft: 'Draft',
      submitted: 'Waits for the principal',
      approved: 'Waits for the centre',
      checked: 'Waits for the bank',
      paid: 'Paid',
      failed: 'Came back',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
    },
  },
  funding: {
    paymentConsequence:
      'Saved as a draft, to which you can attach invoices; submitting reserves the amount, and it is spent once the bank has paid.',
    afterThis: '%{class} will have %{left} left of %{available}',
    payeeAccountHelp: 'Only its last four digits are shown; the whole goes to the bank.',
    payeeAccountKeep: 'The account ends in %{last4}; leave this empty to keep it.',
    lessonHelp: 'For what pays teachers or lecturers, to check the rate of a class-hour.',
    perLesson: '%{rate} a class-hour',
    submitPayment: 'Reserves %{amount} of %{class}; %{left} will be left.',
    approvePayment:
      'Approving leaves %{class} %{left} of %{available}. The accounting centre checks it next.',
    refusePayment: '%{amount} goes back to %{class}.',
    withdrawPayment: 'The reserved %{amount} goes back to %{class}.',
    checkPayment: '%{amount} goes into the order to the bank, for %{payee}.',
    referPayment: '%{amount} goes back to %{class}; the school sees your reason.',
    settlePayment:
      "The bank has paid %{amount}. It is posted as spent and cannot be withdrawn. Usually the bank's return file does this.",
    failPayment: '%{amount} stays reserved until the school has mended the payee and sends it again.',
    resendPayment: 'Check payee and account first. It gets a new reference and goes to the principal again.',
    takeBackPayment:
      'Paid, and sent back by the bank: %{amount} is no longer spent and stays reserved until the school sends it again.',
    giveUpPayment: 'The reserved %{amount} goes back to %{class}.',
    bulk: {
      pay: 'Approves %{count} payments, %{amount} in all. Those that cannot be approved are named with the reason.',
      checkPayments:
        'Passes %{count} payments, %{amount} in all, to the bank. Those that cannot be passed are named with the reason.',
    },
    bankOrder: 'Order for the bank',
    waitingFor: {
      submitted: 'Waits for me',
      approved: 'Waits for my check',
      checked: 'Waits for the bank',
      failed: 'Came back',
      draft: 'My drafts',
    },
  },
}
