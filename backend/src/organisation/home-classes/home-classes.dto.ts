import { Type } from 'class-transformer'
import { IsBoolean, IsString, Length, Max, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { BooleanText, IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type ListSheet, yesNo } from '../../platform/sheets/index.js'
import type { HomeClass } from './home-class.entity.js'

export class HomeClassListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolYear?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  grade?: number

  @Optional()
  @BooleanText()
  @IsBoolean()
  isActive?: boolean
}

export class CreateHomeClassIn {
  @IsInt()
  schoolId!: number

  /** The year in which the school year starts. */
  @IsInt()
  @Min(2000)
  @Max(2100)
  schoolYear!: number

  @IsInt()
  @Min(1)
  @Max(9)
  grade!: number

  @IsInt()
  @Min(1)
  @Max(60)
  number!: number

  /** Left out: 三(2)班. */
  @Optional()
  @IsString()
  @Length(1, 30)
  @PlainText()
  name?: string

  @Optional()
  @Nullable()
  @IsInt()
  homeRoomId?: number | null

  /** Left out: today, or the first day of a school year that is still to come. A day that has passed is noted. */
  @Optional()
  @IsLocalDate()
  startsOn?: string
}

export class UpdateHomeClassIn {
  @Optional()
  @IsString()
  @Length(1, 30)
  @PlainText()
  name?: string

  @Optional()
  @Nullable()
  @IsInt()
  homeRoomId?: number | null

  @Optional()
  @IsLocalDate()
  startsOn?: string

  /** The first day on which the class is no longer there; null: it goes on. */
  @Optional()
  @Nullable()
  @IsLocalDate()
  endsOn?: string | null
}

export class HomeClassOut {
  id!: number
  schoolId!: number
  schoolYear!: number
  grade!: number
  number!: number
  name!: string
  homeRoomId!: number | null
  startsOn!: string
  endsOn!: string | null
  isActive!: boolean
}

export function toHomeClassOut({
  id,
  schoolId,
  schoolYear,
  grade,
  number,
  name,
  homeRoomId,
  startsOn,
  endsOn,
  isActive,
}: HomeClass): HomeClassOut {
  return { id, schoolId, schoolYear, grade, number, name, homeRoomId, startsOn, endsOn, isActive }
}

export const homeClassListSheet: ListSheet<HomeClassOut> = {
  zh: '班级',
  en: 'Classes',
  columns: [
    { zh: '学年', en: 'School year', kind: 'integer', of: ({ schoolYear }) => schoolYear },
    { zh: '年级', en: 'Grade', kind: 'integer', of: ({ grade }) => grade },
    { zh: '班级', en: 'Class', kind: 'text', of: ({ name }) => name },
    { zh: '开班日期', en: 'Starts on', kind: 'date', of: ({ startsOn }) => startsOn },
    { zh: '停用日期', en: 'Ended on', kind: 'date', of: ({ endsOn }) => endsOn },
    { zh: '在用', en: 'Active', kind: 'text', of: ({ isActive }, language) => yesNo(isActive, language) },
  ],
}
