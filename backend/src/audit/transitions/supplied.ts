/** Who has put in a part of a thing elsewhere (先行经手), for example the account of its payee: counts as its maker. */
import { type EntityManager, In } from 'typeorm'
import { localDateOf } from '../../platform/calendar.js'
import { supplying } from '../../platform/states.js'
import type { ActingPerson } from '../acting-person.js'
import { rowOf } from './noted-step.js'
import { making } from './separation.js'
import type { Taken } from './taken.js'
import { Transition } from './transition.entity.js'

export interface Supplied {
  readonly by: Pick<ActingPerson, 'userId' | 'displayName'>
  /** In whose place; null: on their own account. */
  readonly forId: number | null
  readonly on: string
}

/** Who has drafted it, changed it or put in a part of it: makers, too, of what is made of it. */
export async function makersOfThing(
  manager: EntityManager,
  entity: string,
  entityId: number,
): Promise<Supplied[]> {
  const steps = await manager.find(Transition, {
    where: { entity, entityId, event: In(making) },
    order: { id: 'ASC' },
  })
  const makers = steps.flatMap(({ actorId, actorName, onBehalfOfId, at }): Supplied[] =>
    actorId === null
      ? []
      : [{ by: { userId: actorId, displayName: actorName }, forId: onBehalfOfId, on: localDateOf(at) }],
  )
  // Of several changes by one person the last.
  return [...new Map(makers.map((each) => [`${each.by.userId} ${each.forId ?? ''}`, each])).values()]
}

/** To be called before the step by which it is handed in, so that this step stays the last of the history. */
export function noteSupplied(
  tx: EntityManager,
  { entity, thing, at }: { entity: string; thing: Taken; at: Date },
  maker: Supplied,
  person: ActingPerson,
): Promise<void> {
  return noteAllSupplied(tx, { entity, things: [thing], at }, [maker], person)
}

/** Each maker on each thing. */
export async function noteAllSupplied(
  tx: EntityManager,
  { entity, things, at }: { entity: string; things: readonly Taken[]; at: Date },
  makers: readonly Supplied[],
  person: ActingPerson,
): Promise<void> {
  const rows = things.flatMap((thing) =>
    makers.map(({ by, forId, on }) => ({
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
