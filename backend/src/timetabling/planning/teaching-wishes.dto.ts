import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, Max, Min } from 'class-validator'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type Language, type ListSheet, yesNo } from '../../platform/sheets/index.js'
import { printWhen } from '../slots/print-when.js'
import type { Slot } from '../slots/slot.entity.js'
import type { TeachingWish } from './teaching-wish.entity.js'

const mostSlots = 100

export class TeachingWishListQuery extends ListQuery {
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
  teacherId?: number
}

export class UpdateTeachingWishIn {
  /** False: takes no part; automatic scheduling does not choose this teacher. */
  @Optional()
  @IsBoolean()
  isWilling?: boolean

  /** Cannot: ids of slots of the term. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(mostSlots)
  @ArrayUnique()
  @IsInt({ each: true })
  unavailableSlotIds?: number[]

  /** Would rather not: ids of slots, none of those above. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(mostSlots)
  @ArrayUnique()
  @IsInt({ each: true })
  ratherNotSlotIds?: number[]

  /** null: as many as it takes. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(7)
  mostDaysAWeek?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(10)
  mostSessionsADay?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(10)
  mostInARow?: number | null
}

export class CreateTeachingWishIn extends UpdateTeachingWishIn {
  @IsInt()
  termId!: number

  @IsInt()
  teacherId!: number
}

export class TeachingWishOut {
  id!: number
  schoolId!: number
  termId!: number
  teacherId!: number
  teacherName!: string
  isWilling!: boolean
  unavailableSlotIds!: number[]
  ratherNotSlotIds!: number[]
  mostDaysAWeek!: number | null
  mostSessionsADay!: number | null
  mostInARow!: number | null
}

export function toTeachingWishOut(wish: TeachingWish): TeachingWishOut {
  const {
    id,
    schoolId,
    termId,
    teacherId,
    teacher,
    isWilling,
    unavailableSlotIds,
    ratherNotSlotIds,
    mostDaysAWeek,
    mostSessionsADay,
    mostInARow,
  } = wish
  return {
    id,
    schoolId,
    termId,
    teacherId,
    teacherName: teacher!.name,
    isWilling,
    unavailableSlotIds,
    ratherNotSlotIds,
    mostDaysAWeek,
    mostSessionsADay,
    mostInARow,
  }
}

/** `slots`: those of the rows, in the order in which they are named. */
export function teachingWishListSheet(slots: readonly Slot[]): ListSheet<TeachingWishOut> {
  const named = (ids: readonly number[], language: Language) =>
    slots
      .filter((slot) => ids.includes(slot.id))
      .map((slot) => printWhen(slot, language))
      .join(language === 'zh' ? '、' : ', ') || null
  return {
    zh: '教师排课要求',
    en: 'Teaching wishes',
    columns: [
      { zh: '教师', en: 'Teacher', kind: 'text', of: ({ teacherName }) => teacherName },
      {
        zh: '参加课后服务',
        en: 'Takes part',
        kind: 'text',
        of: ({ isWilling }, language) => yesNo(isWilling, language),
      },
      {
        zh: '不能上课的时段',
        en: 'Cannot',
        width: 40,
        kind: 'text',
        of: ({ unavailableSlotIds }, language) => named(unavailableSlotIds, language),
      },
      {
        zh: '尽量不排的时段',
        en: 'Would rather not',
        width: 40,
        kind: 'text',
        of: ({ ratherNotSlotIds }, language) => named(ratherNotSlotIds, language),
      },
      { zh: '每周最多天数', en: 'Most days a week', kind: 'integer', of: (row) => row.mostDaysAWeek },
      { zh: '每天最多次数', en: 'Most sessions a day', kind: 'integer', of: (row) => row.mostSessionsADay },
      { zh: '最多连上次数', en: 'Most in a row', kind: 'integer', of: (row) => row.mostInARow },
    ],
  }
}
