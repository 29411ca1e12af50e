import type { Texts } from '../../platform/texts.js'

export const payListTexts: Texts = {
  'funding.pay_list_days': {
    zh: '结束日期 {endsOn} 早于开始日期 {startsOn}，请核对。',
    en: 'It ends on {endsOn}, before it begins on {startsOn}. Please check the days.',
  },
  'funding.pay_list_too_long': {
    zh: '一张发放表最多 {most} 人，请分成几张。',
    en: 'A pay list has {most} people at most; please make several.',
  },
  'funding.pay_list_not_person': {
    zh: '第 {number} 行“{name}”不是个人收款人。发放表只付给个人，请在收款人里核对类型。',
    en: 'Row {number}: {name} is no person. A pay list pays people only; check the kind of the payee.',
  },
  'funding.pay_list_twice': {
    zh: '第 {number} 行“{name}”已在第 {first} 行。每人在一张表里只列一次，请合并。',
    en: 'Row {number}: {name} stands in row {first} already. Everybody is listed once; please join the two.',
  },
  'funding.pay_list_line_twice': {
    zh: '第 {number} 行的同一个班、同一科目列了两次，请合并。',
    en: 'Row {number} names the same class and account twice. Please join them.',
  },
  'funding.pay_list_no_amount': {
    zh: '第 {number} 行没有金额：请填课时和课时费标准，或直接填金额。',
    en: 'Row {number} has no amount: give class-hours and rate, or the amount itself.',
  },
  'funding.pay_list_other_amount': {
    zh: '第 {number} 行的金额 {amountFen} 不等于课时乘课时费标准 {workedFen}。请改正其中一项，或把金额留空。',
    en: 'Row {number}: the amount {amountFen} is not class-hours times rate, {workedFen}. Mend one of them, or leave the amount empty.',
  },
  'funding.pay_list_some_amounts': {
    zh: '第 {number} 行有的班填了金额、有的没填：请都填，或都不填（按课时分摊）。',
    en: 'Row {number} gives amounts for some classes only: give all of them, or none to have it shared.',
  },
  'funding.pay_list_lines_sum': {
    zh: '第 {number} 行各班金额合计 {sumFen}，与此人金额 {amountFen} 不符，请核对。',
    en: "Row {number}: the classes add up to {sumFen}, the person's amount is {amountFen}. Please check.",
  },
  'funding.pay_list_other_year': {
    zh: '这张发放表用 {fiscalYear} 年度的钱，所选班级经费是 {otherYear} 年度的。请改选，或另做一张。',
    en: 'This list takes the money of {fiscalYear}, the chosen money is that of {otherYear}. Choose another, or make another list.',
  },
  'funding.pay_list_empty': {
    zh: '发放表里还没有人，先填人员再生成支付。',
    en: 'Nobody stands in the list yet; put in the people first.',
  },
  'funding.pay_list_nothing_again': {
    zh: '没有要补生成的支付：每个人的支付都在办理中或已付款。',
    en: 'Nothing is to be made again: the payment of everybody is under way or paid.',
  },
  'funding.pay_list_on_its_way': {
    zh: '已有 {count} 笔支付提交办理或付款（如“{payee}”），不能收回。要更正，请先撤回这些支付；已付款的用支付更正。',
    en: '{count} payments are on their way or paid ({payee}, for example), so it cannot be reopened. Withdraw them first; what is paid is mended by a correction.',
  },
  'funding.pay_list_rows': {
    zh: '表格有 {count} 行要改，一行也没有导入。改好后请重新导入。',
    en: '{count} rows of the sheet need mending; nothing was imported. Please import it again then.',
  },
  'funding.pay_list_row': {
    zh: '工作表“{sheet}”第 {row} 行：{sentence}',
    en: 'Sheet “{sheet}”, row {row}: {sentence}',
  },
  'funding.pay_list_columns': {
    zh: '表格里找不到这些列：{missing}。第一行请写列名：姓名、银行账号、开户行、课时、课时费标准、金额、计税类型、备注。',
    en: 'The sheet has no column for: {missing}. Its titles are 姓名 (name), 银行账号 (account), 开户行 (bank), 课时 (class-hours), 课时费标准 (rate), 金额 (amount), 计税类型 (tax kind), 备注 (note).',
  },
  'funding.pay_list_no_rows': {
    zh: '表格里没有人员，请核对后再导入。',
    en: 'Nobody stands in the sheet. Please check it and import it again.',
  },
}
