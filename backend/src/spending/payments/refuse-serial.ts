/** Does a bank's serial number stand elsewhere at the school (流水号查重)? One number is one movement of money. */
import { type EntityManager, Not } from 'typeorm'
import { RuleBroken } from '../../platform/errors.js'
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
