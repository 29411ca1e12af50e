import { Type } from 'class-transformer'
import { IsBoolean, IsIn, Max, Min } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type RunStatus, runStates } from './timetable-run.states.js'

export class TimetableRunListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  timetableId?: number

  @Optional()
  @IsIn(runStates)
  status?: RunStatus
}

export class CreateTimetableRunIn {
  @IsInt()
  timetableId!: number

  /** The same seed and draft give the same answer. Left out: another one each time. */
  @Optional()
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  seed?: number

  /** How long to look for a better answer, at most. */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(120)
  seconds?: number

  /** As few changes as possible against the published week. */
  @Optional()
  @IsBoolean()
  keepsPublished?: boolean

  /** Goes on without the sections that are not ready; they stay as they are. */
  @Optional()
  @IsBoolean()
  leavesOutUnready?: boolean
}

export class RunProgressOut {
  /** waiting, loading, solving, saving */
  step!: string
  /** Meetings placed so far. */
  doneCount!: number
  totalCount!: number
}

export class RunReasonOut {
  sectionId!: number
  sectionName!: string
  reason!: string
}

export class RunSummaryOut {
  placedCount!: number
  unplacedCount!: number
  violationCount!: number
  /** Weighted sum of wishes that are not kept; less is better. */
  softCost!: number
  /** The same for the draft as it stood; null where it had less placed and cannot be compared. */
  softCostBefore!: number | null
  milliseconds!: number
  steps!: number
  /** Meetings of the draft that would stand elsewhere. */
  changedCount!: number
}

export class TimetableRunOut {
  id!: number
  schoolId!: number
  timetableId!: number
  status!: RunStatus
  seed!: number
  seconds!: number
  keepsPublished!: boolean
  isCancelAsked!: boolean
  /** While it waits or works. */
  progress!: RunProgressOut | null
  summary!: RunSummaryOut | null
  /** What could not be placed, and why. */
  reasons!: RunReasonOut[]
  /** Why it failed, as a sentence. */
  failure!: string | null
  /** The draft has changed since: it can no longer be taken over. */
  isStale!: boolean
  createdAt!: string
  endedAt!: string | null
  /** accept, discard, cancel */
  actions!: string[]
}
