/** What did a patrol find at a session (巡课)? */
import { Entity, Index } from 'typeorm'
import {
  At,
  Count,
  Flag,
  Id,
  LooseReference,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Session } from '../sessions/session.entity.js'
import type { InspectionStatus } from './inspection.states.js'

@Entity()
@Index(['sessionId', 'inspectedById'], { unique: true })
@Index(['schoolId', 'heldOn'])
export class Inspection {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Session) sessionId!: number
  /** The session's day, for lists. */
  @On() heldOn!: string
  @Flag() isOnTime!: boolean
  @Flag() isPlannedTeacher!: boolean
  @Flag() isRegisterTaken!: boolean
  /** Rule BAN-3: a new lesson was taught. */
  @Flag() isNewLessonTaught!: boolean
  /** Children expected, and counted in the room. */
  @Count() dueCount!: number
  @Count() countedCount!: number
  @Text(500, { nullable: true }) remark!: string | null
  /** clear: nothing found; open: something has to be mended; mended: it was. */
  @State() status!: InspectionStatus
  @Revision() revision!: number
  @Text(500, { nullable: true }) mending!: string | null
  @LooseReference() inspectedById!: number
  @At() inspectedAt!: Date

  session?: Session
}
