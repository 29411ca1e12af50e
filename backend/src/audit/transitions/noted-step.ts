/** What is written down of a step (流转记录): its row in the history, and its change for the audit trail. Pure. */
import type { ActingPerson, OnBehalfOf } from '../acting-person.js'
import type { Change } from '../entries/audit-entries.service.js'
import type { Stateful } from './taken.js'
import type { Transition } from './transition.entity.js'

/** A step that somebody, or time, has taken. */
export interface Done {
  readonly event: string
  readonly toState: string
  readonly onBehalfOf: OnBehalfOf | null
  readonly comment?: string | undefined
  readonly at: Date
}

/** `thing` as it was before the step; without a person nobody is named. */
export function rowOf(
  entity: string,
  thing: Stateful,
  { event, toState, onBehalfOf, comment, at }: Done,
  person: ActingPerson | null,
): Omit<Transition, 'id'> {
  return {
    entity,
    entityId: thing.id,
    event,
    fromState: thing.status,
    toState,
    actorId: person?.userId ?? null,
    actorName: person?.displayName ?? '—',
    onBehalfOfId: onBehalfOf?.userId ?? null,
    onBehalfOfName: onBehalfOf?.displayName ?? null,
    at,
    comment: comment?.trim() || null,
    schoolId: thing.schoolId ?? null,
    regionCode: thing.regionCode ?? person?.regionCode ?? null,
  }
}

export function changeOf(entity: string, thing: Stateful, { event, toState, onBehalfOf }: Done): Change {
  return {
    action: `${entity}.${event}`,
    entity,
    entityId: thing.id,
    schoolId: thing.schoolId ?? null,
    regionCode: thing.regionCode ?? null,
    before: { status: thing.status },
    after: { status: toState },
    onBehalfOf,
  }
}
