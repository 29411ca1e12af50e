/** 收费超过备案标准或上限. */
import { fees, type WaitingRule } from '../audit-rule.js'

export const chargeAboveCap: WaitingRule = {
  code: 'charge_above_cap',
  number: 1,
  severity: 'error',
  name: { zh: '收费超过备案标准或上限', en: 'A charge above the filed standard or cap' },
  waitsFor: fees,
}
