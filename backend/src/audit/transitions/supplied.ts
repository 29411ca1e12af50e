/** Who has put in a part of a thing elsewhere (先行经手), for example the account of its payee: counts as its maker. */
import type { EntityManager } from 'typeorm'
import { supplying } from '../../platform/states.js'
import type { ActingPerson } from '../acting-person.js'
import { rowOf } from './noted-step.js'
import type { Taken } from './taken.js'
import { Transition } from './transition.entity.js'

export interface Supplied {
  readonly by: Pick<ActingPerson, 'userId' | 'displayName'>
  /** In whose place; null: on their own account. */
  readonly forId: number | null
  readonly on: string
}

/** To be called before the step by which it is handed in, so that this step stays the last of the history. */
export async function noteSupplied(
  tx: EntityManager,
  { entity, thing, at }: { entity: string; thing: Taken; at: Date },
  { by, forId, on }: Supplied,
  person: ActingPerson,
): Promise<void> {
  const done = { event: supplying, toState: thing.status, onBehalfOf: null, comment: on, at }
  await tx.insert(Transition, {
    ...rowOf(entity, thing, done, person),
    actorId: by.userId,
    actorName: by.displayName,
    onBehalfOfId: forId,
  })
}
