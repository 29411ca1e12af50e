/** What should whoever decides on a payment look at twice (异常提示)? Pure: facts in, codes out. */
import type { LocalDate } from '../../platform/calendar.js'
import { type Fen, fractionOfFen, multiplyFen } from '../../platform/money.js'
import type { PaymentStatus } from './payment.states.js'

export const unusualCodes = [
  'over_left',
  'new_payee',
  'account_changed',
  'account_of_other',
  'round_sum',
  'most_of_money',
  'class_without_pupils',
  'without_invoice',
  'over_left_too',
  'most_of_money_too',
  'class_without_pupils_too',
] as const
export type UnusualCode = (typeof unusualCodes)[number]

export interface Unusual {
  readonly code: UnusualCode
  readonly params: Readonly<Record<string, string | number>>
}

export interface UnusualFacts {
  readonly status: PaymentStatus
  readonly amountFen: Fen
  readonly classes: readonly UnusualClass[]
  /** What it buys, as far as it pays for things or services and not people; to anybody but a person of the school's payees. */
  readonly bought: { readonly invoiceCount: number; readonly amountFen: Fen } | null
  readonly last4: string | null
  /** When the bank has last paid into this account; null: never. */
  readonly lastPaidOn: LocalDate | null
  /** Who has last put in another account of this payee, and when. */
  readonly changed: { readonly on: LocalDate; readonly by: string } | null
  /** Under which other names the account stands in the school. */
  readonly accountAlsoOf: readonly string[]
}

/** What it takes from one class for one purpose, what that may spend in all and has left now, and its pupils. */
export interface UnusualClass {
  readonly className: string
  readonly amountFen: Fen
  readonly availableFen: Fen
  readonly leftFen: Fen
  readonly pupilCount: number
}

/** In these states somebody still decides on it. */
export const decided: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>([
  'draft',
  'submitted',
  'approved',
  'failed',
])

const thousandYuan = 100_000
const mostPerMille = 800
const mostNamed = 3

export function unusualOf(facts: UnusualFacts): Unusual[] {
  if (!decided.has(facts.status)) return []
  const { status, amountFen, classes, bought } = facts
  const isOver = (each: UnusualClass) => status === 'draft' && each.amountFen > each.leftFen
  const isMost = (each: UnusualClass) =>
    !isOver(each) && each.amountFen > fractionOfFen(each.availableFen, mostPerMille, 1000)
  return [
    ...named('over_left', classes.filter(isOver), ({ className, amountFen: asked, leftFen }) => ({
      className,
      amountFen: asked,
      leftFen,
    })),
    ...ofAccount(facts),
    ...ofOthers(facts),
    ...(isRound(amountFen) ? [{ code: 'round_sum' as const, params: { amountFen } }] : []),
    ...named('most_of_money', classes.filter(isMost), ({ className, amountFen: asked, availableFen }) => ({
      className,
      amountFen: asked,
      availableFen,
    })),
    ...named(
      'class_without_pupils',
      classes.filter(({ pupilCount }) => pupilCount === 0),
      ({ className }) => ({ className }),
    ),
    ...(bought && bought.invoiceCount === 0
      ? [{ code: 'without_invoice' as const, params: { amountFen: bought.amountFen } }]
      : []),
  ]
}

/** Some classes by name, the others counted: a bill of every class stays readable. */
function named(
  code: 'over_left' | 'most_of_money' | 'class_without_pupils',
  classes: readonly UnusualClass[],
  paramsOf: (each: UnusualClass) => Unusual['params'],
): Unusual[] {
  const others = classes.length - mostNamed
  return [
    ...classes.slice(0, mostNamed).map((each) => ({ code, params: paramsOf(each) })),
    ...(others > 0 ? [{ code: `${code}_too` as const, params: { count: others } }] : []),
  ]
}

const isRound = (amountFen: Fen) =>
  multiplyFen(fractionOfFen(amountFen, 1, thousandYuan), thousandYuan) === amountFen

function ofOthers({ last4, accountAlsoOf }: UnusualFacts): Unusual[] {
  if (last4 === null || accountAlsoOf.length === 0) return []
  return [
    { code: 'account_of_other', params: { last4, names: accountAlsoOf.slice(0, mostNamed).join('、') } },
  ]
}

function ofAccount({ last4, lastPaidOn, changed }: UnusualFacts): Unusual[] {
  if (last4 === null) return []
  if (changed !== null && (lastPaidOn === null || lastPaidOn < changed.on))
    return [{ code: 'account_changed', params: { last4, on: changed.on, by: changed.by } }]
  return lastPaidOn === null ? [{ code: 'new_payee', params: { last4 } }] : []
}
