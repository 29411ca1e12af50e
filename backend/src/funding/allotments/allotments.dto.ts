import { Type } from 'class-transformer'
import { IsInt, IsOptional, Max, Min } from 'class-validator'
import { ListQuery } from '../../platform/paging.js'
import type { Purpose } from '../standards/purposes.js'
import { type Allotment, leftOf } from './allotment.entity.js'

export class AllotmentListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  fiscalYear?: number

  @IsOptional() @Type(() => Number) @IsInt()
  fundId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  homeClassId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number
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
  allottedFen!: number
  committedFen!: number
  spentFen!: number
  leftFen!: number
}

export function toAllotmentOut({ id, schoolId, homeClassId, homeClass, fundId, fund, fiscalYear, purpose, allottedFen, committedFen, spentFen }: Allotment): AllotmentOut {
  return {
    id, schoolId, homeClassId, className: homeClass?.name ?? '', fundId, fundName: fund?.name ?? '', fiscalYear, purpose: purpose as Purpose,
    allottedFen, committedFen, spentFen, leftFen: leftOf({ allottedFen, committedFen, spentFen }),
  }
}

export class BoardQuery {
  @Type(() => Number) @IsInt()
  schoolId!: number

  @Type(() => Number) @IsInt() @Min(2000) @Max(2100)
  fiscalYear!: number

  @IsOptional() @Type(() => Number) @IsInt()
  fundId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number
}

export class BoardFiguresOut {
  entitledFen!: number
  declaredFen!: number
  approvedFen!: number
  receivedFen!: number
  committedFen!: number
  spentFen!: number
  /** Received less committed and spent. */
  leftFen!: number
}

export class BoardRowOut {
  homeClassId!: number
  className!: string
  grade!: number
  fundId!: number
  fundName!: string
  purpose!: Purpose
  allotmentId!: number | null
  figures!: BoardFiguresOut
}

export class BoardOut {
  schoolId!: number
  fiscalYear!: number
  /** One row for each class, fund and purpose that the ledger knows. */
  rows!: BoardRowOut[]
  totals!: BoardFiguresOut
  /** Classes for which nothing is entitled: not the same as an entitlement of zero. */
  classesWithout!: string[]
}
