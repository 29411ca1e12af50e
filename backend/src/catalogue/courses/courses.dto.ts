import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
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
import { type ListSheet, yesNo } from '../../platform/sheets/index.js'
import { type RoomKind, roomKinds } from '../../organisation/index.js'
import type { Course } from './course.entity.js'

export class CourseListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** A kind stands for the items under it too. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  categoryId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9)
  grade?: number

  @Optional()
  @BooleanText()
  @IsBoolean()
  isActive?: boolean
}

export class CreateCourseIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  categoryId!: number

  /** Words that stand for drilling or new lessons are refused (BAN-3). */
  @IsString()
  @Length(1, 60)
  @PlainText()
  name!: string

  @Optional()
  @Nullable()
  @IsString()
  @Length(0, 1000)
  description?: string | null

  /** Grades for which it is meant, 1–9. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(9, { each: true })
  grades!: number[]

  /** Kinds of rooms that would do; empty: any. */
  @Optional()
  @IsArray()
  @ArrayUnique()
  @IsIn(roomKinds, { each: true })
  roomKinds?: RoomKind[]

  /** What the room must have, as its rooms name it. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  equipment?: string[]
}

export class UpdateCourseIn {
  @Optional()
  @IsInt()
  categoryId?: number

  @Optional()
  @IsString()
  @Length(1, 60)
  @PlainText()
  name?: string

  @Optional()
  @Nullable()
  @IsString()
  @Length(0, 1000)
  description?: string | null

  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(9, { each: true })
  grades?: number[]

  /** Kinds of rooms that would do; empty: any. */
  @Optional()
  @IsArray()
  @ArrayUnique()
  @IsIn(roomKinds, { each: true })
  roomKinds?: RoomKind[]

  /** What the room must have, as its rooms name it. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  equipment?: string[]

  @Optional()
  @IsBoolean()
  isActive?: boolean
}

export class CourseOut {
  id!: number
  schoolId!: number
  categoryId!: number
  categoryName!: string
  categoryNameEn!: string
  /** The kind above the item; null where the category is a kind itself. */
  kindName!: string | null
  kindNameEn!: string | null
  name!: string
  description!: string | null
  grades!: number[]
  roomKinds!: RoomKind[]
  equipment!: string[]
  isActive!: boolean
}

export function toCourseOut(course: Course): CourseOut {
  const {
    id,
    schoolId,
    categoryId,
    category,
    kindOfCategory,
    name,
    description,
    grades,
    roomKinds,
    equipment,
    isActive,
  } = course
  return {
    id,
    schoolId,
    categoryId,
    categoryName: category?.name ?? '',
    categoryNameEn: category?.nameEn ?? '',
    kindName: kindOfCategory?.name ?? null,
    kindNameEn: kindOfCategory?.nameEn ?? null,
    name,
    description,
    grades,
    roomKinds,
    equipment,
    isActive,
  }
}

export const courseListSheet: ListSheet<CourseOut> = {
  zh: '课程',
  en: 'Courses',
  columns: [
    { zh: '课程', en: 'Course', width: 24, kind: 'text', of: ({ name }) => name },
    {
      zh: '大类',
      en: 'Kind',
      kind: 'text',
      of: ({ kindName, kindNameEn }, language) => (language === 'zh' ? kindName : kindNameEn),
    },
    {
      zh: '类别',
      en: 'Category',
      kind: 'text',
      of: ({ categoryName, categoryNameEn }, language) => (language === 'zh' ? categoryName : categoryNameEn),
    },
    { zh: '年级', en: 'Grades', kind: 'text', of: ({ grades }) => grades.join(', ') },
    { zh: '简介', en: 'Description', width: 40, kind: 'text', of: ({ description }) => description },
    { zh: '开设', en: 'Offered', kind: 'text', of: ({ isActive }, language) => yesNo(isActive, language) },
  ],
}
