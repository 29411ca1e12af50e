import type { Texts } from '../../platform/texts.js'
import type { UnusualCode } from './unusual.js'

const unusualTexts: { [Code in UnusualCode as `unusual.${Code}`]: { zh: string; en: string } } = {
  'unusual.over_left': {
    zh: '{className}申请 {amountFen}，超过班级余额 {leftFen}，提交会被拒绝。',
    en: '{className}: {amountFen} is more than the {leftFen} that the class has left; it would be refused.',
  },
  'unusual.new_payee': {
    zh: '第一次付给尾号 {last4} 的账户。',
    en: 'The first payment into the account ending in {last4}.',
  },
  'unusual.account_changed': {
    zh: '尾号 {last4} 的收款账户（账号、户名或开户行）由{by}于 {on} 填写或改动，之后还没有付过款。',
    en: '{by} put in or changed the account ending in {last4}, its name or its bank on {on}; nothing has been paid into it since.',
  },
  'unusual.account_of_other': {
    zh: '尾号 {last4} 的账户在本校还登记在或付给过另外的户名：{names}。请核对是谁的账户。',
    en: 'The account ending in {last4} stands under another name in this school, too: {names}. Check whose it is.',
  },
  'unusual.round_sum': {
    zh: '金额 {amountFen} 是整千元，请核对依据。',
    en: '{amountFen} is a sum of whole thousands; check what it is based on.',
  },
  'unusual.most_of_money': {
    zh: '{className}的 {amountFen} 超过该班可用总额 {availableFen} 的八成。',
    en: "{className}: {amountFen} is more than four fifths of the class's {availableFen}.",
  },
  'unusual.class_without_pupils': {
    zh: '{className}现在没有在读学生。',
    en: '{className} has no pupils now.',
  },
  'unusual.without_invoice': {
    zh: '采购 {amountFen}，没有关联发票。',
    en: 'Buys for {amountFen} without an invoice.',
  },
  'unusual.over_left_too': {
    zh: '还有 {count} 个班的申请也超过余额。',
    en: '{count} more classes have less left than is asked for.',
  },
  'unusual.most_of_money_too': {
    zh: '还有 {count} 个班的金额也超过可用总额的八成。',
    en: '{count} more classes would spend over four fifths of their money.',
  },
  'unusual.class_without_pupils_too': {
    zh: '还有 {count} 个班现在也没有在读学生。',
    en: '{count} more classes have no pupils now.',
  },
}

export const paymentTexts: Texts = {
  ...unusualTexts,
  'funding.lessons_needed': {
    zh: '{className}支付给人员的费用要填课时数：本地规定每课时不超过 {capFen}。',
    en: '{className}: what pays people needs the number of class-hours: the region pays at most {capFen} for one.',
  },
  'funding.pay_rate_exceeded': {
    zh: '{className}每课时 {rateFen}（{lessonCount} 课时），超过{documentNumber}规定的 {capFen}。请减少金额，或核对课时数。',
    en: '{className}: {rateFen} a class-hour ({lessonCount} of them) is more than the {capFen} of {documentNumber}. Lower the amount or check the class-hours.',
  },
  'funding.lines_one_school': {
    zh: '一笔支付只能用一所学校的钱。',
    en: 'A payment takes the money of one school only.',
  },
  'funding.lines_one_year': {
    zh: '一笔支付只能用同一年度的钱，请分年度申请。',
    en: 'A payment takes the money of one year only. Please ask for each year by itself.',
  },
  'funding.nothing_to_share_by': {
    zh: '所选班级没有可用来分摊的学生。请换一种分摊方式，或选别的班级。',
    en: 'The chosen classes have no pupils to share by. Choose another way to share, or other classes.',
  },
  'funding.section_class_without_money': {
    zh: '还有 {classes} 的学生上这门课，但没有选这些班的经费。请一并选上。',
    en: 'Pupils of {classes} attend, too, but the money of these classes was not chosen. Please choose it as well.',
  },
  'funding.line_twice': {
    zh: '第 {second} 行与第 {first} 行是同一个班、同一项资金、同一科目，请合并。',
    en: 'Line {second} has the class, money and account of line {first}. Please join them.',
  },
  'funding.slip_day': {
    zh: '付款日期 {paidOn} 应在送银行的 {sentOn} 与今天 {today} 之间，请核对回单。',
    en: 'The day of payment {paidOn} lies between {sentOn}, when it was sent to the bank, and today, {today}. Please check the slip.',
  },
  'funding.serial_taken': {
    zh: '流水号 {bankSerial} 已登记在付给“{payee}”的 {amountFen} 上。一个流水号只对应一笔付款，请核对回单。',
    en: 'The serial number {bankSerial} stands on the payment of {amountFen} to {payee}. One serial number is one payment; please check the slip.',
  },
  'funding.payment_of_list': {
    zh: '这笔支付由发放表“{title}”生成，金额、收款人和明细以发放表为准，不能单独改。要改请先在发放表里“收回”，改好后重新生成。',
    en: 'The pay list {title} has made this payment: its amount, payee and lines are those of the list. To change them, reopen the list, mend it there and make its payments anew.',
  },
  'funding.failed_payee_only': {
    zh: '退回的支付只能改收款人、账号和事由；金额已经预留，要改金额请放弃后重新申请。',
    en: 'A payment that came back may change its payee, account and reason only; its amount is committed. To change the amount, give it up and make a new request.',
  },
  'funding.serial_in_file': {
    zh: '流水号 {bankSerial} 在已导入的银行回单文件第 {rowNumber} 行。请先在“未匹配回单”里核销或关闭这一行。',
    en: "The serial number {bankSerial} stands in line {rowNumber} of a bank file that was imported. Settle or close that line under 'Unmatched lines' first.",
  },
  'funding.return_in_file': {
    zh: '银行回单文件第 {rowNumber} 行已说明这笔款被退回。请由另一人在“银行回单”里办理这一行。',
    en: "Line {rowNumber} of a bank file says that this money has come back. Let a second person deal with that line under 'Bank returns'.",
  },
}
