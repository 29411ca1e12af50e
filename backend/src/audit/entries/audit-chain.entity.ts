/** The end of a region's chain of entries (审计链): taken once by every transaction that adds to it. */
import { Entity, Index } from 'typeorm'
import { Count, Id, Text } from '../../platform/database/columns.js'

@Entity()
@Index(['chain'], { unique: true })
export class AuditChain {
  @Id() id!: number
  /** Code of the region; '0' for what belongs to none. */
  @Text(12) chain!: string
  @Count() lastSequence!: number
  @Text(64) lastHash!: string
  /** Rises each time that the end is moved on. */
  @Count() revision!: number
}
