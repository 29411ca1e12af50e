/** Which audit rules (审计规则) are there? The twenty of the field's list, then Kehou's own: one file each, and a rule that is not here does not run. */
import type { AuditRule, RunningRule } from './audit-rule.js'
import { agencyFeeKept } from './rules/agency-fee-kept.js'
import { booksDisagree } from './rules/books-disagree.js'
import { cardShared } from './rules/card-shared.js'
import { carriedAgainstPolicy } from './rules/carried-against-policy.js'
import { chargeAboveCap } from './rules/charge-above-cap.js'
import { chargeNonApplicant } from './rules/charge-non-applicant.js'
import { chargeUnfiled } from './rules/charge-unfiled.js'
import { chargeWaived } from './rules/charge-waived.js'
import { declaredBeyondRecords } from './rules/declared-beyond-records.js'
import { emptyClass } from './rules/empty-class.js'
import { forbiddenDay } from './rules/forbidden-day.js'
import { foreignAccount } from './rules/foreign-account.js'
import { hoursBeyondSessions } from './rules/hours-beyond-sessions.js'
import { institutionNotListed } from './rules/institution-not-listed.js'
import { itemNotChosen } from './rules/item-not-chosen.js'
import { notDistributed } from './rules/not-distributed.js'
import { objectionLate } from './rules/objection-late.js'
import { listAccountShared } from './rules/list-account-shared.js'
import { paidTwice } from './rules/paid-twice.js'
import { priceAtMarket } from './rules/price-at-market.js'
import { publishedLate } from './rules/published-late.js'
import { rateAboveCap } from './rules/rate-above-cap.js'
import { refundOverdue } from './rules/refund-overdue.js'
import { returnNotPosted } from './rules/return-not-posted.js'
import { smallClass } from './rules/small-class.js'
import { teacherTwice } from './rules/teacher-twice.js'
import { teachersShareLow } from './rules/teachers-share-low.js'
import { withoutClearance } from './rules/without-clearance.js'

export const auditRules: readonly AuditRule[] = [
  chargeAboveCap,
  chargeUnfiled,
  chargeWaived,
  chargeNonApplicant,
  itemNotChosen,
  foreignAccount,
  hoursBeyondSessions,
  teacherTwice,
  rateAboveCap,
  teachersShareLow,
  declaredBeyondRecords,
  refundOverdue,
  carriedAgainstPolicy,
  booksDisagree,
  withoutClearance,
  institutionNotListed,
  forbiddenDay,
  cardShared,
  agencyFeeKept,
  priceAtMarket,
  emptyClass,
  smallClass,
  publishedLate,
  notDistributed,
  objectionLate,
  paidTwice,
  listAccountShared,
  returnNotPosted,
]

/** Those that run on what Kehou keeps. */
export const runningRules: readonly RunningRule[] = auditRules.filter((rule) => rule.waitsFor === null)

export const ruleOf: ReadonlyMap<string, AuditRule> = new Map(auditRules.map((rule) => [rule.code, rule]))
