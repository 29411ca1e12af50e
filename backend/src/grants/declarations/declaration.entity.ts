/** A school's claim for a fund and a period of a fiscal year (资金申报), its inputs and rules locked when it is submitted. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import {
  At,
  Count,
  FenAmount,
  Id,
  Json,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School, Term } from '../../organisation/index.js'
import { Publication } from '../publications/publication.entity.js'
import { Fund, type FundingRule, type PayingLevel } from '../../entitlement/index.js'
import type { DeclarationStatus } from './declaration.states.js'

@Entity()
@Index(['schoolId', 'fundId', 'fiscalYear', 'periodKey', 'sequence'], { unique: true })
@Index(['regionCode', 'fiscalYear', 'status'])
export class Declaration {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(12) regionCode!: string
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  /** '2026', '2026:H1', '2026:T7' or '2026:09'; a supplement has that of the declaration that it supplements. */
  @Text(20) periodKey!: string
  /** As it was called then. */
  @Text(60) periodName!: string
  @Text(80) periodNameEn!: string
  /** The months that it is for, both included; no month is declared twice. */
  @Count() fromMonth!: number
  @Count() toMonth!: number
  /** Where it is for a term. */
  @Reference(() => Term, { nullable: true }) termId!: number | null
  /** 0 is the regular declaration; 1, 2 … are supplementary (补充申报): the differences that came up later. */
  @Count() sequence!: number
  @Reference(() => Declaration, { nullable: true }) supplementsId!: number | null
  @State() status!: DeclarationStatus
  @Revision() revision!: number
  @On() countedOn!: string
  /** The standards by which it was computed, frozen, with the version of the arithmetic. */
  @Json() rules!: FundingRule[]
  @Count() ruleVersion!: number
  @Count() classCount!: number
  /** Below zero only in a supplementary declaration that gives back. */
  @FenAmount() amountFen!: Fen
  /** What each level of government pays; adds up to the amount. */
  @Json() levels!: { level: PayingLevel; amountFen: Fen }[]
  /** Of the money the part for after-school service, per mille; the school decides where the fund has two purposes. */
  @Count() serviceSharePerMille!: number
  /** Why counts differ from the records, or why it supplements an earlier one. */
  @Text(500, { nullable: true }) reason!: string | null
  /** SHA-256 of the locked lines and rules; null while a draft. */
  @Text(64, { nullable: true }) snapshotHash!: string | null
  @Reference(() => Publication, { nullable: true }) publicationId!: number | null
  @At() updatedAt!: Date

  school?: School
  fund?: Fund
}
