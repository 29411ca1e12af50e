import { Type } from 'class-transformer'
import { IsIn, IsString, MaxLength } from 'class-validator'
import { Part } from '../../platform/http/items.js'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { SeenIn } from '../../audit/index.js'
import { ListQuery } from '../../platform/paging.js'
import { longestHeading, missingHeadings, type PlanContent, type PlanHeading } from './plan-content.js'
import type { Plan } from './plan.entity.js'
import { planStates, type PlanStatus } from './plan.states.js'
import type { PlanVersion } from './plan-version.entity.js'

export class PlanListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @IsIn(planStates)
  status?: PlanStatus
}

export class CreatePlanIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  termId!: number
}

/** The headings to change; those left out stay. */
export class PlanContentIn {
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  goal?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  duty?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  time?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  content?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  staff?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  safety?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  fee?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  funding?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  thirdParties?: string | null
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(longestHeading)
  meetingMinutes?: string | null
}

export class UpdatePlanIn extends SeenIn {
  @Part(() => PlanContentIn)
  content!: PlanContentIn
}

export class PlanContentOut implements PlanContent {
  goal!: string
  duty!: string
  time!: string
  content!: string
  staff!: string
  safety!: string
  fee!: string
  funding!: string
  thirdParties!: string
  meetingMinutes!: string
}

export class PlanSummaryOut {
  id!: number
  schoolId!: number
  schoolName!: string
  termId!: number
  termName!: string
  termNameEn!: string
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: PlanStatus
  /** How often it has been submitted. */
  version!: number
  filingNumber!: string | null
  updatedAt!: string
  actions!: string[]
}

export class PlanOut extends PlanSummaryOut {
  content!: PlanContentOut
  /** Required headings that are still empty. */
  missing!: PlanHeading[]
}

export class PlanVersionOut {
  id!: number
  version!: number
  content!: PlanContentOut
  contentHash!: string
  submittedAt!: string
  submittedByName!: string
}

export function toPlanSummaryOut(plan: Plan, actions: string[]): PlanSummaryOut {
  const { id, schoolId, school, termId, term, status, revision, version, filingNumber, updatedAt } = plan
  return {
    id,
    schoolId,
    schoolName: school?.name ?? '',
    termId,
    termName: term?.name ?? '',
    termNameEn: term?.nameEn ?? '',
    status,
    revision,
    version,
    filingNumber,
    updatedAt: updatedAt.toISOString(),
    actions,
  }
}

export function toPlanOut(plan: Plan, actions: string[]): PlanOut {
  return { ...toPlanSummaryOut(plan, actions), content: plan.content, missing: missingHeadings(plan.content) }
}

export function toPlanVersionOut({
  id,
  version,
  content,
  contentHash,
  submittedAt,
  submittedByName,
}: PlanVersion): PlanVersionOut {
  return { id, version, content, contentHash, submittedAt: submittedAt.toISOString(), submittedByName }
}
