/** How much of a year's money is set aside for the treasury and has not reached it (等上缴)? */
import { type EntityManager, Not } from 'typeorm'
import { addFen, fen, type Fen } from '../../platform/money.js'
import { TreasuryReturn } from './treasury-return.entity.js'

export async function waitingFen(
  manager: EntityManager,
  { schoolId, fundId, fiscalYear }: Pick<TreasuryReturn, 'schoolId' | 'fundId' | 'fiscalYear'>,
): Promise<Fen> {
  const waiting = await manager.findBy(TreasuryReturn, {
    schoolId,
    fundId,
    fiscalYear,
    status: Not('returned'),
  })
  return addFen(fen(0), ...waiting.map(({ amountFen }) => amountFen))
}
