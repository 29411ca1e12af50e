/** Who may change what an audit office is said to have found (审计发现的改动)? Offices; of a school only who has entered it: the audited do not reword what others hold against them. Pure. */
import type { Actor } from '../../access/index.js'
import { type Caused, creating } from '../../platform/states.js'

export const mayReword = (actor: Actor, own: Caused | undefined): boolean =>
  actor.schoolId === null || (own?.has(creating, 'finding.enter') ?? false)
