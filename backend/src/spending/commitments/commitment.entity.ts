/** What a school has bound itself to pay (合同、采购): approved it reserves its money, which its payments take over in parts. */
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
import { Payee } from '../payees/payee.entity.js'
import type { CommitmentLine } from './commitment-line.entity.js'
import type { CommitmentKind, CommitmentStatus } from './commitment.states.js'

@Entity()
@Index(['schoolId', 'status'])
export class Commitment {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** The year whose money it takes: the same for all its lines. */
  @Count() fiscalYear!: number
  @Text(20) kind!: CommitmentKind
  @State() status!: CommitmentStatus
  @Revision() revision!: number
  /** The school's own number for it. */
  @Text(40) number!: string
  @Text(100) title!: string
  @Reference(() => Payee) payeeId!: number
  /** The payee's name as it stood when this was submitted; another name is another party. */
  @Text(80) payee!: string
  /** What its lines add up to. */
  @FenAmount() amountFen!: Fen
  @On() signedOn!: string
  @On() endsOn!: string
  @At() createdAt!: Date

  lines?: CommitmentLine[]
}
