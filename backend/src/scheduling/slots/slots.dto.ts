import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator'
import { IsLocalTime } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type ServiceType, serviceTypes } from './service-types.js'
import type { Slot } from './slot.entity.js'

export class SlotListQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number
}

export class CreateSlotIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  termId!: number

  /** 1 Monday … 7 Sunday; only weekdays that the term's school days follow. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number

  /** Not before the school's last lesson ends (BAN-1). */
  @IsLocalTime()
  startTime!: string

  @IsLocalTime()
  endTime!: string

  @IsIn(serviceTypes)
  serviceType!: ServiceType
}

export class UpdateSlotIn {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number

  @IsOptional()
  @IsLocalTime()
  startTime?: string

  @IsOptional()
  @IsLocalTime()
  endTime?: string

  @IsOptional()
  @IsIn(serviceTypes)
  serviceType?: ServiceType
}

export class UsualWeekIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  termId!: number
}

export class SlotOut {
  id!: number
  schoolId!: number
  termId!: number
  weekday!: number
  startTime!: string
  endTime!: string
  serviceType!: ServiceType
}

export class UsualWeekOut {
  /** Slots that were added; those that would overlap an existing one are left out. */
  items!: SlotOut[]
}

export function toSlotOut({ id, schoolId, termId, weekday, startTime, endTime, serviceType }: Slot): SlotOut {
  return { id, schoolId, termId, weekday, startTime, endTime, serviceType }
}
