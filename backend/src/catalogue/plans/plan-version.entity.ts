/** The text of a plan as it was submitted (方案版本); never changed. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, Json, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import type { PlanContent } from './plan-content.js'
import { Plan } from './plan.entity.js'

@Entity()
@Index(['planId', 'version'], { unique: true })
export class PlanVersion {
  @Id() id!: number
  @Reference(() => Plan) planId!: number
  @Reference(() => School) schoolId!: number
  @Count() version!: number
  @Json() content!: PlanContent
  /** SHA-256 of the content. */
  @Text(64) contentHash!: string
  @At() submittedAt!: Date
  @Text(80) submittedByName!: string
}
