/** Under which other names does an account stand in a school (账户是否还有别的户名)? In its payees, and in payments that are not over without being paid. */
import { type EntityManager, In } from 'typeorm'
import { sameName } from '../bank-returns/same-payee.js'
import { Payment } from '../payments/payment.entity.js'
import { Payee } from './payee.entity.js'

export interface NamedAccount {
  readonly payeeId: number | null
  readonly name: string
  readonly accountHash: string
}

/** The names by account; an account with one name is not among them. A payee that was renamed is one, not two. */
export async function otherNames(
  manager: EntityManager,
  schoolId: number,
  accounts: readonly NamedAccount[],
): Promise<Map<string, string[]>> {
  const hashes = [...new Set(accounts.map(({ accountHash }) => accountHash))]
  if (hashes.length === 0) return new Map()
  const payees = await manager.find(Payee, { where: { schoolId, accountHash: In(hashes) } })
  const paid = await manager
    .createQueryBuilder(Payment, 'payment')
    .select([
      'payment.payeeId AS payeeId',
      'payment.payee AS name',
      'payment.payeeAccountHash AS accountHash',
    ])
    .where('payment.schoolId = :schoolId AND payment.payeeAccountHash IN (:...hashes)', { schoolId, hashes })
    .andWhere("payment.status NOT IN ('refused', 'withdrawn')")
    .groupBy('payment.payeeId')
    .addGroupBy('payment.payee')
    .addGroupBy('payment.payeeAccountHash')
    .orderBy('MIN(payment.id)')
    .getRawMany<NamedAccount>()
  const known: NamedAccount[] = [
    ...payees.map(({ id, name, accountHash }) => ({ payeeId: id, name, accountHash })),
    ...paid,
  ]
  const others = new Map<string, string[]>()
  for (const account of accounts) {
    const names = known
      .filter((each) => each.accountHash === account.accountHash && isOther(each, account))
      .map(({ name }) => name)
    if (names.length > 0) others.set(account.accountHash, [...new Set(names)])
  }
  return others
}

/** Two people, as far as can be seen: another name, and not the same payee under an earlier one. */
export const isOther = (
  one: Pick<NamedAccount, 'payeeId' | 'name'>,
  other: Pick<NamedAccount, 'payeeId' | 'name'>,
): boolean => (one.payeeId === null || one.payeeId !== other.payeeId) && !sameName(one.name, other.name)
