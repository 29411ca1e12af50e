/** The school's plan for a term (一校一案), filed with the bureau. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, Json, Reference, Revision, State, Text } from '../../platform/database/columns.js'
import { School, Term } from '../../organisation/index.js'
import type { PlanContent } from './plan-content.js'
import type { PlanStatus } from './plan.states.js'

@Entity()
@Index(['schoolId', 'termId'], { unique: true })
export class Plan {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Term) termId!: number
  @State() status!: PlanStatus
  @Revision() revision!: number
  /** Counts the submissions; each keeps its text as a version. */
  @Count() version!: number
  @Json() content!: PlanContent
  @Text(40, { nullable: true }) @Index({ unique: true }) filingNumber!: string | null
  @At() updatedAt!: Date

  school?: School
  term?: Term
}
