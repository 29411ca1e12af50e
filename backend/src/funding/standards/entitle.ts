/** What is a school entitled to (应得经费)? A pure function of frozen inputs and one standard, explained line by line. */
import { addFen, type Fen, fractionOfFen, shareOut } from '../../platform/money.js'

export interface CountedClass {
  readonly homeClassId: number
  readonly className: string
  readonly studentCount: number
}

export interface PerClassRule {
  /** For one class and a whole year. */
  readonly amountFen: Fen
  /** Months of twelve that are granted. */
  readonly months: number
}

export interface Entitlement {
  readonly lines: readonly { readonly homeClassId: number; readonly className: string; readonly studentCount: number; readonly amountFen: Fen }[]
  readonly totalFen: Fen
  readonly perClassFen: Fen
}

/** classes × standard × months ÷ 12; each class's amount is rounded once, so that the total is the sum of its lines. */
export function entitle(classes: readonly CountedClass[], rule: PerClassRule): Entitlement {
  const perClassFen = fractionOfFen(rule.amountFen, rule.months, 12)
  const lines = classes.map(({ homeClassId, className, studentCount }) => ({ homeClassId, className, studentCount, amountFen: perClassFen }))
  return { lines, totalFen: addFen(...lines.map((line) => line.amountFen)), perClassFen }
}

/** The two purposes of one class's money: the service's share per mille, the rest for the other; the parts add up. */
export function splitByPurpose(amountFen: Fen, serviceSharePerMille: number): { serviceFen: Fen; otherFen: Fen } {
  if (amountFen === 0) return { serviceFen: amountFen, otherFen: amountFen }
  const [serviceFen, otherFen] = shareOut(amountFen, [serviceSharePerMille, 1000 - serviceSharePerMille])
  return { serviceFen: serviceFen!, otherFen: otherFen! }
}
