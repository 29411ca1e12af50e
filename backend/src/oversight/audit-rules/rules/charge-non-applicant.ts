/** 向没有申请的学生收费. */
import { fees, type WaitingRule } from '../audit-rule.js'

export const chargeNonApplicant: WaitingRule = {
  code: 'charge_non_applicant',
  number: 4,
  severity: 'error',
  name: { zh: '向没有申请的学生收费', en: 'A charge to a pupil who did not apply' },
  waitsFor: fees,
}
