import { Type } from 'class-transformer'
import { IsBoolean, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { BooleanText } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { HomeClass } from './home-class.entity.js'

export class HomeClassListQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  schoolYear?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  grade?: number

  @IsOptional()
  @BooleanText()
  @IsBoolean()
  isActive?: boolean

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  termId?: number
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
  @IsOptional()
  @IsString()
  @Length(1, 30)
  @PlainText()
  name?: string

  @IsOptional()
  @IsInt()
  homeRoomId?: number | null
}

export class UpdateHomeClassIn {
  @IsOptional()
  @IsString()
  @Length(1, 30)
  @PlainText()
  name?: string

  @IsOptional()
  @IsInt()
  homeRoomId?: number | null

  @IsOptional()
  @IsBoolean()
  isActive?: boolean
}

export class HomeClassOut {
  id!: number
  schoolId!: number
  schoolYear!: number
  grade!: number
  number!: number
  name!: string
  homeRoomId!: number | null
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
  isActive,
}: HomeClass): HomeClassOut {
  return { id, schoolId, schoolYear, grade, number, name, homeRoomId, isActive }
}
