/** What is said when something is due (提醒内容), to whom, and how often before the day. Pure. */
import type { School } from '../../organisation/index.js'
import { type Fen, printYuan } from '../../platform/money.js'
import type { Finding } from '../audit-rules/finding.entity.js'
import type { Fund } from '../../entitlement/index.js'

/** Days before the deadline on which a word is sent; -1: once when it has passed. */
const steps = [14, 7, 3, 0, -1]
export const firstStep = steps[0]!

/** The step whose day has come: the smallest that is not yet over; null while it is too early. */
export function stepOf(daysLeft: number): number | null {
  if (daysLeft < 0) return -1
  return [...steps].reverse().find((step) => step >= daysLeft) ?? null
}

export interface Deadline {
  readonly kind: 'declaration_due' | 'estimate_due' | 'spending_due'
  readonly fund: Fund
  readonly fiscalYear: number
  readonly regionCode: string
  readonly dueOn: string
}

export interface Word {
  readonly uniqueKey: string
  readonly regionCode: string
  readonly schoolId: number | null
  readonly permission: string
  readonly kind: string
  readonly fundId: number | null
  readonly fiscalYear: number | null
  readonly params: Readonly<Record<string, string | number | null>>
  readonly entity: string
  readonly entityId: number | null
  readonly dueOn: string
  readonly sentById: number | null
}

const concerns = {
  declaration_due: { permission: 'declaration.write', entity: 'declaration' },
  estimate_due: { permission: 'estimate.write', entity: 'estimate' },
  spending_due: { permission: 'payment.request', entity: 'payment' },
} as const

/** To a school about a fund's year; `step` makes it another word than the one before. */
export function wordTo(
  school: School,
  { kind, fund, fiscalYear, dueOn }: Deadline,
  step: string,
  leftFen?: Fen,
): Word {
  return {
    uniqueKey: `${kind}:${fund.id}:${fiscalYear}:${school.id}:${dueOn}:${step}`,
    regionCode: school.regionCode,
    schoolId: school.id,
    ...concerns[kind],
    kind,
    fundId: fund.id,
    fiscalYear,
    params: {
      fund: fund.name,
      fundId: fund.id,
      year: fiscalYear,
      dueOn,
      ...(leftFen === undefined ? {} : { left: printYuan(leftFen) }),
    },
    entityId: null,
    dueOn,
    sentById: null,
  }
}

/** To those who mend a finding. */
export function wordOf(finding: Finding, ruleName: string, step: number): Word {
  return {
    uniqueKey: `finding_due:${finding.id}:${finding.dueOn}:${step}`,
    regionCode: finding.regionCode,
    schoolId: finding.schoolId,
    permission: finding.schoolId === null ? 'finding.assign' : 'finding.rectify',
    kind: 'finding_due',
    fundId: null,
    fiscalYear: null,
    params: { rule: ruleName, owner: finding.ownerName, dueOn: finding.dueOn },
    entity: 'finding',
    entityId: finding.id,
    dueOn: finding.dueOn!,
    sentById: null,
  }
}
