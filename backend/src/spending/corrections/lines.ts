/** What does a correction take, and where does it put it (更正明细)? Checked against where the payment stands now. */
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { Invalid, RuleBroken } from '../../platform/errors.js'
import { addFen, type Fen, fen } from '../../platform/money.js'
import { Allotment } from '../../ledger/index.js'
import { HomeClass } from '../../organisation/index.js'
import { allotmentsOf } from '../payments/lines.js'
import type { Payment } from '../payments/payment.entity.js'
import type { Correction } from './correction.entity.js'
import type { CorrectionKind } from './correction.states.js'
import { freeOf, placeKey, spentPlaces } from './spent-places.js'

export interface PlainLine {
  readonly allotmentId: number
  readonly account: string
  readonly amountFen: number
  readonly toAllotmentId?: number | null
  readonly toAccount?: string | null
}

/** A line as it is asked for, kept and told to the trail. */
export const toPlainLine = ({ allotmentId, account, amountFen, toAllotmentId, toAccount }: PlainLine) => ({
  allotmentId,
  account,
  amountFen: fen(amountFen),
  toAllotmentId: toAllotmentId ?? null,
  toAccount: toAccount ?? null,
})

/** All that a payment takes. */
export const wholeOf = ({ lines }: Payment): PlainLine[] =>
  lines!.map(({ allotmentId, account, amountFen }) => ({ allotmentId, account, amountFen }))

export const sumOf = (lines: readonly PlainLine[]): Fen =>
  addFen(fen(0), ...lines.map((line) => fen(line.amountFen)))

/** What is booked of it: of a reclassification once off, once on. */
export const bookedFen = ({ kind, amountFen }: Pick<Correction, 'kind' | 'amountFen'>): Fen =>
  kind === 'reclassification' ? addFen(amountFen, amountFen) : amountFen

export async function putLines(
  tx: EntityManager,
  { id, schoolId }: Correction,
  lines: readonly PlainLine[],
): Promise<void> {
  await insertRows(
    tx,
    'correction_line',
    lines.map((line, index) => ({
      correctionId: id,
      schoolId,
      number: index + 1,
      ...toPlainLine(line),
    })),
  )
}

/**
 * Under the lock of the payment. Throws Invalid where a reclassification does not say where to, or to where it is, or
 * another kind says so; RuleBroken where the payment has less there than the lines take.
 */
export async function checkLines(
  tx: EntityManager,
  actor: Actor,
  payment: Payment,
  kind: CorrectionKind,
  lines: readonly PlainLine[],
): Promise<void> {
  const moves = kind === 'reclassification'
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    const { toAllotmentId, toAccount } = toPlainLine(line)
    if (moves !== (toAllotmentId !== null && toAccount !== null))
      throw Invalid.field('lines', moves ? 'funding.correction_where_to' : 'funding.correction_no_move', {
        number,
      })
    if (moves && toAllotmentId === line.allotmentId && toAccount === line.account)
      throw Invalid.field('lines', 'funding.correction_same_place', { number })
  }
  const to = lines.flatMap(({ toAllotmentId }) => toAllotmentId ?? [])
  if (to.length > 0) {
    const allotments = await allotmentsOf(tx, actor, to, payment.schoolId)
    if (allotments.some(({ fiscalYear }) => fiscalYear !== payment.fiscalYear))
      throw Invalid.field('lines', 'funding.lines_one_year')
  }
  await requireFree(tx, payment.id, null, lines)
}

/** Throws RuleBroken where the lines take more of a place than stands there and is not held by another correction. */
export async function requireFree(
  tx: EntityManager,
  paymentId: number,
  but: number | null,
  lines: readonly PlainLine[],
): Promise<void> {
  const places = await spentPlaces(tx, paymentId, but)
  const taken = new Map<string, PlainLine & { amountFen: Fen }>()
  for (const line of lines) {
    const key = placeKey(line.allotmentId, line.account)
    taken.set(key, {
      ...line,
      amountFen: addFen(taken.get(key)?.amountFen ?? fen(0), fen(line.amountFen)),
    })
  }
  for (const [key, line] of taken) {
    const place = places.get(key)
    const freeFen = place ? freeOf(place) : fen(0)
    if (line.amountFen <= freeFen) continue
    throw new RuleBroken('funding.correction_too_much', {
      className: await classNameOf(tx, line.allotmentId),
      amountFen: line.amountFen,
      freeFen,
    })
  }
}

async function classNameOf(tx: EntityManager, allotmentId: number): Promise<string> {
  const found = await tx
    .createQueryBuilder(HomeClass, 'homeClass')
    .innerJoin(Allotment, 'allotment', 'allotment.homeClassId = homeClass.id')
    .where('allotment.id = :allotmentId', { allotmentId })
    .getOne()
  return found?.name ?? '–'
}
