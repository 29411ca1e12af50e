/** A dated rule that turns counts into an amount (经费标准), with its document; never changed, only followed by a later version. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Json, On, Reference, Text } from '../../platform/database/columns.js'
import { type Region, type Area, type Ownership, School, type Stage } from '../../organisation/index.js'
import { Fund } from './fund.entity.js'
import type { FundingModel, FundingRule, LevelShare, MonthsPer, Tier, Unit } from './rules.js'

@Entity()
@Index(['fundId', 'regionCode', 'schoolKey', 'stage', 'area', 'ownership', 'model', 'validFromOn'], {
  unique: true,
})
export class FundingStandard {
  @Id() id!: number
  @Reference(() => Fund) fundId!: number
  /** The region that set it; it holds there and below until a region nearer to the school sets its own. */
  @Text(12) regionCode!: string
  @Reference(() => School, { nullable: true }) schoolId!: number | null
  /** The school's id, or 0: a unique key takes no null. */
  @Count() schoolKey!: number
  @Text(20) stage!: Stage
  @Text(12) area!: Area | 'any'
  @Text(12) ownership!: Ownership | 'any'
  @Text(20) model!: FundingModel
  @Text(20) unit!: Unit
  @FenAmount() amountFen!: Fen
  @Count() sharePerMille!: number
  @Count() monthTenths!: number
  @Text(12) monthsCounted!: FundingRule['monthsCounted']
  @Text(12) monthsPer!: MonthsPer
  @Text(5) countDay!: string
  @Text(12) roundTo!: FundingRule['roundTo']
  @Text(12) roundMode!: FundingRule['roundMode']
  @Text(12) roundAt!: FundingRule['roundAt']
  @Json() tiers!: Tier[]
  @Json() shares!: LevelShare[]
  @On() validFromOn!: string
  @On({ nullable: true }) validToOn!: string | null
  @Text(80) issuer!: string
  @Text(60) documentNumber!: string
  @Count() version!: number
  /** The policy pack that brought it. */
  @Text(40, { nullable: true }) packCode!: string | null

  fund?: Fund
  region?: Region | null
  school?: School | null
}

export function toRule(standard: FundingStandard): FundingRule {
  const {
    id,
    schoolKey: _key,
    fundId: _fund,
    packCode: _pack,
    fund: _joined,
    school: _school,
    ...rule
  } = standard
  return { ...rule, standardId: id }
}
