import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, Max, Min } from 'class-validator'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
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
