/** What should somebody look at in the money of a class or school (资金预警)? Pure: figures and days in, warnings out. */
import { addDays, daysBetween, type LocalDate } from '../../platform/calendar.js'
import { addFen, type Fen, fractionOfFen } from '../../platform/money.js'
import { availableOf, leftOf, type Standing } from '../../ledger/index.js'

export const warningCodes = [
  'distribution_overdue',
  'spending_overdue',
  'unspent_near_end',
  'pace_fast',
  'pace_slow',
  'nearly_used',
  'not_entitled',
] as const
export type WarningCode = (typeof warningCodes)[number]

export interface Warning {
  readonly code: WarningCode
  readonly params: Readonly<Record<string, string | number>>
}

export interface Watched extends Standing {
  readonly entitledFen: Fen
}

/** What the days are judged by; the same for all classes of a school and fund. */
export interface Calendar {
  readonly today: LocalDate
  /** The day of the first receipt, or the first day of the year where money was carried over. */
  readonly startsOn: LocalDate
  /** The last day for spending: of the notice, of the policy or of the year. */
  readonly endsOn: LocalDate
  /** The first receipt that no approved scheme has put on the classes; null where there is none. */
  readonly waitingSinceOn: LocalDate | null
  /** Null where the policy sets no limit. */
  readonly distributionDays: number | null
}

const share = { fastAhead: 200, slowBehind: 400, nearlyUsed: 800 } as const
const nearDays = 60
/** Before this part of the period has passed, nobody is called slow or fast. */
const quietPerMille = 250

/** Of a class; `pot` of the school's own money that stands on no class. */
export function warningsOf(standing: Watched, calendar: Calendar, kind: 'class' | 'pot'): Warning[] {
  const [availableFen, leftFen, usedFen] = [
    availableOf(standing),
    leftOf(standing),
    addFen(standing.committedFen, standing.spentFen),
  ]
  const near = ending(leftFen, calendar)
  if (kind === 'pot') return [...overdue(leftFen, calendar), ...near]
  if (availableFen <= 0) return []
  const pace = near.length > 0 ? [] : paceOf({ availableFen, usedFen, leftFen }, calendar)
  const isNearlyUsed = usedFen >= fractionOfFen(availableFen, share.nearlyUsed, 1000)
  return [
    ...near,
    ...pace,
    ...(isNearlyUsed && leftFen > 0
      ? [{ code: 'nearly_used' as const, params: { usedFen, availableFen, leftFen } }]
      : []),
    ...(standing.entitledFen === 0 ? [{ code: 'not_entitled' as const, params: { availableFen } }] : []),
  ]
}

// Days are counted once for all classes that share a calendar.
const counted = new WeakMap<Calendar, { daysLeft: number; passed: number }>()

function daysOf(calendar: Calendar): { daysLeft: number; passed: number } {
  let days = counted.get(calendar)
  if (!days)
    counted.set(
      calendar,
      (days = { daysLeft: daysBetween(calendar.today, calendar.endsOn), passed: passedPerMille(calendar) }),
    )
  return days
}

function overdue(leftFen: Fen, { today, waitingSinceOn, distributionDays }: Calendar): Warning[] {
  if (leftFen <= 0 || waitingSinceOn === null || distributionDays === null) return []
  const dueOn = addDays(waitingSinceOn, distributionDays)
  return today > dueOn
    ? [{ code: 'distribution_overdue', params: { leftFen, dueOn, days: daysBetween(dueOn, today) } }]
    : []
}

function ending(leftFen: Fen, calendar: Calendar): Warning[] {
  if (leftFen <= 0) return []
  const { endsOn } = calendar
  const days = daysOf(calendar).daysLeft
  if (days < 0) return [{ code: 'spending_overdue', params: { leftFen, endsOn } }]
  return days <= nearDays ? [{ code: 'unspent_near_end', params: { leftFen, endsOn, days } }] : []
}

// What is used against the part of the period that has passed.
function paceOf(
  { availableFen, usedFen, leftFen }: { availableFen: Fen; usedFen: Fen; leftFen: Fen },
  calendar: Calendar,
): Warning[] {
  const { passed } = daysOf(calendar)
  if (passed < quietPerMille || leftFen === 0) return []
  const params = { usedFen, availableFen, percent: Math.round(passed / 10) }
  if (usedFen > fractionOfFen(availableFen, passed + share.fastAhead, 1000))
    return [{ code: 'pace_fast', params }]
  return passed > share.slowBehind && usedFen < fractionOfFen(availableFen, passed - share.slowBehind, 1000)
    ? [{ code: 'pace_slow', params }]
    : []
}

export function passedPerMille({
  today,
  startsOn,
  endsOn,
}: Pick<Calendar, 'today' | 'startsOn' | 'endsOn'>): number {
  const [whole, passed] = [daysBetween(startsOn, endsOn) + 1, daysBetween(startsOn, today) + 1]
  return whole <= 0 ? 1000 : Math.max(0, Math.min(1000, Math.floor((passed * 1000) / whole)))
}
