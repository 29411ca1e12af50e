/** 收费当日没有备案或公示. */
import { fees, type WaitingRule } from '../audit-rule.js'

export const chargeUnfiled: WaitingRule = {
  code: 'charge_unfiled',
  number: 2,
  severity: 'error',
  name: { zh: '收费当日没有备案或公示', en: 'A charge with no filing or publication on that day' },
  waitsFor: fees,
}
