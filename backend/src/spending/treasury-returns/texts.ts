/** Sentences of returns to the treasury (上缴提示). */
import type { Texts } from '../../platform/texts.js'

export const treasuryReturnTexts: Texts = {
  'funding.return_to_person': {
    zh: '“{name}”是个人收款人。上缴财政的钱只能付到财政专户等单位账户，请另选。',
    en: '{name} is a person. Money is returned to an account of the treasury; choose another payee.',
  },
  'funding.return_day': {
    zh: '上缴日期 {returnedOn} 应在核算中心审核的 {checkedOn} 与今天 {today} 之间，请核对回单。',
    en: 'The day of the return, {returnedOn}, lies between {checkedOn}, when the accounting centre checked it, and today, {today}. Please check the slip.',
  },
  'funding.serial_of_return': {
    zh: '流水号 {bankSerial} 已登记在一笔 {amountFen} 的上缴财政上。一个流水号只对应一笔款，请核对回单。',
    en: 'The serial number {bankSerial} stands on a return of {amountFen} to the treasury. One serial number is one sum; please check the slip.',
  },
}
