import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional } from 'class-validator'
import { EventIn } from '../../audit/index.js'
import { IsLocalDate } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { Purpose } from '../standards/purposes.js'
import type { Scheme } from './scheme.entity.js'
import type { SchemeLine } from './scheme-line.entity.js'
import { schemeStates, type SchemeStatus } from './scheme.states.js'

export class SchemeListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  fiscalYear?: number

  @IsOptional() @Type(() => Number) @IsInt()
  fundId?: number

  @IsOptional() @IsIn(schemeStates)
  status?: SchemeStatus

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number
}

export class CreateSchemeIn {
  /** The receipt whose money is put on the classes. */
  @IsInt()
  receiptId!: number
}

export class SubmitSchemeIn extends EventIn {
  /** When the staff meeting passed it. */
  @IsLocalDate()
  staffMeetingOn!: string
}

export class SchemeLineOut {
  homeClassId!: number
  className!: string
  purpose!: Purpose
  amountFen!: number
}

export class SchemeOut {
  id!: number
  schoolId!: number
  schoolName!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  receiptId!: number | null
  status!: SchemeStatus
  totalFen!: number
  staffMeetingOn!: string | null
  note!: string | null
  createdAt!: string
  actions!: string[]
}

export class SchemeWithLinesOut extends SchemeOut {
  lines!: SchemeLineOut[]
}

export function toSchemeOut({ id, schoolId, school, fundId, fund, fiscalYear, appropriationLineId, status, totalFen, staffMeetingOn, note, createdAt }: Scheme, actions: string[]): SchemeOut {
  return {
    id, schoolId, schoolName: school?.name ?? '', fundId, fundName: fund?.name ?? '', fiscalYear, receiptId: appropriationLineId, status, totalFen, staffMeetingOn, note, createdAt: createdAt.toISOString(), actions,
  }
}

export function toSchemeLineOut({ homeClassId, homeClass, purpose, amountFen }: SchemeLine): SchemeLineOut {
  return { homeClassId, className: homeClass?.name ?? '', purpose: purpose as Purpose, amountFen }
}
