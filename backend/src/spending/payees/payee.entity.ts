/** Whom a school pays (收款人): one account, one payee. Payments keep what was true when they were submitted. */
import { Entity, Index } from 'typeorm'
import { At, Flag, Id, LooseReference, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'

export const payeeKinds = ['person', 'unit'] as const
export type PayeeKind = (typeof payeeKinds)[number]

@Entity()
@Index(['schoolId', 'accountHash'], { unique: true })
@Index(['schoolId', 'name'])
export class Payee {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(80) name!: string
  @Text(10) kind!: PayeeKind
  /** The bank account, sealed; for reading the last four digits, for comparing a keyed hash. */
  @Text(200) accountSealed!: string
  @Text(4) accountLast4!: string
  @Text(64) accountHash!: string
  /** Null only where it was taken over from payments that did not say it. */
  @Text(80, { nullable: true }) bankName!: string | null
  /** The bank's number in the payment system (联行号). */
  @Text(12, { nullable: true }) bankCode!: string | null
  @Flag() isActive!: boolean
  /** When and by whom account, name or bank was last put in; null: of before that was noted. */
  @At({ nullable: true }) accountChangedAt!: Date | null
  @LooseReference({ nullable: true }) accountChangedById!: number | null
  @Text(80, { nullable: true }) accountChangedByName!: string | null
  /** In whose place; null where it was on the person's own account. */
  @LooseReference({ nullable: true }) accountChangedForId!: number | null
  @At() createdAt!: Date
}
