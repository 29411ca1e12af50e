/** When and how much can and would a teacher take part in a term (教师排课要求)? No row: always, without limits. */
import { Entity, Index } from 'typeorm'
import { Count, Flag, Id, Json, Reference } from '../../platform/database/columns.js'
import { School, Term } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'

@Entity()
@Index(['termId', 'teacherId'], { unique: true })
export class TeachingWish {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Term) termId!: number
  @Reference(() => Teacher) teacherId!: number
  /** False: takes no part; automatic scheduling does not choose this teacher. */
  @Flag() isWilling!: boolean
  /** Cannot. Ids of slots. */
  @Json() unavailableSlotIds!: number[]
  /** Would rather not. */
  @Json() ratherNotSlotIds!: number[]
  @Count({ nullable: true }) mostDaysAWeek!: number | null
  @Count({ nullable: true }) mostSessionsADay!: number | null
  @Count({ nullable: true }) mostInARow!: number | null

  teacher?: Teacher
}
