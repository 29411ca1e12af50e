/** A month of a school's ledger (会计期间): closed, nothing can be posted into it. */
import { Entity, Index } from 'typeorm'
import { Count, Id, Reference, Revision, State, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import type { PeriodStatus } from './ledger-period.states.js'

@Entity()
@Index(['schoolId', 'month'], { unique: true })
export class LedgerPeriod {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** 'YYYY-MM'. */
  @Text(7) month!: string
  @State() status!: PeriodStatus
  @Revision() revision!: number
  /** Where the chain ended when it was closed. */
  @Count() closingSequence!: number
  @Text(64) closingHash!: string
}
