/** 收款账户不是学校或财政账户. */
import { fees, type WaitingRule } from '../audit-rule.js'

export const foreignAccount: WaitingRule = {
  code: 'foreign_account',
  number: 6,
  severity: 'error',
  name: {
    zh: '收款账户不是学校或财政账户',
    en: "A receiving account that is neither the school's nor the treasury's",
  },
  waitsFor: fees,
}
