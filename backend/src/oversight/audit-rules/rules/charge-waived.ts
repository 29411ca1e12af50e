/** 向已减免的学生收费. */
import { fees, type WaitingRule } from '../audit-rule.js'

export const chargeWaived: WaitingRule = {
  code: 'charge_waived',
  number: 3,
  severity: 'error',
  name: { zh: '向已减免的学生收费', en: 'A charge to a pupil with a waiver' },
  waitsFor: fees,
}
