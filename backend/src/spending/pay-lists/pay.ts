/** How much does a person of a pay list get (发放金额), and what of it from which class? Exact to the fen. Pure. */
import { addFen, type Fen, fen, fractionOfFen, shareOut } from '../../platform/money.js'

/** What is wrong with one person of a list; `field` is a field of the entry. */
export interface PayProblem {
  readonly field: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface AskedPay {
  readonly hoursHundredths?: number | null | undefined
  readonly rateFen?: number | null | undefined
  readonly amountFen?: number | null | undefined
}

export interface AskedLine {
  readonly allotmentId: number
  readonly account: string
  readonly lessonCount?: number | null | undefined
  readonly amountFen?: number | null | undefined
}

export interface PaidLine {
  readonly allotmentId: number
  readonly account: string
  readonly amountFen: Fen
  readonly lessonCount: number | null
}

export interface Pay {
  readonly amountFen: Fen
  readonly lines: readonly PaidLine[]
}

const isSaid = (value: number | null | undefined): value is number => value !== null && value !== undefined

export const isProblem = (answer: Pay | Fen | PayProblem): answer is PayProblem =>
  typeof answer === 'object' && 'code' in answer

const wrong = (
  field: string,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): PayProblem => ({ field, code, params })

/** Hours × rate, halves of a fen rounded up; what is typed beside them must be the same. */
export function amountOf({ hoursHundredths, rateFen, amountFen }: AskedPay): Fen | PayProblem {
  const worked =
    isSaid(hoursHundredths) && isSaid(rateFen) ? fractionOfFen(fen(rateFen), hoursHundredths, 100) : null
  const typed = isSaid(amountFen) ? fen(amountFen) : null
  if (worked !== null && typed !== null && typed !== worked)
    return wrong('amountFen', 'funding.pay_list_other_amount', { amountFen: typed, workedFen: worked })
  const pay = worked ?? typed
  return pay === null || pay === 0 ? wrong('amountFen', 'funding.pay_list_no_amount') : pay
}

/**
 * Where no line says its amount, the whole is shared by the class-hours of the lines, or evenly; a line that gets
 * nothing is left out. Class-hours of a payment are whole: a begun one counts.
 */
export function payOf(asked: AskedPay & { readonly lines: readonly AskedLine[] }): Pay | PayProblem {
  const amountFen = amountOf(asked)
  if (isProblem(amountFen)) return amountFen
  const { lines, hoursHundredths } = asked
  const said = lines.filter((line) => isSaid(line.amountFen))
  if (said.length === 0) return { amountFen, lines: shared(amountFen, hoursHundredths ?? null, lines) }
  if (said.length < lines.length) return wrong('lines', 'funding.pay_list_some_amounts')
  const sumFen = addFen(fen(0), ...said.map((line) => fen(line.amountFen!)))
  if (sumFen !== amountFen) return wrong('lines', 'funding.pay_list_lines_sum', { sumFen, amountFen })
  return {
    amountFen,
    lines: lines.map(({ allotmentId, account, lessonCount, amountFen: own }) => ({
      allotmentId,
      account,
      amountFen: fen(own!),
      lessonCount: lessonCount ?? null,
    })),
  }
}

function shared(
  amountFen: Fen,
  hoursHundredths: number | null,
  lines: readonly AskedLine[],
): readonly PaidLine[] {
  const lessons = lessonsOf(hoursHundredths, lines)
  const amounts = shareOut(
    amountFen,
    lessons.some((count) => count !== null) ? lessons.map((count) => count ?? 0) : lines.map(() => 1),
  )
  return lines
    .map(({ allotmentId, account }, index) => ({
      allotmentId,
      account,
      amountFen: amounts[index]!,
      lessonCount: lessons[index]!,
    }))
    .filter((line) => line.amountFen > 0)
}

function lessonsOf(hoursHundredths: number | null, lines: readonly AskedLine[]): (number | null)[] {
  if (lines.some(({ lessonCount }) => isSaid(lessonCount)))
    return lines.map(({ lessonCount }) => lessonCount ?? null)
  if (hoursHundredths === null) return lines.map(() => null)
  return shareOut(
    fen(Math.ceil(hoursHundredths / 100)),
    lines.map(() => 1),
  ).map((count) => (count === 0 ? null : count))
}
