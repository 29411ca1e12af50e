import { Type } from 'class-transformer'
import { Matches, Max, Min } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import type { Fen } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import type { NotEntitledReason } from './choose-standards.js'
import type { Entitlement } from './entitle.js'
import { periodKeyForm } from './periods.js'
import { explainEntitlement, explainLine } from './explain.js'
import {
  type CountedClass,
  type CountedSchool,
  type FundingRule,
  notRunning,
  type NotRunning,
  type PayingLevel,
} from './rules.js'

export class EntitlementQuery {
  @Type(() => Number)
  @IsInt()
  schoolId!: number

  @Type(() => Number)
  @IsInt()
  fundId!: number

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  /** One period of the year, where the fund is declared by periods. */
  @Optional()
  @Matches(periodKeyForm)
  periodKey?: string
}

export class MonthCountOut {
  /** 'YYYY-MM' */
  month!: string
  count!: number
}

export class CountsOut {
  enrolled!: number
  participants!: number
  participantMonths!: MonthCountOut[]
  sessions!: number
  waived!: number
  waivedFen!: number
  /** Why it does not count as a class; null where it does. */
  notRunning!: NotRunning | null
}

export function toCountsOut(counted: CountedClass): CountsOut {
  const { enrolled, participants, participantMonths, sessions, waived, waivedFen } = counted
  return {
    enrolled,
    participants,
    participantMonths: participantMonths.map(({ month, count }) => ({ month, count })),
    sessions,
    waived,
    waivedFen: waivedFen ?? 0,
    notRunning: notRunning(counted),
  }
}

export class LevelAmountOut {
  level!: PayingLevel
  amountFen!: number
}

export function toLevelAmountOut({
  level,
  amountFen,
}: {
  level: PayingLevel
  amountFen: Fen
}): LevelAmountOut {
  return { level, amountFen }
}

export class EntitlementLineOut {
  homeClassId!: number
  className!: string
  counts!: CountsOut
  amountFen!: number
  sentence!: string
}

export class NotEntitledOut {
  code!: NotEntitledReason
  sentence!: string
}

export class EntitlementOut {
  schoolId!: number
  schoolName!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  countedOn!: string
  /** Why nothing can be claimed at all; null where the school is entitled, be it to 0. */
  notEntitled!: NotEntitledOut | null
  totalFen!: number | null
  sentences!: string[]
  levels!: LevelAmountOut[]
  lines!: EntitlementLineOut[]
  standardIds!: number[]
}

export function toEntitlementOut(
  counted: CountedSchool,
  rules: readonly FundingRule[],
  entitlement: Entitlement,
  language: Language,
): Pick<EntitlementOut, 'totalFen' | 'sentences' | 'levels' | 'lines' | 'standardIds'> {
  const counts = new Map(counted.classes.map((each) => [each.homeClassId, each]))
  return {
    totalFen: entitlement.totalFen,
    sentences: explainEntitlement(entitlement, rules, language),
    levels: entitlement.levels.map(toLevelAmountOut),
    standardIds: rules.map((rule) => rule.standardId),
    lines: entitlement.lines.map((line) => ({
      homeClassId: line.homeClassId,
      className: line.className,
      counts: toCountsOut(counts.get(line.homeClassId)!),
      amountFen: line.amountFen,
      sentence: explainLine(line, entitlement, language),
    })),
  }
}
