/** 账单上有家长没有选择的项目. */
import { fees, type WaitingRule } from '../audit-rule.js'

export const itemNotChosen: WaitingRule = {
  code: 'item_not_chosen',
  number: 5,
  severity: 'error',
  name: { zh: '账单上有家长没有选择的项目', en: 'A bill with an item that the guardian did not choose' },
  waitsFor: fees,
}
