import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Matches, Max, Min } from 'class-validator'
import { BooleanText, IsInt, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { PayingLevel, Purpose } from '../../entitlement/index.js'
import type { DistributionSchemeStatus } from '../distribution-schemes/distribution-scheme.states.js'
import { type Allotment, leftOf } from '../../ledger/index.js'
import { type WarningCode, warningCodes } from './warnings.js'

export class AllotmentListQuery extends ListQuery {
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
  @Type(() => Number)
  @IsInt()
  homeClassId?: number
}

export class AllotmentOut {
  id!: number
  schoolId!: number
  homeClassId!: number
  className!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  purpose!: Purpose
  receivedFen!: number
  carriedFen!: number
  returnedFen!: number
  committedFen!: number
  spentFen!: number
  leftFen!: number
}

export function toAllotmentOut(allotment: Allotment): AllotmentOut {
  const {
    id,
    schoolId,
    homeClassId,
    homeClass,
    fundId,
    fund,
    fiscalYear,
    purpose,
    receivedFen,
    carriedFen,
    returnedFen,
    committedFen,
    spentFen,
  } = allotment
  return {
    id,
    schoolId,
    homeClassId: homeClassId!,
    className: homeClass?.name ?? '',
    fundId,
    fundName: fund?.name ?? '',
    fiscalYear,
    purpose: purpose as Purpose,
    receivedFen,
    carriedFen,
    returnedFen,
    committedFen,
    spentFen,
    leftFen: leftOf(allotment),
  }
}

export class BoardQuery {
  @Type(() => Number)
  @IsInt()
  schoolId!: number

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  /** 0: only what stands on no class yet. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  homeClassId?: number

  /** Only rows with this warning, or with any. */
  @Optional()
  @IsIn(['any', ...warningCodes])
  warning?: WarningCode | 'any'
}

export class FlowQuery {
  @Type(() => Number)
  @IsInt()
  schoolId!: number

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number
}

export class RegionBoardQuery {
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  /** A region below one's own. */
  @Optional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** Only schools with this warning, or with any. */
  @Optional()
  @IsIn(['any', ...warningCodes])
  warning?: WarningCode | 'any'

  /** With the rows of the classes. */
  @Optional()
  @BooleanText()
  @IsBoolean()
  classes?: boolean

  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  page?: number

  /** All schools where left out. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2000)
  pageSize?: number
}

export class BoardFiguresOut {
  entitledFen!: number
  declaredFen!: number
  approvedFen!: number
  receivedFen!: number
  /** Carried in from the year before, less what was carried out. */
  carriedFen!: number
  returnedFen!: number
  committedFen!: number
  spentFen!: number
  /** Received and carried over, less returned, committed and spent. */
  leftFen!: number
}

export class WarningOut {
  code!: WarningCode
  /** In the reader's language, with its figures. */
  message!: string
}

export class BoardRowOut {
  /** Null: received by the school and on no class yet. */
  homeClassId!: number | null
  className!: string | null
  grade!: number | null
  fundId!: number
  fundName!: string
  purpose!: Purpose
  allotmentId!: number
  figures!: BoardFiguresOut
  warnings!: WarningOut[]
}

export class BoardOut {
  schoolId!: number
  fiscalYear!: number
  /** One row for each class, fund and purpose that the ledger knows; the school's own money first. */
  rows!: BoardRowOut[]
  /** Of the rows shown. */
  totals!: BoardFiguresOut
  /** Classes for which nothing is entitled: not the same as an entitlement of zero. */
  classesWithout!: string[]
}

export class WarningCountOut {
  code!: WarningCode
  name!: string
  count!: number
}

export class RegionBoardSchoolOut {
  schoolId!: number
  schoolName!: string
  regionCode!: string
  classCount!: number
  figures!: BoardFiguresOut
  warnings!: WarningCountOut[]
  /** Null where classes were not asked for. */
  rows!: BoardRowOut[] | null
}

export class RegionBoardOut {
  fiscalYear!: number
  /** Of all schools that the filters leave, whatever page is shown. */
  totals!: BoardFiguresOut
  schools!: RegionBoardSchoolOut[]
  /** Schools with money, and classes with a row. */
  schoolCount!: number
  classCount!: number
  /** Active schools without a figure: not the same as zero. */
  schoolsWithout!: string[]
}

export class FlowNoticeOut {
  appropriationId!: number
  receiptId!: number
  title!: string
  documentNumber!: string | null
  level!: PayingLevel
  amountFen!: number
  issuedOn!: string | null
  receivedOn!: string | null
  schemeId!: number | null
  schemeStatus!: DistributionSchemeStatus | null
}

export class FlowClassOut {
  homeClassId!: number
  className!: string
  figures!: BoardFiguresOut
}

/** From the notices to the school and from there to its classes. */
export class FlowOut {
  schoolId!: number
  fiscalYear!: number
  /** Issued, whether received or not. */
  grantedFen!: number
  figures!: BoardFiguresOut
  notices!: FlowNoticeOut[]
  /** What stands with the school and on no class. */
  pot!: BoardFiguresOut
  classes!: FlowClassOut[]
}
