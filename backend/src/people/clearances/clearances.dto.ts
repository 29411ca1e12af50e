import { Type } from 'class-transformer'
import { IsBoolean, IsString, Length } from 'class-validator'
import { daysBetween, type LocalDate } from '../../platform/calendar.js'
import { BooleanText, IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { Clearance } from './clearance.entity.js'
import { clearanceState, type ClearanceState } from './cleared.js'

export class ClearanceListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  teacherId?: number

  /** Only those that hold today and end within 30 days. */
  @Optional()
  @BooleanText()
  @IsBoolean()
  isEnding?: boolean
}

export class CreateClearanceIn {
  @IsInt()
  teacherId!: number

  @IsLocalDate()
  validFromOn!: string

  /** Included. */
  @IsLocalDate()
  validToOn!: string

  /** Kind and number of the proof that was seen. */
  @IsString()
  @Length(2, 120)
  document!: string
}

export class ClearanceOut {
  id!: number
  schoolId!: number
  teacherId!: number
  teacherName!: string
  validFromOn!: string
  validToOn!: string
  document!: string
  isRevoked!: boolean
  state!: ClearanceState
  /** Until the last day, today not counted; null unless it holds today. */
  daysLeft!: number | null
  recordedByName!: string
}

export function toClearanceOut(
  { id, schoolId, teacherId, teacher, validFromOn, validToOn, document, isRevoked }: Clearance,
  today: LocalDate,
  warnedUntil: LocalDate,
  recordedByName: string,
): ClearanceOut {
  const state = clearanceState({ validFromOn, validToOn, isRevoked }, today, warnedUntil)
  return {
    id,
    schoolId,
    teacherId,
    teacherName: teacher!.name,
    validFromOn,
    validToOn,
    document,
    isRevoked,
    state,
    daysLeft: state === 'valid' || state === 'ending' ? daysBetween(today, validToOn) : null,
    recordedByName,
  }
}
