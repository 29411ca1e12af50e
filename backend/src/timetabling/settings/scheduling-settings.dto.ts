import { IsBoolean, Max, Min } from 'class-validator'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import type { SchedulingSetting } from './scheduling-setting.entity.js'

export class UpdateSchedulingSettingIn {
  /** Each grade has a choice of at least so many kinds on each day; null: not asked. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(10)
  leastKindsADay?: number | null

  /** At most so many sections of one grade at the same time; null: not asked. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(100)
  mostSectionsAtOnce?: number | null

  /** Days between two meetings of a section, at least; 1: not twice on one day. */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(4)
  daysApart?: number

  @Optional()
  @IsBoolean()
  substitutionNeedsApproval?: boolean

  @Optional()
  @IsBoolean()
  swapNeedsApproval?: boolean

  @Optional()
  @IsBoolean()
  leaveNeedsApproval?: boolean
}

export class SchedulingSettingOut {
  schoolId!: number
  leastKindsADay!: number | null
  mostSectionsAtOnce!: number | null
  daysApart!: number
  substitutionNeedsApproval!: boolean
  swapNeedsApproval!: boolean
  leaveNeedsApproval!: boolean
}

export type SettingColumns = Omit<SchedulingSetting, 'id' | 'schoolId' | 'revision'>

/** As long as a school has set nothing. */
export const defaultSetting: SettingColumns = {
  leastKindsADay: null,
  mostSectionsAtOnce: null,
  daysApart: 1,
  substitutionNeedsApproval: true,
  swapNeedsApproval: true,
  leaveNeedsApproval: true,
}

export function toSchedulingSettingOut(schoolId: number, setting: SettingColumns): SchedulingSettingOut {
  const {
    leastKindsADay,
    mostSectionsAtOnce,
    daysApart,
    substitutionNeedsApproval,
    swapNeedsApproval,
    leaveNeedsApproval,
  } = setting
  return {
    schoolId,
    leastKindsADay,
    mostSectionsAtOnce,
    daysApart,
    substitutionNeedsApproval,
    swapNeedsApproval,
    leaveNeedsApproval,
  }
}
