/** What is left of a standing (可用余额)? The one definition of balance. Pure. */
import { addFen, type Fen, subtractFen } from '../../platform/money.js'
import type { Allotment } from './allotment.entity.js'

export type Standing = Pick<
  Allotment,
  'receivedFen' | 'carriedFen' | 'returnedFen' | 'committedFen' | 'spentFen'
>

/** What may be spent in all. */
export function availableOf({
  receivedFen,
  carriedFen,
  returnedFen,
}: Pick<Standing, 'receivedFen' | 'carriedFen' | 'returnedFen'>): Fen {
  return subtractFen(addFen(receivedFen, carriedFen), returnedFen)
}

/** What may still be committed. */
export function leftOf(standing: Standing): Fen {
  return subtractFen(subtractFen(availableOf(standing), standing.committedFen), standing.spentFen)
}

/** The same in SQL, for a sum over many or a comparison. */
export const leftInSql = (table: string): string =>
  `${table}.receivedFen + ${table}.carriedFen - ${table}.returnedFen - ${table}.committedFen - ${table}.spentFen`
