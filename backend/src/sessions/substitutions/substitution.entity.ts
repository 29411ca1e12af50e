/** Somebody else takes a session (代课), or two teachers exchange two sessions (换课): by consent, and approval where the school wants it. */
import { Entity, Index } from 'typeorm'
import {
  At,
  Count,
  Id,
  LooseReference,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Session } from '../sessions/session.entity.js'
import type { SubstitutionStatus } from './substitution.states.js'

export const substitutionKinds = ['substitute', 'swap'] as const
export type SubstitutionKind = (typeof substitutionKinds)[number]

@Entity()
@Index(['openSessionId'], { unique: true })
@Index(['openOtherSessionId'], { unique: true })
@Index(['schoolId', 'status'])
export class Substitution {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(20) kind!: SubstitutionKind
  @Reference(() => Session) sessionId!: number
  /** Of a swap: the colleague's session that is taken in return. */
  @Reference(() => Session, { nullable: true }) otherSessionId!: number | null
  /** Whose session it is. */
  @Reference(() => Teacher) askingTeacherId!: number
  @Reference(() => Teacher) colleagueId!: number
  @Text(200) reason!: string
  @State() status!: SubstitutionStatus
  @Revision() revision!: number
  /** Equal to the session while the request is open, else null: a session has one open request at a time. */
  @Count({ nullable: true }) openSessionId!: number | null
  @Count({ nullable: true }) openOtherSessionId!: number | null
  @LooseReference() requestedById!: number
  @At() createdAt!: Date
  @At({ nullable: true }) endedAt!: Date | null

  session?: Session
  otherSession?: Session | null
  askingTeacher?: Teacher
  colleague?: Teacher
}
