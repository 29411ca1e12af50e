import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { type Area, areas, type Ownership, ownerships, type Stage, stages } from '../../organisation/index.js'
import { Items } from '../../platform/http/items.js'
import { IsFen, IsInt, IsDocumentDate, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery, SearchListQuery } from '../../platform/paging.js'
import type { Fund } from './fund.entity.js'
import type { FundingStandard } from './funding-standard.entity.js'
import { type Purpose, purposes } from './purposes.js'
import {
  type FundingModel,
  fundingModels,
  type FundingRule,
  type Level,
  levels,
  monthCounts,
  type MonthsPer,
  monthsPers,
  roundings,
  roundModes,
  roundPlaces,
  type Unit,
  units,
} from './rules.js'

export class FundListQuery extends SearchListQuery {}

export class FundPurposeOut {
  stage!: Stage
  service!: Purpose
  other!: Purpose | null
}

export class FundPurposeIn {
  @IsIn(stages)
  stage!: Stage

  /** What counts as after-school service. */
  @IsIn(purposes)
  service!: Purpose

  /** The other purpose, where the school decides the share. */
  @Optional()
  @Nullable()
  @IsIn(purposes)
  other?: Purpose | null
}

export class CreateFundIn {
  @IsString()
  @Matches(/^[A-Z][A-Z0-9_]{2,39}$/)
  code!: string

  @IsString()
  @Length(2, 60)
  @PlainText()
  name!: string

  @IsString()
  @Length(2, 80)
  @PlainText()
  nameEn!: string

  @IsArray()
  @ArrayMinSize(1)
  @Items(() => FundPurposeIn)
  purposes!: FundPurposeIn[]
}

export class LevelShareIn {
  @IsIn(levels)
  level!: Level

  /** 4 : 6 is 4 and 6. */
  @IsInt()
  @Min(0)
  @Max(10_000)
  weight!: number
}

export class TierIn {
  @IsString()
  @Length(1, 20)
  code!: string

  @IsString()
  @Length(1, 60)
  @PlainText()
  name!: string

  @IsString()
  @Length(1, 80)
  @PlainText()
  nameEn!: string

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(120)
  @Matches(/^\d{2,12}$/, { each: true })
  regionCodes!: string[]

  @IsInt()
  @Min(1)
  @Max(10_000)
  coefficientPerMille!: number

  /** Left out: the shares of the standard. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(4)
  @Items(() => LevelShareIn)
  shares?: LevelShareIn[]
}

/** What a standard says; what is left out is the usual: all areas, public and private, whole months, exact to the fen, one payer. */
export class CreateFundingStandardIn {
  @IsInt()
  fundId!: number

  /** A school's own, stricter standard. */
  @Optional()
  @Nullable()
  @IsInt()
  schoolId?: number | null

  /** Your region unless said otherwise; a region below it, within that of the fund. */
  @Optional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode?: string

  @IsIn(stages)
  stage!: Stage

  @Optional()
  @IsIn(['any', ...areas])
  area?: Area | 'any'

  @Optional()
  @IsIn(['any', ...ownerships])
  ownership?: Ownership | 'any'

  @IsIn(fundingModels)
  model!: FundingModel

  @IsIn(units)
  unit!: Unit

  /** For one of what the model counts; 0 only for a share of the fees waived. */
  @IsFen()
  amountFen!: number

  @Optional()
  @IsInt()
  @Min(1)
  @Max(1000)
  sharePerMille?: number

  /** Months in tenths: 120 of a year is a whole year, 45 is four and a half months. */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(120)
  monthTenths?: number

  @Optional()
  @IsIn(monthCounts)
  monthsCounted?: FundingRule['monthsCounted']

  /** Unit month with fixed months: those of a year (unless said otherwise), or of each term. */
  @Optional()
  @IsIn(monthsPers)
  monthsPer?: MonthsPer

