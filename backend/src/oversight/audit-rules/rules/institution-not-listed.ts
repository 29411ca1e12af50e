/** 机构当日不在白名单. */
import { institutions, type WaitingRule } from '../audit-rule.js'

export const institutionNotListed: WaitingRule = {
  code: 'institution_not_listed',
  number: 16,
  severity: 'error',
  name: { zh: '机构当日不在白名单', en: 'An institution not on the white-list that day' },
  waitsFor: institutions,
}
