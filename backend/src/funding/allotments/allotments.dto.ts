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
  receivedFen!: number
  carriedFen!: number
  returnedFen!: number
  committedFen!: number
  spentFen!: number
  leftFen!: number
}

export function toAllotmentOut(allotment: Allotment): AllotmentOut {
  const { id, schoolId, homeClassId, homeClass, fundId, fund, fiscalYear, purpose, receivedFen, carriedFen, returnedFen, committedFen, spentFen } = allotment
  return {
    id, schoolId, homeClassId: homeClassId!, className: homeClass?.name ?? '', fundId, fundName: fund?.name ?? '', fiscalYear, purpose: purpose as Purpose,
    receivedFen, carriedFen, returnedFen, committedFen, spentFen, leftFen: leftOf(allotment),
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
  /** Carried in from the year before, less what was carried out. */
  carriedFen!: number
  returnedFen!: number
  committedFen!: number
  spentFen!: number
  /** Received and carried over, less returned, committed and spent. */
  leftFen!: number
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
