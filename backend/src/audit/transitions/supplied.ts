/** Who has put in a part of a thing elsewhere (先行经手), for example the account of its payee: counts as its maker. */
import { type EntityManager, In } from 'typeorm'
import { localDateOf } from '../../platform/calendar.js'
import { supplying } from '../../platform/states.js'
import type { ActingPerson } from '../acting-person.js'
import { rowOf } from './noted-step.js'
import { withMaking } from './separation.js'
import type { Taken } from './taken.js'
import { Transition } from './transition.entity.js'

export interface Supplied {
  readonly by: Pick<ActingPerson, 'userId' | 'displayName'>
  /** In whose place; null: on their own account. */
  readonly forId: number | null
  readonly on: string
}

/** The people of these rows of the trail, or of the history, in their order. */
export const suppliedIn = (
  rows: readonly Pick<Transition, 'actorId' | 'actorName' | 'onBehalfOfId' | 'at'>[],
): Supplied[] =>
  rows.flatMap(({ actorId, actorName, onBehalfOfId, at }) =>
    actorId === null
      ? []
      : [{ by: { userId: actorId, displayName: actorName }, forId: onBehalfOfId, on: localDateOf(at) }],
  )

/** Who has drafted it, changed it, put in a part of it or handed it in: makers, too, of what is made of it. */
export async function makersOfThing(
  manager: EntityManager,
  entity: string,
  entityId: number,
): Promise<Supplied[]> {
  return suppliedIn(
    await manager.find(Transition, {
      where: { entity, entityId, event: In(withMaking(['submit'])) },
      order: { id: 'ASC' },
    }),
  )
}

/** Without who takes the step now on their own account: that step says so already. */
export const othersThan = (
  { userId }: Pick<ActingPerson, 'userId'>,
  makers: readonly Supplied[],
): Supplied[] => makers.filter(({ by, forId }) => by.userId !== userId || forId !== null)

/**
 * Each maker on each thing, once: of several changes by one person the last. To be called before the step by which they
 * are handed in, so that this step stays the last of the history.
 */
export async function noteSupplied(
  tx: EntityManager,
  { entity, things, at }: { entity: string; things: readonly Taken[]; at: Date },
  makers: readonly Supplied[],
  person: ActingPerson,
): Promise<void> {
  const single = new Map(makers.map((each) => [`${each.by.userId} ${each.forId ?? ''}`, each]))
  const rows = things.flatMap((thing) =>
    [...single.values()].map(({ by, forId, on }) => ({
      ...rowOf(
        entity,
        thing,
        { event: supplying, toState: thing.status, onBehalfOf: null, comment: on, at },
        person,
      ),
      actorId: by.userId,
      actorName: by.displayName,
      onBehalfOfId: forId,
    })),
  )
  if (rows.length > 0) await tx.insert(Transition, rows)
}
