/** One person of a pay list (发放明细): how much, for how many hours at what rate, and by which kind of tax. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Payee } from '../payees/payee.entity.js'
import { PayList } from './pay-list.entity.js'
import type { PayListLine } from './pay-list-line.entity.js'
import type { TaxKind } from './pay-list.states.js'

@Entity()
@Index(['payListId', 'number'], { unique: true })
@Index(['payListId', 'payeeId'], { unique: true })
@Index(['payListId', 'teacherId'], { unique: true })
export class PayListEntry {
  @Id() id!: number
  @Reference(() => PayList, { isFirstOf: ['payListId', 'number'] }) payListId!: number
  @Reference(() => School) schoolId!: number
  /** From 1, in the order in which they were put in. */
  @Count() number!: number
  /** A person of the school's payees, and with that the account. */
  @Reference(() => Payee) payeeId!: number
  @Reference(() => Teacher, { nullable: true }) teacherId!: number | null
  /** 1250 is 12.5 class-hours. */
  @Count({ nullable: true }) hoursHundredths!: number | null
  /** For one class-hour. */
  @FenAmount({ nullable: true }) rateFen!: Fen | null
  @FenAmount() amountFen!: Fen
  @Text(20) taxKind!: TaxKind
  @Text(200, { nullable: true }) note!: string | null

  payee?: Payee
  teacher?: Teacher | null
  /** In their order. */
  lines?: PayListLine[]
}