  /** 'MM-DD' of the fiscal year on which is counted. */
  @IsString()
  @Matches(/^\d{2}-\d{2}$/)
  countDay!: string

  @Optional()
  @IsIn(roundings)
  roundTo?: FundingRule['roundTo']

  @Optional()
  @IsIn(roundModes)
  roundMode?: FundingRule['roundMode']

  @Optional()
  @IsIn(roundPlaces)
  roundAt?: FundingRule['roundAt']

  @Optional()
  @IsArray()
  @ArrayMaxSize(30)
  @Items(() => TierIn)
  tiers?: TierIn[]

  @Optional()
  @IsArray()
  @ArrayMaxSize(4)
  @Items(() => LevelShareIn)
  shares?: LevelShareIn[]

  @IsDocumentDate()
  validFromOn!: string

  @Optional()
  @Nullable()
  @IsDocumentDate()
  validToOn?: string | null

  @IsString()
  @Length(2, 80)
  @PlainText()
  issuer!: string

  @IsString()
  @Length(2, 60)
  @PlainText()
  documentNumber!: string
}

export class FundOut {
  id!: number
  regionCode!: string
  code!: string
  name!: string
  nameEn!: string
  purposes!: FundPurposeOut[]
}

export function toFundOut({ id, regionCode, code, name, nameEn, purposes }: Fund): FundOut {
  return {
    id,
    regionCode,
    code,
    name,
    nameEn,
    purposes: purposes.map(({ stage, service, other }) => ({ stage, service, other })),
  }
}

export class FundingStandardListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  @Optional()
  @IsIn(stages)
  stage?: Stage

  @Optional()
  @IsIn(fundingModels)
  model?: FundingModel

  /** Only those in force on the day. */
  @Optional()
  @IsDocumentDate()
  on?: string
}

export class LevelShareOut {
  level!: Level
  weight!: number
}

export class TierOut {
  code!: string
  name!: string
  nameEn!: string
  regionCodes!: string[]
  coefficientPerMille!: number
  shares!: LevelShareOut[]
}

export class FundingStandardOut {
  id!: number
  fundId!: number
  fundName!: string
  stage!: Stage
  /** The region that set it; '' is the nation. */
  regionCode!: string
  regionName!: string | null
  regionNameEn!: string | null
  schoolId!: number | null
  schoolName!: string | null
  area!: Area | 'any'
  ownership!: Ownership | 'any'
  model!: FundingModel
  unit!: Unit
  amountFen!: number
  sharePerMille!: number
  /** Tenths of months: 120 is a whole year. */
  monthTenths!: number
  monthsCounted!: FundingRule['monthsCounted']
  monthsPer!: MonthsPer
  /** 'MM-DD' of the fiscal year. */
  countDay!: string
  roundTo!: FundingRule['roundTo']
  roundMode!: FundingRule['roundMode']
  roundAt!: FundingRule['roundAt']
  tiers!: TierOut[]
  shares!: LevelShareOut[]
  validFromOn!: string
  validToOn!: string | null
  issuer!: string
  /** '' where the source of a policy pack names none. */
  documentNumber!: string
  version!: number
  packCode!: string | null
}

export function toFundingStandardOut(standard: FundingStandard): FundingStandardOut {
  const { schoolKey: _key, fund, region, school, tiers, shares, ...row } = standard
  const plain = (list: readonly FundingStandard['shares'][number][]) =>
    list.map(({ level, weight }) => ({ level, weight }))
  return {
    ...row,
    fundName: fund?.name ?? '',
    regionName: region?.name ?? null,
    regionNameEn: region?.nameEn ?? null,
    schoolName: school?.name ?? null,
    shares: plain(shares),
    tiers: tiers.map(({ code, name, nameEn, regionCodes, coefficientPerMille, shares: own }) => ({
      code,
      name,
      nameEn,
      regionCodes: [...regionCodes],
      coefficientPerMille,
      shares: plain(own),
    })),
  }
}
