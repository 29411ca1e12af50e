/** How a school puts money on its classes (分配方案): of one receipt, or of what was carried over. */
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
import { AppropriationLine } from '../../grants/index.js'
import { Fund } from '../../entitlement/index.js'
import type { DistributionSchemeStatus } from './distribution-scheme.states.js'

@Entity('scheme')
@Index(['schoolId', 'fiscalYear', 'status'])
@Index(['openKey'], { unique: true })
export class DistributionScheme {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  /** One scheme for a receipt; null for carried-over money. */
  @Reference(() => AppropriationLine, { nullable: true, unique: true }) appropriationLineId!: number | null
  /** Whose carried-over money it is, as long as it is not approved: there is one open scheme for it. */
  @Text(60, { nullable: true }) openKey!: string | null
  @State() status!: DistributionSchemeStatus
  @Revision() revision!: number
  /** Equals the sum of the lines. */
  @FenAmount() totalFen!: Fen
  /** When the staff meeting passed it; its minutes are an attachment. */
  @On({ nullable: true }) staffMeetingOn!: string | null
  @Text(500, { nullable: true }) note!: string | null
  @At() createdAt!: Date

  school?: School
  fund?: Fund
}
