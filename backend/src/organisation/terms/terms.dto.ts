import { Type } from 'class-transformer'
import { IsIn, IsString, Length, Matches, Max, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type CalendarDay, type DayKind, dayKinds } from './calendar-day.entity.js'
import { unannouncedYears } from './national-calendar.js'
import type { Term } from './term.entity.js'

export class TermListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolYear?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class CreateTermIn {
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode!: string

  @IsInt()
  @Min(2000)
  @Max(2100)
  schoolYear!: number

  @IsString()
  @Length(2, 60)
  @PlainText()
  name!: string

  /** The Chinese name where there is none. */
  @Optional()
  @IsString()
  @Length(2, 80)
  @PlainText()
  nameEn?: string

  @IsLocalDate()
  startsOn!: string

  @IsLocalDate()
  endsOn!: string
}

export class TermOut {
  id!: number
  regionCode!: string
  schoolYear!: number
  name!: string
  nameEn!: string
  startsOn!: string
  endsOn!: string
  isCurrent!: boolean
  /** Years of the term whose holidays are not announced yet: its calendar has to be looked at again. */
  unannouncedYears!: number[]
}

export function toTermOut(
  { id, regionCode, schoolYear, name, nameEn, startsOn, endsOn }: Term,
  today: string,
): TermOut {
  return {
    id,
    regionCode,
    schoolYear,
    name,
    nameEn,
    startsOn,
    endsOn,
    isCurrent: startsOn <= today && today <= endsOn,
    unannouncedYears: unannouncedYears(startsOn, endsOn),
  }
}

export class CalendarDayQuery {
  @Type(() => Number)
  @IsInt()
  termId!: number
}

export class UpdateCalendarDayIn {
  @IsIn(dayKinds)
  kind!: DayKind

  /** 1–7: whose timetable the day follows; only for school and make-up days. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(7)
  weekdayFollowed?: number | null

  @Optional()
  @Nullable()
  @IsString()
  @Length(0, 60)
  @PlainText()
  note?: string | null
}

export class CalendarDayOut {
  id!: number
  termId!: number
  dayOn!: string
  kind!: DayKind
  weekdayFollowed!: number | null
  note!: string | null
  /** False: a holiday by law, in a year whose arrangement is not announced yet. */
  isConfirmed!: boolean
}

export function toCalendarDayOut({
  id,
  termId,
  dayOn,
  kind,
  weekdayFollowed,
  note,
  isConfirmed,
}: CalendarDay): CalendarDayOut {
  return { id, termId, dayOn, kind, weekdayFollowed, note, isConfirmed }
}
