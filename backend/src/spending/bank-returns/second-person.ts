/** Who imported a bank's file does not settle its lines by hand (不相容岗位分离): a delegate and the one who delegated count as one. Pure. */
import type { Actor } from '../../access/index.js'
import { behalfOf, partiesOf } from '../../audit/pure.js'
import type { BankReturn } from './bank-return.entity.js'

const reconciling = 'payment.reconcile'

/** In whose place the person imports and settles; null: on their own account. */
export const reconcilesFor = (actor: Actor): number | null => behalfOf(actor, reconciling)?.userId ?? null

/** Whether neither the person nor the one in whose place they act has a hand in the import. */
export function isSecondPerson(
  { importedById, importedForId }: Pick<BankReturn, 'importedById' | 'importedForId'>,
  actor: Actor,
): boolean {
  return !partiesOf(actor, reconciling).some((each) => each === importedById || each === importedForId)
}
