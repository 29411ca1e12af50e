import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsInt, IsLocalTime, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import {
  type Area,
  areas,
  type Ownership,
  ownerships,
  type School,
  type Stage,
  stages,
} from './school.entity.js'

export class SchoolListQuery extends ListQuery {
  @Optional()
  @IsIn(stages)
  stage?: Stage

  @Optional()
  @IsIn(areas)
  area?: Area

  @Optional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode?: string
}

export class CreateSchoolIn {
  /** National school code (学校标识码); opaque, unique. */
  @IsString()
  @Matches(/^[0-9A-Z]{6,20}$/)
  code!: string

  @IsString()
  @Length(2, 80)
  @PlainText()
  name!: string

  @Optional()
  @Nullable()
  @IsString()
  @Length(2, 120)
  nameEn?: string | null

  @IsIn(stages)
  stage!: Stage

  @IsIn(areas)
  area!: Area

  /** Public unless said otherwise. */
  @Optional()
  @IsIn(ownerships)
  ownership?: Ownership

  @IsInt()
  regionId!: number

  /** After-school service may start at this time or later (BAN-1). */
  @IsLocalTime()
  lastLessonEndTime!: string
}

export class UpdateSchoolIn {
  @Optional()
  @IsString()
  @Length(2, 80)
  @PlainText()
  name?: string

  @Optional()
  @Nullable()
  @IsString()
  @Length(2, 120)
  nameEn?: string | null

  @Optional()
  @IsIn(areas)
  area?: Area

  @Optional()
  @IsIn(ownerships)
  ownership?: Ownership

  @Optional()
  @IsLocalTime()
  lastLessonEndTime?: string

  @Optional()
  @IsBoolean()
  isActive?: boolean
}

export class SchoolOut {
  id!: number
  code!: string
  name!: string
  nameEn!: string | null
  stage!: Stage
  area!: Area
  ownership!: Ownership
  regionId!: number
  regionCode!: string
  regionName!: string
  lastLessonEndTime!: string
  isActive!: boolean
}

export function toSchoolOut(school: School): SchoolOut {
  const {
    id,
    code,
    name,
    nameEn,
    stage,
    area,
    ownership,
    regionId,
    regionCode,
    lastLessonEndTime,
    isActive,
  } = school
  return {
    id,
    code,
    name,
    nameEn,
    stage,
    area,
    ownership,
    regionId,
    regionCode,
    regionName: school.region?.name ?? '',
    lastLessonEndTime,
    isActive,
  }
}
