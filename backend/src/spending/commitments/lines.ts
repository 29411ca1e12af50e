/** What does a commitment take from which class (合同明细), and what of it is still to be paid? */
import { type EntityManager, In } from 'typeorm'
import { HomeClass } from '../../organisation/index.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { addFen, type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import { Allotment } from '../../ledger/index.js'
import { Fund } from '../../entitlement/index.js'
import { Payment } from '../payments/payment.entity.js'
import { PaymentLine } from '../payments/payment-line.entity.js'
import { heldStates } from '../payments/payment.states.js'
import type { Commitment } from './commitment.entity.js'
import { CommitmentLine } from './commitment-line.entity.js'

export interface PlainLine {
  readonly allotmentId: number
  readonly account: string
  readonly amountFen: number
}

/** A line as it is asked for, kept and told to the trail. */
export const toPlainLine = ({ allotmentId, account, amountFen }: PlainLine) => ({
  allotmentId,
  account,
  amountFen: fen(amountFen),
})

export const placeOf = ({ allotmentId, account }: Omit<PlainLine, 'amountFen'>): string =>
  `${allotmentId}/${account}`

/** Reads the lines of these commitments into them, with the money on which they draw, in one statement. */
export async function readLines(manager: EntityManager, commitments: readonly Commitment[]): Promise<void> {
  if (commitments.length === 0) return
  const lines = await manager
    .createQueryBuilder(CommitmentLine, 'line')
    .innerJoinAndMapOne('line.allotment', Allotment, 'allotment', 'allotment.id = line.allotmentId')
    .innerJoinAndMapOne('allotment.homeClass', HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
    .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
    .where({ commitmentId: In(commitments.map(({ id }) => id)) })
    .orderBy('line.commitmentId')
    .addOrderBy('line.number')
    .getMany()
  const own = new Map<number, CommitmentLine[]>(commitments.map(({ id }) => [id, []]))
  for (const line of lines) own.get(line.commitmentId)!.push(line)
  for (const commitment of commitments) commitment.lines = own.get(commitment.id)!
}

export async function putLines(
  tx: EntityManager,
  { id, schoolId }: Pick<Commitment, 'id' | 'schoolId'>,
  given: readonly PlainLine[],
): Promise<void> {
  await insertRows(
    tx,
    'commitment_line',
    given.map((line, index) => ({ commitmentId: id, schoolId, number: index + 1, ...toPlainLine(line) })),
  )
}

/** What payments that were handed in have taken over of a place of a commitment, and what of it the bank has paid. */
export interface Drawn {
  readonly drawnFen: Fen
  readonly paidFen: Fen
}

/** By commitment and place. What a correction has moved or brought back later does not come back to the commitment. */
export async function drawnOf(
  manager: EntityManager,
  commitmentIds: readonly number[],
): Promise<Map<number, Map<string, Drawn>>> {
  const drawn = new Map<number, Map<string, Drawn>>(commitmentIds.map((id) => [id, new Map()]))
  if (commitmentIds.length === 0) return drawn
  const rows = await manager
    .createQueryBuilder(PaymentLine, 'line')
    .innerJoin(Payment, 'payment', 'payment.id = line.paymentId')
    .select([
      'payment.commitmentId AS commitmentId',
      'line.allotmentId AS allotmentId',
      'line.account AS account',
      'SUM(line.amountFen) AS drawnFen',
      "SUM(CASE WHEN payment.status = 'paid' THEN line.amountFen ELSE 0 END) AS paidFen",
    ])
    .where('payment.commitmentId IN (:...commitmentIds) AND payment.status IN (:...held)', {
      commitmentIds: [...commitmentIds],
      held: [...heldStates],
    })
    .groupBy('payment.commitmentId')
    .addGroupBy('line.allotmentId')
    .addGroupBy('line.account')
    .getRawMany<{
      commitmentId: number
      allotmentId: number
      account: string
      drawnFen: string | number
      paidFen: string | number
    }>()
  for (const row of rows)
    drawn
      .get(row.commitmentId)!
      .set(placeOf(row), { drawnFen: toFen(row.drawnFen), paidFen: toFen(row.paidFen) })
  return drawn
}

/** What of a line is still to be paid. */
export const remainingOf = (line: CommitmentLine, drawn: ReadonlyMap<string, Drawn>): Fen =>
  subtractFen(line.amountFen, drawn.get(placeOf(line))?.drawnFen ?? fen(0))

export const sumOf = (lines: readonly PlainLine[]): Fen =>
  addFen(fen(0), ...lines.map(({ amountFen }) => fen(amountFen)))
