import { Type } from 'class-transformer'
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { BooleanText, IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { ListSheet } from '../../platform/sheets/index.js'
import type { Section } from './section.entity.js'

export const sectionKinds = ['home_class', 'mixed'] as const
export type SectionKind = (typeof sectionKinds)[number]

export class SectionListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  courseId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  teacherId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  homeClassId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9)
  grade?: number

  @Optional()
  @IsIn(sectionKinds)
  kind?: SectionKind

  @Optional()
  @BooleanText()
  @IsBoolean()
  isActive?: boolean
}

export class CreateSectionIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  termId!: number

  @IsInt()
  courseId!: number

  @IsString()
  @Length(1, 80)
  @PlainText()
  name!: string

  @IsIn(sectionKinds)
  kind!: SectionKind

  /** Needed for a section of a whole home class, not allowed for a mixed one. */
  @Optional()
  @Nullable()
  @IsInt()
  homeClassId?: number | null

  /** Grades that may take part; must lie in the course's. Left out: the home class's grade, or all of the course. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(9, { each: true })
  grades?: number[]

  @Optional()
  @Nullable()
  @IsInt()
  teacherId?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  roomId?: number | null

  /** Children at most; not more than the room holds. */
  @IsInt()
  @Min(1)
  @Max(2000)
  capacity!: number

  @Optional()
  @IsInt()
  @Min(1)
  @Max(14)
  meetingsPerWeek?: number
}

export class UpdateSectionIn {
  @Optional()
  @IsString()
  @Length(1, 80)
  @PlainText()
  name?: string

  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(9, { each: true })
  grades?: number[]

  @Optional()
  @Nullable()
  @IsInt()
  teacherId?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  roomId?: number | null

  @Optional()
  @IsInt()
  @Min(1)
  @Max(2000)
  capacity?: number

  @Optional()
  @IsInt()
  @Min(1)
  @Max(14)
  meetingsPerWeek?: number

  @Optional()
  @IsBoolean()
  isActive?: boolean
}

export class SectionOut {
  id!: number
  schoolId!: number
  termId!: number
  courseId!: number
  courseName!: string
  categoryName!: string
  categoryNameEn!: string
  kindName!: string | null
  kindNameEn!: string | null
  name!: string
  kind!: SectionKind
  homeClassId!: number | null
  homeClassName!: string | null
  grades!: number[]
  teacherId!: number | null
  teacherName!: string | null
  roomId!: number | null
  roomName!: string | null
  capacity!: number
  /** Enrolments that have not ended. */
  enrolledCount!: number
  meetingsPerWeek!: number
  isActive!: boolean
}

export function toSectionOut(section: Section): SectionOut {
  const {
    id,
    schoolId,
    termId,
    courseId,
    name,
    kind,
    homeClassId,
    grades,
    teacherId,
    roomId,
    capacity,
    enrolledCount,
    meetingsPerWeek,
    isActive,
  } = section
  return {
    id,
    schoolId,
    termId,
    courseId,
    courseName: section.course?.name ?? '',
    categoryName: section.category?.name ?? '',
    categoryNameEn: section.category?.nameEn ?? '',
    kindName: section.kindOfCategory?.name ?? null,
    kindNameEn: section.kindOfCategory?.nameEn ?? null,
    name,
    kind,
    homeClassId,
    homeClassName: section.homeClass?.name ?? null,
    grades,
    teacherId,
    teacherName: section.teacher?.name ?? null,
    roomId,
    roomName: section.room?.name ?? null,
    capacity,
    enrolledCount,
    meetingsPerWeek,
    isActive,
  }
}

export const sectionListSheet: ListSheet<SectionOut> = {
  zh: '课程班',
  en: 'Sections',
  columns: [
    { zh: '课程班', en: 'Section', width: 24, kind: 'text', of: ({ name }) => name },
    { zh: '课程', en: 'Course', width: 20, kind: 'text', of: ({ courseName }) => courseName },
    { zh: '行政班', en: 'Home class', kind: 'text', of: ({ homeClassName }) => homeClassName },
    { zh: '年级', en: 'Grades', kind: 'text', of: ({ grades }) => grades.join(', ') },
    { zh: '任课教师', en: 'Teacher', kind: 'text', of: ({ teacherName }) => teacherName },
    { zh: '场地', en: 'Room', kind: 'text', of: ({ roomName }) => roomName },
    { zh: '每周次数', en: 'Meetings a week', kind: 'integer', of: ({ meetingsPerWeek }) => meetingsPerWeek },
    { zh: '在班人数', en: 'Enrolled', kind: 'integer', of: ({ enrolledCount }) => enrolledCount },
    { zh: '容量', en: 'Capacity', kind: 'integer', of: ({ capacity }) => capacity },
  ],
}
