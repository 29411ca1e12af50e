import { Type } from 'class-transformer'
import { IsIn, Max, Min } from 'class-validator'
import { IsInt, IsLocalTime, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type ServiceType, serviceTypes } from './service-types.js'
import type { Slot } from './slot.entity.js'

export class SlotListQuery extends ListQuery {
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
  @Optional()
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number

  @Optional()
  @IsLocalTime()
  startTime?: string

  @Optional()
  @IsLocalTime()
  endTime?: string

  @Optional()
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
