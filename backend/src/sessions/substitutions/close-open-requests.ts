/** A session that is called off or moved away needs nobody in its place any more: its open requests (待办的代课申请) end with it. */
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import type { Transitions } from '../../audit/index.js'
import type { Clock } from '../../platform/calendar.js'
import { Substitution } from './substitution.entity.js'
import { substitutionTable } from './substitution.states.js'

/** What ends with a request: the session is free for another one. */
export const closed = (clock: Clock) => ({
  openSessionId: null,
  openOtherSessionId: null,
  endedAt: clock.now(),
})

export async function closeOpenRequests(
  tx: EntityManager,
  transitions: Transitions,
  clock: Clock,
  actor: Actor,
  sessionIds: readonly number[],
  comment: string,
): Promise<void> {
  if (sessionIds.length === 0) return
  const ids = [...sessionIds]
  const where = [{ openSessionId: In(ids) }, { openOtherSessionId: In(ids) }]
  const asked = await tx.find(Substitution, { select: { id: true }, where })
  const open = await transitions.takeAll(
    tx,
    Substitution,
    asked.map(({ id }) => id),
    () => tx.find(Substitution, { where }),
  )
  for (const substitution of open)
    await transitions.move(tx, substitutionTable, Substitution, substitution, 'withdraw', actor, {
      comment,
      set: closed(clock),
    })
}
