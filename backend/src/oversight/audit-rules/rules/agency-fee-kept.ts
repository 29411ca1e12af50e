/** 代收费超过支付日期未付. */
import { fees, type WaitingRule } from '../audit-rule.js'

export const agencyFeeKept: WaitingRule = {
  code: 'agency_fee_kept',
  number: 19,
  severity: 'error',
  name: { zh: '代收费超过支付日期未付', en: 'An agency fee kept beyond its payout date' },
  waitsFor: fees,
}
