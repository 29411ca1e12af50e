/** A timetable (课程表) of a school for a term, in versions. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, Reference, State, Text } from '../../platform/database/columns.js'
import { School, Term } from '../../organisation/index.js'
import type { TimetableStatus } from './timetable.states.js'

@Entity()
@Index(['schoolId', 'termId', 'version'], { unique: true })
export class Timetable {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Term) termId!: number
  @Count() version!: number
  /** What a draft tries out, to tell several apart. */
  @Text(60, { nullable: true }) name!: string | null
  /** Raised with every placement, so that two who place at once wait for one another, and for who publishes. */
  @Count() revision!: number
  @State() status!: TimetableStatus
  @At() createdAt!: Date
  @At({ nullable: true }) publishedAt!: Date | null
}
