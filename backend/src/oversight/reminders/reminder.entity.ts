/** A word that something is due or late (提醒), shown to those who can do it; the same one is sent once. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, Json, LooseReference, On, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Fund } from '../../entitlement/index.js'

@Entity()
@Index(['uniqueKey'], { unique: true })
@Index(['schoolId', 'doneAt'])
@Index(['regionCode', 'doneAt'])
export class Reminder {
  @Id() id!: number
  @Text(120) uniqueKey!: string
  @Text(12) regionCode!: string
  /** Null: for the region's own offices. */
  @Reference(() => School, { nullable: true }) schoolId!: number | null
  /** The permission of those whom it concerns. */
  @Text(40) permission!: string
  @Text(40) kind!: string
  /** What it is about, where that is a fund's year. */
  @Reference(() => Fund, { nullable: true }) fundId!: number | null
  @Count({ nullable: true }) fiscalYear!: number | null
  @Json() params!: Record<string, string | number | null>
  @Text(40) entity!: string
  @Count({ nullable: true }) entityId!: number | null
  @On() dueOn!: string
  @At() sentAt!: Date
  /** Null: by the calendar. */
  @LooseReference({ nullable: true }) sentById!: number | null
  @At({ nullable: true }) doneAt!: Date | null

  school?: School | null
}
