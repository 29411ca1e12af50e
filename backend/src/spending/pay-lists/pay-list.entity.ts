/** Whom a school pays for a period, and how much each (发放表): it makes one payment a person. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import {
  At,
  Count,
  FenAmount,
  Id,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import type { PayListEntry } from './pay-list-entry.entity.js'
import type { PayListStatus } from './pay-list.states.js'

@Entity()
@Index(['schoolId', 'status'])
@Index(['schoolYear'])
@Index(['fiscalYear'])
export class PayList {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** In which its period begins. */
  @Count() schoolYear!: number
  /** The year whose money it takes: the same for all its entries. */
  @Count() fiscalYear!: number
  @State() status!: PayListStatus
  @Revision() revision!: number
  @Text(100) title!: string
  @On() startsOn!: string
  @On() endsOn!: string
  /** What its entries add up to. */
  @FenAmount() amountFen!: Fen
  @At() createdAt!: Date

  /** In their order. */
  entries?: PayListEntry[]
}
