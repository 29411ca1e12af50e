import { Type } from 'class-transformer'
import { ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator'
import { type Area, type Ownership, type Stage, stages } from '../../organisation/index.js'
import { IsFen, IsLocalDate } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { Fund } from './fund.entity.js'
import type { FundingStandard } from './funding-standard.entity.js'
import { type Purpose, purposes } from './purposes.js'
import type { FundingModel, Unit } from './rules.js'

export class FundListQuery extends ListQuery {}

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
  @IsOptional() @IsIn(purposes)
  other?: Purpose | null
}

export class CreateFundIn {
  @IsString() @Matches(/^[A-Z][A-Z0-9_]{2,39}$/)
  code!: string

  @IsString() @Length(2, 60)
  name!: string

  @IsString() @Length(2, 80)
  nameEn!: string

  @IsArray() @ArrayMinSize(1) @ValidateNested({ each: true }) @Type(() => FundPurposeIn)
  purposes!: FundPurposeIn[]
}

export class CreateFundingStandardIn {
  @IsInt()
  fundId!: number

  @IsIn(stages)
  stage!: Stage

  /** For one class and a whole year. */
  @IsFen() @Min(1)
  amountFen!: number

  /** Months of twelve that are granted, in tenths: 120 is a whole year. */
  @IsInt() @Min(1) @Max(120)
  monthTenths!: number

  /** 'MM-DD' of the fiscal year on which classes are counted. */
  @IsString() @Matches(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2\d|30)$/)
  countDay!: string

  @IsLocalDate()
  validFromOn!: string

  @IsOptional() @IsLocalDate()
  validToOn?: string | null

  @IsString() @Length(2, 80)
  issuer!: string

  @IsString() @Length(2, 60)
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
  return { id, regionCode, code, name, nameEn, purposes: purposes.map(({ stage, service, other }) => ({ stage, service, other })) }
}

export class FundingStandardListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  fundId?: number

  @IsOptional() @IsIn(stages)
  stage?: Stage
}

export class FundingStandardOut {
  id!: number
  fundId!: number
  fundName!: string
  stage!: Stage
  regionCode!: string
  schoolId!: number | null
  area!: Area | 'any'
  ownership!: Ownership | 'any'
  model!: FundingModel
  unit!: Unit
  amountFen!: number
  sharePerMille!: number
  /** Tenths of months: 120 is a whole year. */
  monthTenths!: number
  /** 'MM-DD' of the fiscal year. */
  countDay!: string
  validFromOn!: string
  validToOn!: string | null
  issuer!: string
  documentNumber!: string
}

export function toFundingStandardOut(standard: FundingStandard): FundingStandardOut {
  const { id, fundId, stage, regionCode, schoolId, area, ownership, model, unit, amountFen, sharePerMille, monthTenths, countDay, validFromOn, validToOn, issuer, documentNumber, fund } = standard
  return { id, fundId, fundName: fund?.name ?? '', stage, regionCode, schoolId, area, ownership, model, unit, amountFen, sharePerMille, monthTenths, countDay, validFromOn, validToOn, issuer, documentNumber }
}
