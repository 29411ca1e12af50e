/** How often something was tried and failed (失败计数), in one window of time; the key is a hash and names nobody. */
import { Entity, Index, PrimaryColumn } from 'typeorm'
import { At, Count } from '../../platform/database/columns.js'

@Entity()
export class Attempt {
  /** Keyed hash of what is counted, whose, and the window. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) keyHash!: string
  @Count() failureCount!: number
  @At() @Index() expiresAt!: Date
}
