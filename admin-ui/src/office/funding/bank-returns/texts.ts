import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { 'bank-returns': '银行回单', 'bank-return-lines': '未匹配回单' },
  resources: {
    'bank-returns': { name: '银行回单', fields: { fileName: '文件', importedAt: '导入时间', lineCount: '行数', matchedCount: '核销', paidFen: '已付款', bankPaidFen: '银行已付', ledgerSpentFen: '台账支出', differenceFen: '相差', unmatchedPaidFen: '银行已付但未匹配' } },
    'bank-return-lines': {
      name: '回单明细', fields: { rowNumber: '行号', reference: '业务参考号', serial: '流水号', paidOn: '日期', payee: '收款人', amountFen: '金额', outcome: '结果', reason: '原因', bankRemark: '备注', paymentAmountFen: '申请金额', result: '银行说' },
      events: { settle: { label: '手工核销', done: '已核销并记支出。' } },
    },
  },
  states: { 'bank-return-lines': { paid: '已付款', failed: '付款失败', repeated: '重复', unmatched: '未匹配', settled_by_hand: '手工核销' } },
  funding: {
    importReturn: '导入回单', searchLines: '收款人、参考号或流水号', dropReturn: '把银行或国库的回单文件拖到这里', chooseReturn: '选择文件', returnFormats: '表格文件（xlsx、xls、csv）。要有业务参考号、金额、结果三列；付款的行还要有日期。', previewReturn: '先核对，再导入。还没有写入任何内容。',
    confirmReturn: '导入：付款 %{paid} 笔，共 %{amount}；失败 %{failed} 笔', returnImported: '已导入。', otherFile: '换一个文件', noReturns: '还没有导入过银行回单。', noReturnsNext: '审核通过的支付导出付款指令送银行；银行给回文件后在这里导入，系统逐行核销。',
    noUnmatched: '没有未匹配的回单。', noUnmatchedNext: '银行说已付、系统对不上的，会列在这里，由另一位同事核对。', unmatchedUnder: '系统从不猜测：参考号、金额、状态都一致才核销。', linesOf: '%{count} 行，共 %{amount}', returnAgrees: '银行已付与台账支出一致。', returnDiffers: '银行已付与台账支出相差 %{amount}，请核对。',
    settleLine: '手工核销第 %{row} 行', settleLineUnder: '银行在 %{date} 付给%{payee} %{amount}。选择金额相同、等待银行付款的支付申请；办理后记支出，不能撤回。', whichPayment: '支付申请', noSuchPayment: '没有金额为 %{amount}、等待银行付款的支付申请。', dayOfPayment: '付款日期',
    reasons: {
      no_reference: '没有业务参考号', unknown_reference: '没有这个参考号', unreadable_amount: '金额读不出', no_amount: '没有金额', amount_differs: '金额与申请不同', unclear_result: '看不出是否已付款', no_date: '没有付款日期', unreadable_date: '付款日期读不出',
      future_date: '付款日期还没有到', not_sent: '还没有送银行', paid_already: '已经付款入账', failed_already: '已经退回', given_up: '已撤回或未批准', serial_known: '流水号已处理过', month_closed: '该月已结账', own_approval: '您批准的，不能自己核销',
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { 'bank-returns': 'Bank returns', 'bank-return-lines': 'Unmatched lines' },
  resources: {
    'bank-returns': { name: 'Bank return |||| Bank returns', fields: { fileName: 'File', importedAt: 'Imported', lineCount: 'Lines', matchedCount: 'Matched', paidFen: 'Paid', bankPaidFen: 'Paid by the bank', ledgerSpentFen: 'Spent in the ledger', differenceFen: 'Difference', unmatchedPaidFen: 'Paid, but not matched' } },
    'bank-return-lines': {
      name: 'Line of a return |||| Lines of returns', fields: { rowNumber: 'Row', reference: 'Reference', serial: 'Serial number', paidOn: 'Date', payee: 'Payee', amountFen: 'Amount', outcome: 'Outcome', reason: 'Why', bankRemark: 'Remark', paymentAmountFen: 'Requested', result: 'The bank says' },
      events: { settle: { label: 'Settle by hand', done: 'Settled and posted as spent.' } },
    },
  },
  states: { 'bank-return-lines': { paid: 'Paid', failed: 'Failed', repeated: 'Repeated', unmatched: 'Unmatched', settled_by_hand: 'Settled by hand' } },
  funding: {
    importReturn: 'Import a return', searchLines: 'Payee, reference or serial number', dropReturn: 'Drop the return file of the bank or treasury here', chooseReturn: 'Choose a file', returnFormats: 'A sheet (xlsx, xls, csv) with columns for reference, amount and result; lines that were paid need a date.', previewReturn: 'Check first, then import. Nothing has been written yet.',
    confirmReturn: 'Import: %{paid} paid, %{amount} in all; %{failed} failed', returnImported: 'Imported.', otherFile: 'Another file', noReturns: 'No bank return has been imported.', noReturnsNext: 'Checked payments go to the bank as an order; import the file that comes back here and it is settled line by line.',
    noUnmatched: 'There are no unmatched lines.', noUnmatchedNext: 'What the bank has paid and nothing here agrees with is listed here, for a second person to check.', unmatchedUnder: 'Nothing is guessed: reference, amount and state must agree.', linesOf: '%{count} lines, %{amount} in all', returnAgrees: 'Paid by the bank and spent in the ledger agree.', returnDiffers: 'Paid by the bank and spent in the ledger differ by %{amount}; please check.',
    settleLine: 'Settle row %{row} by hand', settleLineUnder: 'On %{date} the bank paid %{amount} to %{payee}. Choose the request of the same amount that waits for the bank; it is posted as spent and cannot be withdrawn.', whichPayment: 'Payment', noSuchPayment: 'No payment of %{amount} waits for the bank.', dayOfPayment: 'Day of payment',
    reasons: {
      no_reference: 'No reference', unknown_reference: 'Unknown reference', unreadable_amount: 'Amount cannot be read', no_amount: 'No amount', amount_differs: 'Amount differs from the request', unclear_result: 'Not clear whether it was paid', no_date: 'No day of payment', unreadable_date: 'Day of payment cannot be read',
      future_date: 'Day of payment has not come', not_sent: 'Not sent to the bank yet', paid_already: 'Paid already', failed_already: 'Came back already', given_up: 'Withdrawn or refused', serial_known: 'Serial number dealt with before', month_closed: 'The month is closed', own_approval: 'You approved it and may not settle it',
    },
  },
}
