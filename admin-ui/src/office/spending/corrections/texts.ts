import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { corrections: '支付更正' },
  funding: {
    correct: '更正…',
    draftCorrection: '存为草稿',
    searchCorrections: '收款人、参考号或原因',
    noCorrections: '还没有更正。',
    noCorrectionsNext: '在已付款的支付页面点“更正”：收回退款、红字冲销或调账。银行退汇、重复付款会自动开立。',
    noCorrectionsOf: '这笔支付没有更正。',
    correctionOf: '%{kind} %{amount}',
    correctable: '还能更正 %{amount}',
    correctAmount: '更正金额：%{place}',
    correctionKinds: {
      refund: '收回退款',
      double_payment: '重复付款追回',
      returned: '退汇',
      red_letter: '红字冲销',
      reclassification: '调账',
    },
    correctionHelp: {
      refund: '收款人退回了全部或一部分钱。批准后，凭银行到账回单登记，冲减支出，钱回到班级余额。',
      red_letter: '登记成已付款，其实没有付。整笔冲回，支付回到“银行退回”，可以重新发送或放弃。',
      reclassification: '钱付对了，但记错了班级、资金或用途。批准后由核算中心记账，从原处调到新处。',
    },
    correctionEnds: {
      refund: '按银行回单登记：%{payee}退回 %{amount}，冲减支出。登记的人没有经办或审批过这份更正。',
      double_payment: '按银行回单登记：重复付出的 %{amount} 已收回，对应的银行回单明细一并办结。',
      returned: '在银行回单明细里办理。',
      red_letter: '记账后，%{amount} 不再是支出，原支付回到“银行退回”。',
      reclassification: '记账后，%{amount} 从原处调到新处；新处余额不够会被拒绝。',
    },
    openedByBank: {
      returned: '银行回单说明这笔款被退回。请由另一人在下面的明细里办理退汇，这份更正随之办结。',
      double_payment:
        '银行回单说明这笔款付了两次。要追回请提交这份更正；查明不是重复付款，请在下面的明细里写明原因办结。',
      refund: '由银行回单开立。',
      red_letter: '由银行回单开立。',
      reclassification: '由银行回单开立。',
    },
    submitCorrection: '提交%{kind} %{amount}，由校长审批。提交后这部分不能再进别的更正。',
    withdrawCorrection: '撤回后，这部分可以重新更正。',
    approveCorrection: '批准%{kind} %{amount}（原收款人%{payee}）。批准后还不记账。',
    refuseCorrection: '退回后，学校会看到您写的原因，账不变。',
  },
  resources: {
    corrections: {
      name: '支付更正',
      fields: {
        kind: '更正种类',
        amountFen: '金额',
        paymentId: '原支付',
        payee: '原收款人',
        reason: '原因',
        receivedOn: '到账日期',
        bankSerial: '银行流水号',
        createdAt: '开立时间',
        status: '状态',
        from: '原来记在',
        to: '应该记在',
        place: '冲减哪里',
        concerns: '涉及',
        lines: '明细',
        toAllotmentId: '应该用哪个班的经费',
        toAccount: '应该记的用途',
      },
      events: {
        submit: { label: '提交', done: '已提交，等校长审批。' },
        withdraw: { label: '撤回', done: '已撤回。' },
        approve: { label: '批准', done: '已批准。' },
        refuse: { label: '不批准', done: '已退回。' },
        post: { label: '记账', done: '已记账。' },
        'refer-back': { label: '审核不通过', done: '已退回。' },
        receive: { label: '登记到账', done: '已登记，已记账。' },
        'take-back': { label: '按回单办理退汇', done: '已办结。' },
        close: { label: '随回单明细办结', done: '已办结。' },
      },
    },
  },
  states: {
    corrections: {
      draft: '草稿',
      submitted: '等校长审批',
      approved: '已批准，待记账',
      posted: '已记账',
      refused: '未批准',
      withdrawn: '已撤回',
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { corrections: 'Corrections' },
  funding: {
    correct: 'Correct…',
    draftCorrection: 'Save as a draft',
    searchCorrections: 'Payee, reference or reason',
    noCorrections: 'There is no correction yet.',
    noCorrectionsNext:
      "Press 'Correct' on the page of a payment that was made: a refund, a red letter or a reclassification. What the bank sends back or pays twice opens one by itself.",
    noCorrectionsOf: 'This payment has no correction.',
    correctionOf: '%{kind}: %{amount}',
    correctable: '%{amount} can be corrected',
    correctAmount: 'Amount to correct: %{place}',
    correctionKinds: {
      refund: 'Refund received',
      double_payment: 'Paid twice, to come back',
      returned: 'Sent back by the bank',
      red_letter: 'Red-letter reversal',
      reclassification: 'Reclassification',
    },
    correctionHelp: {
      refund:
        "The payee has given back all or a part. Once approved it is posted with the bank's slip; the money is the class's again.",
      red_letter:
        "It was registered as paid and never was. The whole is taken back; the payment stands as 'came back' and can be sent again or given up.",
      reclassification:
        'Rightly paid, but booked on another class, fund or account. Once approved the accounting centre posts it from there to where it belongs.',
    },
    correctionEnds: {
      refund:
        "By the bank's slip: %{payee} has given back %{amount}, which is no longer spent. Whoever registers it has neither made nor approved the correction.",
      double_payment:
        "By the bank's slip: the %{amount} that was paid twice has come back; the bank's line is closed with it.",
      returned: "Is dealt with by the bank's line.",
      red_letter: "%{amount} is no longer spent; the payment stands as 'came back'.",
      reclassification: '%{amount} moves to where it belongs; it is refused where too little is left there.',
    },
    openedByBank: {
      returned:
        "The bank's file says that this payment has come back. Let a second person deal with its line; this correction ends with it.",
      double_payment:
        "The bank's file says that this was paid twice. Submit this correction to have it back; if it was no double payment, close the bank's line with the reason.",
      refund: "Opened by the bank's file.",
      red_letter: "Opened by the bank's file.",
      reclassification: "Opened by the bank's file.",
    },
    submitCorrection:
      '%{kind}, %{amount}: the principal decides next. This part can then stand in no other correction.',
    withdrawCorrection: 'This part can be corrected anew.',
    approveCorrection: 'Approves: %{kind}, %{amount} (paid to %{payee}). Nothing is posted yet.',
    refuseCorrection: 'The school sees your reason; the books stay as they are.',
  },
  resources: {
    corrections: {
      name: 'Correction |||| Corrections',
      fields: {
        kind: 'Kind',
        amountFen: 'Amount',
        paymentId: 'Payment',
        payee: 'Paid to',
        reason: 'Reason',
        receivedOn: 'Received on',
        bankSerial: 'Serial number of the bank',
        createdAt: 'Opened',
        status: 'State',
        from: 'Booked on',
        to: 'Belongs to',
        place: 'Taken off',
        concerns: 'Concerns',
        lines: 'Lines',
        toAllotmentId: 'Whose money it should be',
        toAccount: 'What it was spent on',
      },
      events: {
        submit: { label: 'Submit', done: 'Submitted; the principal decides next.' },
        withdraw: { label: 'Withdraw', done: 'Withdrawn.' },
        approve: { label: 'Approve', done: 'Approved.' },
        refuse: { label: 'Refuse', done: 'Refused.' },
        post: { label: 'Post', done: 'Posted.' },
        'refer-back': { label: 'Do not pass', done: 'Returned.' },
        receive: { label: 'Register the receipt', done: 'Registered and posted.' },
        'take-back': { label: "Taken back by the bank's line", done: 'Done.' },
        close: { label: "Closed with the bank's line", done: 'Done.' },
      },
    },
  },
  states: {
    corrections: {
      draft: 'Draft',
      submitted: 'Waits for the principal',
      approved: 'Approved, not posted yet',
      posted: 'Posted',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
    },
  },
}
