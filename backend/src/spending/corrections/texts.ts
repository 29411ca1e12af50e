import type { Texts } from '../../platform/texts.js'

export const correctionTexts: Texts = {
  'funding.correct_unpaid': {
    zh: '只有银行已付款的支付才能更正。还没付款的，请撤回或让校长、核算中心退回。',
    en: 'Only what the bank has paid is corrected. What is not paid yet is withdrawn or refused.',
  },
  'funding.correction_of_bank': {
    zh: '这份更正由银行回单开立，请在“待查回单”里办理对应的那一行。',
    en: "The bank's file has opened this correction. Please deal with its line under 'Lines to look into'.",
  },
  'funding.red_letter_whole': {
    zh: '红字冲销冲回整笔支付，不能改明细。',
    en: 'A red letter takes back the whole payment; its lines cannot be changed.',
  },
  'funding.correction_where_to': {
    zh: '第 {number} 行：调账要选调到哪个班的经费和哪个用途。',
    en: 'Line {number}: say to which money and which account it belongs.',
  },
  'funding.correction_no_move': {
    zh: '第 {number} 行：这种更正不能调到别处，请改用“调账”。',
    en: 'Line {number}: this kind of correction moves nothing elsewhere; use a reclassification.',
  },
  'funding.correction_same_place': {
    zh: '第 {number} 行：调入与调出相同，没有变化。',
    en: 'Line {number}: it goes to where it stands already.',
  },
  'funding.correction_too_much': {
    zh: '{className}的这笔支出还能更正 {freeFen}，不能更正 {amountFen}。其余可能已更正，或正在另一份更正里。',
    en: '{className}: {freeFen} of this spending can still be corrected, not {amountFen}. The rest has been corrected or stands in another correction.',
  },
  'funding.received_day': {
    zh: '退款到账日期 {receivedOn} 应在付款的 {paidOn} 与今天 {today} 之间，请核对回单。',
    en: 'The day on which the money came back, {receivedOn}, lies between {paidOn}, when it was paid, and today, {today}. Please check the slip.',
  },
  'funding.serial_of_correction': {
    zh: '流水号 {bankSerial} 已登记在另一份 {amountFen} 的更正上。一个流水号只对应一笔到账，请核对回单。',
    en: 'The serial number {bankSerial} stands on another correction of {amountFen}. One serial number is one sum; please check the slip.',
  },
  'funding.red_letter_bank_paid': {
    zh: '银行回单文件第 {rowNumber} 行说明这笔款已付出，不能红字冲销。钱退回来了请用“收回退款”，记错地方请用“调账”。',
    en: 'Line {rowNumber} of a bank file says that this was paid; it is no red letter. Use a refund for money that came back, a reclassification for what stands in the wrong place.',
  },
  'funding.correction_into_pay': {
    zh: '课时费每课时最多 {capFen}，没有按课时申请的支出不能改记为人员费用。请收回这笔款项，再按课时重新申请支付。',
    en: 'A class-hour may cost {capFen} at most: what was not asked for by the hour cannot be booked as pay. Have the money returned and ask for it anew, by class-hours.',
  },
  'funding.payment_corrected': {
    zh: '这笔支付已有更正（{count} 份），不能整笔冲回。请先办完或撤回更正；已收回的部分不再是支出。',
    en: 'This payment has corrections ({count}), so it cannot be taken back as a whole. Finish or withdraw them first; what has come back is no longer spent.',
  },
}
