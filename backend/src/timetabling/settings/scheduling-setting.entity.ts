/** How does a school want its weeks made and its changes approved (排课设置)? One row for each school. */
import { Entity } from 'typeorm'
import { Count, Flag, Id, Reference } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'

@Entity()
export class SchedulingSetting {
  @Id() id!: number
  @Reference(() => School, { unique: true }) schoolId!: number
  /** Each grade has a choice of at least so many kinds on each day; null: not asked. */
  @Count({ nullable: true }) leastKindsADay!: number | null
  /** At most so many sections of one grade at the same time; null: not asked. */
  @Count({ nullable: true }) mostSectionsAtOnce!: number | null
  /** Days between two meetings of a section, at least; 1: not twice on one day. */
  @Count() daysApart!: number
  /** Off: a substitution holds as soon as the colleague agrees. */
  @Flag() substitutionNeedsApproval!: boolean
  @Flag() swapNeedsApproval!: boolean
  @Flag() leaveNeedsApproval!: boolean
  /** Raised by every change of dated sessions, so that two who change at once wait for one another. */
  @Count() revision!: number
}
