import { Type } from 'class-transformer'
import { IsIn, IsString, Length, Matches, Max, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsFen, IsInt, IsDocumentDate, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { FundPolicy } from './fund-policy.entity.js'
import { type DeclarationPeriod, declarationPeriods } from './periods.js'

const day = /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$|^(0[13-9]|1[0-2])-(29|30)$|^(0[13578]|1[02])-31$/

export class FundPolicyListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  /** Only those in force on the day. */
  @Optional()
  @IsDocumentDate()
  on?: string
}

export class CreateFundPolicyIn {
  @IsInt()
  fundId!: number

  @Optional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode?: string

  /** Working days for objections: five at least. */
  @IsInt()
  @Min(5)
  @Max(60)
  publicationWorkdays!: number

  /** Whether money that is left is carried over or returned. */
  @IsIn(['carry', 'return'])
  leftover!: FundPolicy['leftover']

  /** 'MM-DD' of the year before. */
  @Optional()
  @Nullable()
  @Matches(day)
  estimateDueDay?: string | null

  /** 'MM-DD' of the year. */
  @Optional()
  @Nullable()
  @Matches(day)
  declarationDueDay?: string | null

  @Optional()
  @Nullable()
  @Matches(day)
  spendingDueDay?: string | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(365)
  distributionDays?: number | null

  @Optional()
  @Nullable()
  @IsFen()
  @Min(1)
  payRateCapFen?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1000)
  teacherSharePerMille?: number | null

  /** Participants that a class needs to count as a class; null: one pupil enrolled is enough. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(60)
  leastParticipants?: number | null

  /** Which standard holds for a year in which it changes: that of the count day (unless said otherwise), or each for its months. */
  @Optional()
  @IsIn(['count_day', 'time'])
  standardsBy?: FundPolicy['standardsBy']

  /** What schools declare; null: the year, or the term where a standard is by term. */
  @Optional()
  @Nullable()
  @IsIn(declarationPeriods)
  declarationPeriod?: DeclarationPeriod | null

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 20)
  @PlainText()
  budgetCategory?: string | null

  @IsDocumentDate()
  validFromOn!: string

  @IsString()
  @Length(2, 80)
  @PlainText()
  issuer!: string

  @IsString()
  @Length(2, 60)
  @PlainText()
  documentNumber!: string
}

export class FundPolicyOut {
  id!: number
  fundId!: number
  fundName!: string
  regionCode!: string
  regionName!: string | null
  regionNameEn!: string | null
  publicationWorkdays!: number
  leftover!: FundPolicy['leftover']
  estimateDueDay!: string | null
  declarationDueDay!: string | null
  spendingDueDay!: string | null
  distributionDays!: number | null
  payRateCapFen!: number | null
  teacherSharePerMille!: number | null
  leastParticipants!: number | null
  standardsBy!: FundPolicy['standardsBy']
  declarationPeriod!: DeclarationPeriod | null
  budgetCategory!: string | null
  validFromOn!: string
  validToOn!: string | null
  issuer!: string
  documentNumber!: string
}

export function toFundPolicyOut({ fund, region, ...row }: FundPolicy): FundPolicyOut {
  return {
    ...row,
    fundName: fund?.name ?? '',
    regionName: region?.name ?? null,
    regionNameEn: region?.nameEn ?? null,
  }
}
