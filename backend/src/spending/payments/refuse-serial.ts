/** Does a bank's serial number stand elsewhere at the school (流水号查重)? One number is one movement of money. */
import { type EntityManager, In, Not } from 'typeorm'
import { School } from '../../organisation/index.js'
import { RuleBroken } from '../../platform/errors.js'
import { BankReturn } from '../bank-returns/bank-return.entity.js'
import { BankReturnLine } from '../bank-returns/bank-return-line.entity.js'
import { Correction } from '../corrections/correction.entity.js'
import { TreasuryReturn } from '../treasury-returns/treasury-return.entity.js'
import { Payment } from './payment.entity.js'

/** What has the number now, or is about to get it. */
export interface SerialOf {
  readonly schoolId: number
  readonly bankSerial: string
  readonly entity: 'payment' | 'correction' | 'treasury_return'
  readonly id: number
}

/**
 * Throws RuleBroken where another payment, correction or return of the school has this number. To be called when its chain
 * is held, so that of two with one number the second sees the first.
 */
export async function refuseSerialOfOther(
  tx: EntityManager,
  { schoolId, bankSerial, entity, id }: SerialOf,
): Promise<void> {
  const but = (of: SerialOf['entity']) => Not(entity === of ? id : 0)
  const payment = await tx.findOneBy(Payment, { schoolId, bankSerial, id: but('payment') })
  if (payment)
    throw new RuleBroken('funding.serial_taken', {
      bankSerial,
      payee: payment.payee,
      amountFen: payment.amountFen,
    })
  const correction = await tx.findOneBy(Correction, { schoolId, bankSerial, id: but('correction') })
  if (correction)
    throw new RuleBroken('funding.serial_of_correction', { bankSerial, amountFen: correction.amountFen })
  const back = await tx.findOneBy(TreasuryReturn, { schoolId, bankSerial, id: but('treasury_return') })
  if (back) throw new RuleBroken('funding.serial_of_return', { bankSerial, amountFen: back.amountFen })
}

/**
 * By hand, as a slip says it: no other document has the number, and no line of a bank's file speaks of it that is still
 * open. That line is dealt with first, where a second person is asked for; `ownLineId`: the line that this answers.
 */
export async function refuseSerial(
  tx: EntityManager,
  { ownLineId = null, ...of }: SerialOf & { readonly ownLineId?: number | null },
): Promise<void> {
  const { schoolId, bankSerial } = of
  const line = await tx
    .createQueryBuilder(BankReturnLine, 'line')
    .innerJoin(School, 'school', 'school.id = :schoolId', { schoolId })
    .innerJoin(BankReturn, 'file', 'file.id = line.bankReturnId')
    .where('line.serial = :bankSerial AND line.closedAt IS NULL', { bankSerial })
    .andWhere('line.id <> :ownLineId', { ownLineId: ownLineId ?? 0 })
    .andWhere(
      '(line.schoolId = :schoolId OR (line.schoolId IS NULL AND SUBSTR(school.regionCode, 1, LENGTH(file.regionCode)) = file.regionCode))',
    )
    .getOne()
  if (line) throw new RuleBroken('funding.serial_in_file', { bankSerial, rowNumber: line.rowNumber })
  await refuseSerialOfOther(tx, of)
}

/** Of these numbers those that stand on payments, corrections or returns of the schools. */
export async function serialsTaken(
  manager: EntityManager,
  schoolIds: readonly number[],
  serials: readonly string[],
): Promise<Set<string>> {
  if (schoolIds.length === 0 || serials.length === 0) return new Set()
  const where = { schoolId: In([...schoolIds]), bankSerial: In([...serials]) }
  const found: { bankSerial: string | null }[] = []
  for (const entity of [Payment, Correction, TreasuryReturn])
    found.push(
      ...(await manager.find<Payment | Correction | TreasuryReturn>(entity, {
        where,
        select: { bankSerial: true },
      })),
    )
  return new Set(found.flatMap(({ bankSerial }) => bankSerial ?? []))
}
