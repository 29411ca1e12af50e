/** Is a bank's serial number the one of a return to the treasury (流水号查重)? One number is one movement of money. */
import { type EntityManager, Not } from 'typeorm'
import { RuleBroken } from '../../platform/errors.js'
import { TreasuryReturn } from './treasury-return.entity.js'

/** To be called when the school's chain is held, so that of two with one number the second sees the first. `but`: the return itself. */
export async function refuseSerialOfReturn(
  tx: EntityManager,
  { schoolId, bankSerial }: { readonly schoolId: number; readonly bankSerial: string },
  but = 0,
): Promise<void> {
  const other = await tx.findOneBy(TreasuryReturn, { schoolId, bankSerial, id: Not(but) })
  if (other) throw new RuleBroken('funding.serial_of_return', { bankSerial, amountFen: other.amountFen })
}
