/** Nobody takes two steps of one procedure (不相容岗位分离): who counts as one, and what counts as having made a thing. Pure. */
import { type Caused, creating, editing, type StateTable, supplying } from '../../platform/states.js'
import type { ActingPerson, OnBehalfOf } from '../acting-person.js'
import type { Transition } from './transition.entity.js'

export const byAnyOf = '(transition.actorId IN (:...parties) OR transition.onBehalfOfId IN (:...parties))'

export function behalfOf(person: ActingPerson, permission: string): OnBehalfOf | null {
  return person.actsFor?.get(permission) ?? null
}

/** In whose place a person makes or changes a thing. */
export function behalfOfMaker({ edit }: StateTable, person: ActingPerson): OnBehalfOf | null {
  const permission = edit?.permissions.find((each) => person.actsFor?.has(each))
  return permission === undefined ? (person.onBehalfOf ?? null) : behalfOf(person, permission)
}

/** Those who act together when the person uses the permission: the person, and in whose place. */
export function partiesOf(person: ActingPerson, permission: string): number[] {
  const behalf = behalfOf(person, permission)
  return behalf ? [person.userId, behalf.userId] : [person.userId]
}

export type Move = Pick<Transition, 'entityId' | 'event' | 'actorId' | 'onBehalfOfId'>

export const making = [creating, editing, supplying]

/** Where who handed a thing in is kept from judging it, so is who drafted it, changed it since or put in a part of it. */
export const withMaking = (notBy: readonly string[]): string[] =>
  notBy.includes('submit') ? [...notBy, ...making] : [...notBy]

export function causedBy(person: ActingPerson, rows: readonly Move[]): Caused {
  return {
    has: (event, permission) => {
      const parties = partiesOf(person, permission)
      return rows.some(
        (row) =>
          (row.event === event || (event === 'submit' && making.includes(row.event))) &&
          [row.actorId, row.onBehalfOfId].some((each) => each !== null && parties.includes(each)),
      )
    },
  }
}
