import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsString, Matches, Max, MaxLength, Min } from 'class-validator'
import { Invalid } from '../../platform/errors.js'
import { IsInt, Optional } from '../../platform/http/validation.js'
import type { Transition } from './transition.entity.js'

/** Body of an edit of what has states. */
export class SeenIn {
  /** The `revision` that the person saw. Where it is no longer that, the answer is 409 and nothing is changed. */
  @Optional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  revision?: number
}

/** Body of every event: what the person saw, and a comment, needed where something is sent back. */
export class EventIn extends SeenIn {
  @Optional()
  @IsString()
  @MaxLength(500)
  comment?: string
}

/** Body of one event on many things. */
export class ManyIn {
  @IsInt({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  ids!: number[]

  /** Of each of `ids`, in their order, the `revision` that the person saw: what has changed since is refused. */
  @Optional()
  @IsInt({ each: true })
  @ArrayMaxSize(200)
  revisions?: number[]

  @Optional()
  @IsString()
  @MaxLength(500)
  comment?: string
}

/** What the person saw of each. Throws Invalid where there are not as many revisions as ids. */
export function seenOf({ ids, revisions }: ManyIn): Map<number, number | undefined> {
  if (revisions && revisions.length !== ids.length)
    throw Invalid.field('revisions', 'state.revisions_count', {
      count: revisions.length,
      expected: ids.length,
    })
  return new Map(ids.map((id, index) => [id, revisions?.[index]]))
}

export class HistoryQuery {
  @IsString()
  @Matches(/^[a-z_-]{1,40}$/)
  entity!: string

  @Type(() => Number)
  @IsInt()
  entityId!: number
}

export class TransitionOut {
  id!: number
  event!: string
  fromState!: string
  toState!: string
  actorName!: string
  /** In whose place, where the permission was delegated. */
  onBehalfOfName!: string | null
  at!: string
  comment!: string | null
}

export function toTransitionOut(transition: Transition): TransitionOut {
  const { id, event, fromState, toState, actorName, onBehalfOfName, at, comment } = transition
  return { id, event, fromState, toState, actorName, onBehalfOfName, at: at.toISOString(), comment }
}
