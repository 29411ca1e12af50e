/** How the people of a pay list look in a sheet (发放明细表): one row a person. */
import { NotMoney } from '../../platform/money.js'
import { text } from '../../platform/sheets/normalise.js'
import { commonReasons } from '../../platform/sheets/reasons.js'
import { fault, type Normalised, ok, type SheetDescription } from '../../platform/sheets/sheet-description.js'
import { compactText, meansNothing, plainName } from '../../platform/sheets/text.js'
import type { Cell } from '../../platform/sheets/workbook.js'
import { readAmount, readCode } from '../bank-returns/bank-cells.js'
import { accountPattern } from '../payees/account-number.js'
import type { TaxKind } from './pay-list.states.js'
import { amountOf, isProblem } from './pay.js'

export interface PayRow {
  readonly name: string
  readonly account: string | null
  readonly bankName: string | null
  readonly hoursHundredths: number | null
  readonly rateFen: number | null
  readonly amountFen: number | null
  readonly taxKind: TaxKind
  readonly note: string | null
}

const mostHours = 10_000

/** 12, 12.5, "12.50课时"; nothing → null. */
function hours(cell: Cell): Normalised<number | null> {
  const said = compactText(cell).replace(/(?:课时|节|小时|h)$/i, '')
  if (meansNothing(said)) return ok(null)
  const match = /^(\d{1,5})(?:\.(\d{1,2})0*)?$/.exec(said)
  if (!match) return fault('hours')
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return hundredths === 0 || hundredths > mostHours * 100 ? fault('hours') : ok(hundredths)
}

function money(cell: Cell): Normalised<number | null> {
  try {
    const amount = readAmount(cell)
    if (amount === null) return ok(null)
    return amount === 'unreadable' || amount.isNegative ? fault('money') : ok(amount.fen)
  } catch (error) {
    if (error instanceof NotMoney) return fault('money')
    throw error
  }
}

function account(cell: Cell): Normalised<string | null> {
  const code = readCode(cell, 60)
  if (code === null) return ok(null)
  if (code === 'digits_lost') return fault('digits_lost')
  const plain = code.replace(/-/g, '')
  return accountPattern.test(plain) ? ok(plain) : fault('account')
}

function taxKind(cell: Cell): Normalised<TaxKind> {
  const said = compactText(cell).replace(/(?:所得|报酬)$/, '')
  if (/^(?:工资|薪金|工资[、/]?薪金|wages?)$/i.test(said)) return ok('wages')
  if (/^(?:劳务|劳务费|labour_?(?:remuneration)?)$/i.test(said)) return ok('labour_remuneration')
  return fault('tax_kind')
}

function name(cell: Cell): Normalised<string> {
  const said = plainName(cell)
  if (meansNothing(said)) return fault('name_missing')
  return [...said].length > 80 ? fault('too_long', { longest: 80, length: [...said].length }) : ok(said)
}

