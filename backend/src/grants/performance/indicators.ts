/** What is promised and later compared (绩效指标): quantity, quality, satisfaction, cost. Pure. */
import { type Fen, fractionOfFen } from '../../platform/money.js'

/** In the order of the table; the unit is that of the number. */
export const indicators = [
  'classes',
  'students',
  'sessions',
  'participantsPerMille',
  'satisfactionPerMille',
  'costPerClassFen',
  'costPerStudentFen',
] as const
export type Indicator = (typeof indicators)[number]

/** Null: not set, or not to be had. */
export type Figures = Readonly<Record<Indicator, number | null>>

export const kindOf: Readonly<Record<Indicator, 'quantity' | 'quality' | 'satisfaction' | 'cost'>> = {
  classes: 'quantity',
  students: 'quantity',
  sessions: 'quantity',
  participantsPerMille: 'quality',
  satisfactionPerMille: 'satisfaction',
  costPerClassFen: 'cost',
  costPerStudentFen: 'cost',
}

/** Of costs no more was promised, of all else no less. Null where there is nothing to compare. */
export function isReached(indicator: Indicator, target: number | null, value: number | null): boolean | null {
  if (target === null || value === null) return null
  return kindOf[indicator] === 'cost' ? value <= target : value >= target
}

export interface Counted {
  readonly classes: number
  readonly enrolled: number
  readonly participants: number
  readonly sessions: number
}

/** What counts and money come to; a share of nobody and a cost of nothing are none. */
export function figuresOf(
  { classes, enrolled, participants, sessions }: Counted,
  amount: Fen,
  satisfactionPerMille: number | null,
): Figures {
  return {
    classes,
    students: participants,
    sessions,
    participantsPerMille:
      enrolled === 0 ? null : Math.min(1000, Math.floor((participants * 2000 + enrolled) / (2 * enrolled))),
    satisfactionPerMille,
    costPerClassFen: classes === 0 ? null : fractionOfFen(amount, 1, classes),
    costPerStudentFen: participants === 0 ? null : fractionOfFen(amount, 1, participants),
  }
}

/** What a person says instead, on what is proposed. */
export function withSaid(proposed: Figures, said: Partial<Figures> = {}): Figures {
  return Object.fromEntries(
    indicators.map((each) => [each, said[each] === undefined ? proposed[each] : said[each]]),
  ) as Figures
}

export const differs = (one: Figures, other: Figures): boolean =>
  indicators.some((each) => one[each] !== other[each])
