import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, Max, Min } from 'class-validator'
import { IsInt } from '../../platform/http/validation.js'

export class SendRemindersIn {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsInt({ each: true })
  schoolIds!: number[]

  @IsIn(['declaration_due', 'estimate_due'])
  kind!: 'declaration_due' | 'estimate_due'

  @IsInt()
  fundId!: number

  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number
}

export class SentRemindersOut {
  /** Schools that were reminded, by this request or by one before it today; those that have done it already are not. */
  sentCount!: number
  askedCount!: number
}

export class ReminderOut {
  id!: number
  kind!: string
  sentence!: string
  schoolId!: number | null
  schoolName!: string | null
  entity!: string
  entityId!: number | null
  dueOn!: string
  isLate!: boolean
  sentAt!: string
}