export const payListSheet: SheetDescription<PayRow> = {
  module: import.meta.url,
  noun: 'pay-lists',
  titleZh: '发放明细',
  titleEn: 'Pay list',
  fields: [
    {
      name: 'name',
      titleZh: '姓名',
      titleEn: 'Name',
      synonyms: ['教师姓名', '收款人', '收款人姓名', '户名', '人员'],
      normalise: name,
    },
    {
      name: 'account',
      titleZh: '银行账号',
      titleEn: 'Account',
      synonyms: ['账号', '银行卡号', '卡号', '收款账号', '工资卡号', '银行账户', '账户'],
      identifies: true,
      normalise: account,
    },
    {
      name: 'bankName',
      titleZh: '开户行',
      titleEn: 'Bank',
      synonyms: ['开户银行', '银行', '开户行名称', '收款银行'],
      normalise: text(80),
    },
    {
      name: 'hoursHundredths',
      titleZh: '课时',
      titleEn: 'Class-hours',
      synonyms: ['课时数', '节数', '课时量', 'hours'],
      kind: 'number',
      normalise: hours,
    },
    {
      name: 'rateFen',
      titleZh: '课时费标准',
      titleEn: 'Rate',
      synonyms: ['标准', '课时标准', '单价', '每课时', '课时费', '课时单价'],
      kind: 'number',
      normalise: money,
    },
    {
      name: 'amountFen',
      titleZh: '金额',
      titleEn: 'Amount',
      synonyms: ['应发金额', '发放金额', '合计金额', '应发', '实发金额', '补助金额'],
      kind: 'number',
      normalise: money,
    },
    {
      name: 'taxKind',
      titleZh: '计税类型',
      titleEn: 'Tax kind',
      synonyms: ['计税类别', '所得项目', '税目', '计税方式', '计税'],
      normalise: taxKind,
    },
    {
      name: 'note',
      titleZh: '备注',
      titleEn: 'Note',
      synonyms: ['说明', '摘要', 'remark'],
      normalise: text(200),
    },
  ],
  requiredColumns: [['name'], ['amountFen', 'rateFen'], ['taxKind']],
  check: (values) => {
    const amount = amountOf(values as Pick<PayRow, 'hoursHundredths' | 'rateFen' | 'amountFen'>)
    if (!isProblem(amount)) return []
    const why = amount.code.replace('funding.pay_list_', '')
    return [{ field: amount.field, why, params: amount.params }]
  },
  toRow: (values) => values as unknown as PayRow,
  keys: ({ account: given }) => (typeof given === 'string' ? [{ key: given, field: 'account' }] : []),
  label: ({ name: given }) => (typeof given === 'string' ? given : null),
  reasons: {
    ...commonReasons,
    duplicate: {
      zh: '银行账号与工作表“{sheet}”第 {row} 行相同。一个账号只付给一个人，请核对。',
      en: 'the account is that of row {row} of sheet “{sheet}”. One account is one person; please check.',
    },
    hours: {
      zh: '课时请填大于 0、不超过 10000 的数，最多两位小数，如 12.5。',
      en: 'class-hours are a number above 0 and up to 10,000 with two decimals at most, such as 12.5.',
    },
    money: {
      zh: '请填大于 0 的金额，最多两位小数，如 1200.50。',
      en: 'write an amount above 0 with two decimals at most, such as 1200.50.',
    },
    account: {
      zh: '银行账号应为 5–40 位数字或字母，请核对。',
      en: 'an account has 5 to 40 digits or letters. Please check it.',
    },
    tax_kind: {
      zh: '计税类型请填“工资薪金”或“劳务报酬”。',
      en: 'the tax kind is 工资薪金 (wages) or 劳务报酬 (labour remuneration).',
    },
    no_amount: {
      zh: '没有金额：请填课时和课时费标准，或直接填金额。',
      en: 'there is no amount: give class-hours and rate, or the amount itself.',
    },
    other_amount: {
      zh: '金额 {amountFen} 不等于课时乘课时费标准 {workedFen}，请改正其中一项。',
      en: 'the amount {amountFen} is not class-hours times rate, {workedFen}. Mend one of them.',
    },
    account_of_other: {
      zh: '尾号 {last4} 的账号登记在“{other}”名下，与姓名不符。请核对是谁的账号。',
      en: 'the account ending in {last4} is that of {other}, another name. Check whose it is.',
    },
    other_account: {
      zh: '收款人里“{name}”的账号尾号是 {last4}，与表中不同。换了账号请先在收款人里修改；同名的另一人请先新建收款人。',
      en: 'the payee {name} has the account ending in {last4}, not this one. Change it under payees first; for another person of that name make a payee first.',
    },
    other_bank: {
      zh: '收款人里这个账号的开户行是“{bank}”，与表中不同，请核对。',
      en: 'the bank of this account is {bank} under payees, not what stands here. Please check.',
    },
    bank_missing: {
      zh: '是新的收款人，请填开户行。',
      en: 'this is a new payee; give the bank, too.',
    },
    not_person: {
      zh: '收款人“{name}”登记为单位，发放表只付给个人，请核对。',
      en: 'the payee {name} is no person; a pay list pays people only.',
    },
    inactive: {
      zh: '收款人“{name}”已停用，请先启用。',
      en: 'the payee {name} is not in use; put it in use first.',
    },
    unknown_person: {
      zh: '收款人里没有“{name}”，请填银行账号和开户行。',
      en: 'there is no payee {name}; give the account and the bank.',
    },
    several_people: {
      zh: '收款人里有 {count} 个“{name}”，请填银行账号。',
      en: 'there are {count} payees called {name}; give the account.',
    },
    listed: {
      zh: '“{name}”已在发放表第 {number} 行。每人只列一次。',
      en: '{name} stands in row {number} of the list already. Everybody is listed once.',
    },
  },
}
