/** 学期结束后应退未退. */
import { fees, type WaitingRule } from '../audit-rule.js'

export const refundOverdue: WaitingRule = {
  code: 'refund_overdue',
  number: 12,
  severity: 'error',
  name: { zh: '学期结束后应退未退', en: 'A refund owed and not paid after the term' },
  waitsFor: fees,
}
