import { EventIn } from '../../audit/index.js'
import { IsInt, Optional } from '../../platform/http/validation.js'
import type { SessionClashCode } from './plan-sessions.js'
import type { PublishRowKind } from './publish-row-kinds.js'

export class PublishIn extends EventIn {
  /** The `previewRevision` of the preview that was looked at; where something has changed since, publishing is refused. */
  @Optional()
  @IsInt()
  previewRevision?: number
}

export class PublishMomentOut {
  heldOn!: string
  startTime!: string
  endTime!: string
  teacherName!: string
  roomName!: string
}

export class PublishRowOut {
  kind!: PublishRowKind
  sectionId!: number
  sectionName!: string
  was!: PublishMomentOut | null
  willBe!: PublishMomentOut | null
  /** Of a clash: who else stands there then. */
  otherSectionName!: string | null
  /** Of a clash: what both want. */
  clash!: SessionClashCode | null
}

/** Somebody from outside who has no clearance on days of the plan (rule BAN-5): these sessions cannot be held by them. */
export class UnclearedOut {
  teacherId!: number
  teacherName!: string
  days!: string[]
}

export class PublishPreviewOut {
  /** To be sent along when publishing, so that what was listed is what happens. */
  previewRevision!: number
  /** From this day on; what has begun stays untouched. */
  fromOn!: string
  toOn!: string
  schoolDayCount!: number
  newCount!: number
  changedCount!: number
  removedCount!: number
  /** No longer planned, but with a substitution, a patrol or a change of its own: cancelled with the reason. */
  calledOffCount!: number
  keptCount!: number
  byHandCount!: number
  clashCount!: number
  pastCount!: number
  placementCount!: number
  /** Meetings that sections should have in the week but that stand nowhere. */
  unplacedCount!: number
  uncleared!: UnclearedOut[]
  /** Years of these days whose holidays the State Council has not announced yet: some sessions may fall on one. */
  unannouncedYears!: number[]
  /** At most 200 of them, the weightiest kind first; the sheet has all. */
  rows!: PublishRowOut[]
  rowCount!: number
}
