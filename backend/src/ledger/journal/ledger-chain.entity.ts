/** The end of a school's chain of entries (台账链): taken by every posting, so that entries follow one another. */
import { Entity } from 'typeorm'
import { Count, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'

@Entity()
export class LedgerChain {
  @Id() id!: number
  @Reference(() => School, { unique: true }) schoolId!: number
  @Count() lastSequence!: number
  @Text(64) lastHash!: string
  /** Rises with every posting: the update that takes the row's lock changes it. */
  @Count() revision!: number
}
