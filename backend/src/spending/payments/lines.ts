/** What do payments take from which class (支付明细)? Read with the payments, checked and replaced as a whole. */
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { HomeClass, scoped } from '../../organisation/index.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { Invalid, NotFound, StateConflict } from '../../platform/errors.js'
import { addFen, type Fen, fen } from '../../platform/money.js'
import { Allotment } from '../../ledger/index.js'
import { Fund } from '../../entitlement/index.js'
import type { Payment } from './payment.entity.js'
import { PaymentLine } from './payment-line.entity.js'
import type { PaymentLineIn } from './payments.dto.js'

export interface CheckedLines {
  readonly schoolId: number
  readonly fiscalYear: number
  readonly amountFen: Fen
}

/** Reads the lines of these payments into them, with the money on which they draw, in one statement. */
export async function readLines(manager: EntityManager, payments: readonly Payment[]): Promise<void> {
  if (payments.length === 0) return
  const lines = await manager
    .createQueryBuilder(PaymentLine, 'line')
    .innerJoinAndMapOne('line.allotment', Allotment, 'allotment', 'allotment.id = line.allotmentId')
    .innerJoinAndMapOne('allotment.homeClass', HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
    .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
    .where('line.paymentId IN (:...ids)', { ids: payments.map(({ id }) => id) })
    .orderBy('line.paymentId')
    .addOrderBy('line.number')
    .getMany()
  const byPayment = new Map<number, PaymentLine[]>(payments.map(({ id }) => [id, []]))
  for (const line of lines) byPayment.get(line.paymentId)!.push(line)
  for (const payment of payments) payment.lines = byPayment.get(payment.id)!
}

/**
 * What the lines come to. Throws NotFound for money out of the actor's scope or of no class, Invalid where they take that
 * of two schools or years, or one class's money twice under one account.
 */
export async function checkLines(
  tx: EntityManager,
  actor: Actor,
  given: readonly PaymentLineIn[],
  ofSchool?: number,
): Promise<CheckedLines> {
  const ids = given.map(({ allotmentId }) => allotmentId)
  const { fiscalYear, schoolId } = (await allotmentsOf(tx, actor, ids, ofSchool))[0]!
  const names = given.map(({ allotmentId, account }) => `${allotmentId}/${account}`)
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (twice >= 0)
    throw Invalid.field('lines', 'funding.line_twice', {
      first: names.indexOf(names[twice]!) + 1,
      second: twice + 1,
    })
  return { schoolId, fiscalYear, amountFen: addFen(fen(0), ...given.map((each) => fen(each.amountFen))) }
}

/** The money of classes that these name, in their order, each once, with its class. Throws as `checkLines` does. */
export async function allotmentsOf(
  manager: EntityManager,
  actor: Actor,
  given: readonly number[],
  ofSchool?: number,
): Promise<Allotment[]> {
  const ids = [...new Set(given)]
  const found = await scoped(manager.createQueryBuilder(Allotment, 'allotment'), actor)
    .innerJoinAndMapOne('allotment.homeClass', HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
    .andWhere('allotment.id IN (:...ids)', { ids })
    .getMany()
  const known = new Map(found.map((each) => [each.id, each]))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw new NotFound('allotment', missing)
  const { fiscalYear, schoolId } = found[0]!
  if (found.some((each) => each.schoolId !== (ofSchool ?? schoolId)))
    throw Invalid.field('lines', 'funding.lines_one_school')
  if (found.some((each) => each.fiscalYear !== fiscalYear))
    throw Invalid.field('lines', 'funding.lines_one_year')
  return ids.map((id) => known.get(id)!)
}

export async function putLines(
  tx: EntityManager,
  { id, schoolId }: Pick<Payment, 'id' | 'schoolId'>,
  given: readonly PaymentLineIn[],
): Promise<void> {
  await insertRows(
    tx,
    'payment_line',
    given.map((line, index) => ({
      paymentId: id,
      schoolId,
      number: index + 1,
      ...toPlainLine(line),
    })),
  )
}

/** All of them anew, where nobody has changed them since they were read. */
export async function replaceLines(
  tx: EntityManager,
  payment: Payment,
  given: readonly PaymentLineIn[],
): Promise<void> {
  const removed = await tx.delete(PaymentLine, { id: In(payment.lines!.map(({ id }) => id)) })
  if (removed.affected !== payment.lines!.length) throw new StateConflict('state.conflict')
  await putLines(tx, payment, given)
}

export type PlainLine = Omit<PaymentLineIn, 'account'> & { account: string }

/** A line as it is asked for, kept and told to the trail. */
export const toPlainLine = ({ allotmentId, account, amountFen, lessonCount }: PlainLine) => ({
  allotmentId,
  account,
  amountFen: fen(amountFen),
  lessonCount: lessonCount ?? null,
})

/** What lines take from each allotment. */
export function takenBy(lines: readonly Pick<PaymentLine, 'allotmentId' | 'amountFen'>[]): Map<number, Fen> {
  const taken = new Map<number, Fen>()
  for (const { allotmentId, amountFen } of lines)
    taken.set(allotmentId, addFen(taken.get(allotmentId) ?? fen(0), amountFen))
  return taken
}
