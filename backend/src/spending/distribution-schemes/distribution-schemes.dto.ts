import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator'
import { EventIn, SeenIn } from '../../audit/index.js'
import { Items } from '../../platform/http/items.js'
import { IsFen, IsInt, IsDocumentDate, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { type Purpose, purposes } from '../../entitlement/index.js'
import type { DistributionScheme } from './distribution-scheme.entity.js'
import type { DistributionSchemeLine } from './distribution-scheme-line.entity.js'
import { distributionSchemeStates, type DistributionSchemeStatus } from './distribution-scheme.states.js'
import { schemeStateWords } from '../state-words.js'

export class DistributionSchemeListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  @Optional()
  @IsIn(distributionSchemeStates)
  status?: DistributionSchemeStatus
}

/** A receipt, or, for money carried over, fund and year. */
export class CreateDistributionSchemeIn {
  /** The receipt whose money is put on the classes. */
  @ValidateIf((given: CreateDistributionSchemeIn) => given.fundId === undefined)
  @IsInt()
  receiptId?: number

  @Optional()
  @IsInt()
  fundId?: number

  @ValidateIf((given: CreateDistributionSchemeIn) => given.fundId !== undefined)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear?: number

  /** Of carried-over money; one's own school where left out. */
  @Optional()
  @IsInt()
  schoolId?: number
}

export class DistributionSchemeLineIn {
  @IsInt()
  homeClassId!: number

  @IsIn(purposes)
  purpose!: Purpose

  /** Zero leaves the class out. */
  @IsFen()
  amountFen!: number
}

/** What may be changed in a draft; what is not given stays. */
export class UpdateDistributionSchemeIn extends SeenIn {
  /** All lines anew; for each purpose they add up to what they did before. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @Items(() => DistributionSchemeLineIn)
  lines?: DistributionSchemeLineIn[]

  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(500)
  note?: string | null
}

export class SubmitDistributionSchemeIn extends EventIn {
  /** When the staff meeting passed it. */
  @IsDocumentDate()
  staffMeetingOn!: string
}

export class DistributionSchemeLineOut {
  homeClassId!: number
  className!: string
  purpose!: Purpose
  amountFen!: number
}

export class DistributionSchemeOut {
  id!: number
  schoolId!: number
  schoolName!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  receiptId!: number | null
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: DistributionSchemeStatus
  totalFen!: number
  staffMeetingOn!: string | null
  note!: string | null
  createdAt!: string
  actions!: string[]
}

export class DistributionSchemeWithLinesOut extends DistributionSchemeOut {
  /** On how many classes it puts money. */
  classCount!: number
  lines!: DistributionSchemeLineOut[]
}

export function toDistributionSchemeOut(
  {
    id,
    schoolId,
    school,
    fundId,
    fund,
    fiscalYear,
    appropriationLineId,
    status,
    revision,
    totalFen,
    staffMeetingOn,
    note,
    createdAt,
  }: DistributionScheme,
  actions: string[],
): DistributionSchemeOut {
  return {
    id,
    schoolId,
    schoolName: school?.name ?? '',
    fundId,
    fundName: fund?.name ?? '',
    fiscalYear,
    receiptId: appropriationLineId,
    status,
    revision,
    totalFen,
    staffMeetingOn,
    note,
    createdAt: createdAt.toISOString(),
    actions,
  }
}

export function toDistributionSchemeLineOut({
  homeClassId,
  homeClass,
  purpose,
  amountFen,
}: DistributionSchemeLine): DistributionSchemeLineOut {
  return { homeClassId, className: homeClass?.name ?? '', purpose: purpose as Purpose, amountFen }
}

/** The columns of the exported list. */
export const distributionSchemeColumns: readonly ListColumn<DistributionSchemeOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '总额', en: 'Total', kind: 'fen', of: (row) => row.totalFen },
  { zh: '教职工会议', en: 'Staff meeting', kind: 'date', of: (row) => row.staffMeetingOn },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => schemeStateWords[row.status][language] },
]
