import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional } from 'class-validator'
import { type Stage, stages } from '../../organisation/index.js'
import { ListQuery } from '../../platform/paging.js'
import type { Fund } from './fund.entity.js'
import type { FundingStandard } from './funding-standard.entity.js'
import type { Purpose } from './purposes.js'

export class FundListQuery extends ListQuery {}

export class FundPurposeOut {
  stage!: Stage
  service!: Purpose
  other!: Purpose | null
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
  unit!: 'per_class_year'
  amountFen!: number
  months!: number
  /** 'MM-DD' of the fiscal year. */
  countDay!: string
  validFromOn!: string
  validToOn!: string | null
  issuer!: string
  documentNumber!: string
}

export function toFundingStandardOut(standard: FundingStandard): FundingStandardOut {
  const { id, fundId, stage, unit, amountFen, months, countDay, validFromOn, validToOn, issuer, documentNumber, fund } = standard
  return { id, fundId, fundName: fund?.name ?? '', stage, unit, amountFen, months, countDay, validFromOn, validToOn, issuer, documentNumber }
}
