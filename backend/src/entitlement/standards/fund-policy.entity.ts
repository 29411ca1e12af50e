/** What else a region lays down for a fund (资金管理规定): publication, deadlines, what happens to money left, caps. Dated, with its document. */
import { Entity, Index } from 'typeorm'
import type { Region } from '../../organisation/index.js'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { Fund } from './fund.entity.js'
import type { DeclarationPeriod } from './periods.js'

@Entity()
@Index(['fundId', 'regionCode', 'validFromOn'], { unique: true })
export class FundPolicy {
  @Id() id!: number
  @Reference(() => Fund) fundId!: number
  @Text(12) regionCode!: string
  /** Working days for which a publication stays open to objections. */
  @Count() publicationWorkdays!: number
  @Text(12) leftover!: 'carry' | 'return'
  /** Days of the fiscal year, 'MM-DD'; the estimate's lies in the year before. Null: no deadline. */
  @Text(5, { nullable: true }) estimateDueDay!: string | null
  @Text(5, { nullable: true }) declarationDueDay!: string | null
  @Text(5, { nullable: true }) spendingDueDay!: string | null
  /** Days after the receipt within which the money is to stand on the classes. */
  @Count({ nullable: true }) distributionDays!: number | null
  /** Most that a class-hour may be paid with. */
  @FenAmount({ nullable: true }) payRateCapFen!: Fen | null
  /** Less than this part of the spending on teachers is looked at. */
  @Count({ nullable: true }) teacherSharePerMille!: number | null
  /** Participants that a class needs to count as a class; null: one pupil enrolled is enough. */
  @Count({ nullable: true }) leastParticipants!: number | null
  /** Which standard holds for a year in which it changes: that of the count day, or each for its months. */
  @Text(12) standardsBy!: 'count_day' | 'time'
  /** What schools declare; null: the year, or the term where a standard is by term. */
  @Text(12, { nullable: true }) declarationPeriod!: DeclarationPeriod | null
  /** Category of the budget, for example 205. */
  @Text(20, { nullable: true }) budgetCategory!: string | null
  @On() validFromOn!: string
  @On({ nullable: true }) validToOn!: string | null
  @Text(80) issuer!: string
  @Text(60) documentNumber!: string

  fund?: Fund
  region?: Region | null
}
