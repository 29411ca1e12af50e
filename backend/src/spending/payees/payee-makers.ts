/** Who has put in where a payee's money goes (收款账户经手人)? Each of them counts as a maker of what is submitted to it afterwards. */
import type { EntityManager } from 'typeorm'
import { AuditEntry, type Supplied, suppliedIn } from '../../audit/index.js'
import { localDateOf } from '../../platform/calendar.js'
import type { Payee } from './payee.entity.js'

/** What the bank goes by. */
export const whereMoneyGoes = ['accountHash', 'name', 'bankName', 'bankCode'] as const

/** Since the account itself was last put in: its payee remembers only the last of them, the trail all. */
export async function makersOf(manager: EntityManager, payee: Payee): Promise<Supplied[]> {
  const entries = await manager.find(AuditEntry, {
    where: { entity: 'payee', entityId: payee.id },
    order: { id: 'ASC' },
  })
  let makers: Supplied[] = []
  for (const entry of entries) {
    const { action, after } = entry
    const changed = whereMoneyGoes.filter((key) => after !== null && key in after)
    if (action === 'payee.create' || changed.includes('accountHash')) makers = []
    if (changed.length > 0) makers.push(...suppliedIn([entry]))
  }
  const { accountChangedAt, accountChangedById, accountChangedByName, accountChangedForId } = payee
  if (accountChangedAt !== null && accountChangedById !== null)
    makers.push({
      by: { userId: accountChangedById, displayName: accountChangedByName ?? '—' },
      forId: accountChangedForId,
      on: localDateOf(accountChangedAt),
    })
  return makers
}
