/** Money left over that goes back to the treasury (上缴财政): one for each settlement that returns something. */
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
import { Fund } from '../../entitlement/index.js'
import { Payee } from '../payees/payee.entity.js'
import { Settlement } from '../settlements/settlement.entity.js'
import type { TreasuryReturnStatus } from './treasury-return.states.js'

@Entity()
@Index(['schoolId', 'fundId', 'fiscalYear'])
@Index(['schoolId', 'bankSerial'], { unique: true })
@Index(['status'])
export class TreasuryReturn {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** The settlement whose money it is. */
  @Reference(() => Settlement, { unique: true }) settlementId!: number
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  @FenAmount() amountFen!: Fen
  @State() status!: TreasuryReturnStatus
  @Revision() revision!: number
  /** The treasury's account, a payee of the school; what follows is frozen when it is submitted. */
  @Reference(() => Payee, { nullable: true }) payeeId!: number | null
  @Text(80, { nullable: true }) payee!: string | null
  @Text(200, { nullable: true }) payeeAccountSealed!: string | null
  @Text(4, { nullable: true }) payeeAccountLast4!: string | null
  @Text(64, { nullable: true }) payeeAccountHash!: string | null
  @Text(80, { nullable: true }) payeeBank!: string | null
  @Text(12, { nullable: true }) payeeBankCode!: string | null
  /** Why it has come back to the school, until it is submitted again. */
  @Text(200, { nullable: true }) failure!: string | null
  /** The day on which the bank has moved the money, and the bank's number for it. */
  @On({ nullable: true }) returnedOn!: string | null
  @Text(60, { nullable: true }) bankSerial!: string | null
  @At() createdAt!: Date

  school?: School
  fund?: Fund
}
