import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsInt, IsLocalTime, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type ListSheet, yesNo } from '../../platform/sheets/index.js'
import {
  type Area,
  areas,
  type Ownership,
  ownerships,
  type School,
  type Stage,
  stages,
} from './school.entity.js'

export class SchoolListQuery extends SearchListQuery {
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

const stageWords = {
  primary: { zh: '小学', en: 'primary' },
  junior_secondary: { zh: '初中', en: 'junior secondary' },
} as const satisfies Record<Stage, unknown>
const areaWords = {
  urban: { zh: '城区', en: 'urban' },
  township: { zh: '镇区', en: 'township' },
  rural: { zh: '乡村', en: 'rural' },
} as const satisfies Record<Area, unknown>

export const schoolListSheet: ListSheet<SchoolOut> = {
  zh: '学校',
  en: 'Schools',
  columns: [
    { zh: '学校标识码', en: 'Code', kind: 'text', of: ({ code }) => code },
    {
      zh: '名称',
      en: 'Name',
      width: 28,
      kind: 'text',
      of: ({ name, nameEn }, language) => (language === 'zh' ? name : (nameEn ?? name)),
    },
    { zh: '学段', en: 'Stage', kind: 'text', of: ({ stage }, language) => stageWords[stage][language] },
    { zh: '城乡', en: 'Area', kind: 'text', of: ({ area }, language) => areaWords[area][language] },
    { zh: '地区', en: 'Region', kind: 'text', of: ({ regionName }) => regionName },
    { zh: '末节课结束', en: 'Last lesson ends', kind: 'text', of: (row) => row.lastLessonEndTime },
    { zh: '在用', en: 'Active', kind: 'text', of: ({ isActive }, language) => yesNo(isActive, language) },
  ],
}
