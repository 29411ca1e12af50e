/** One automatic arrangement of a draft (自动排课): what was asked, how it ended, and whether somebody took it. */
import { Entity, Index } from 'typeorm'
import {
  At,
  Count,
  Flag,
  Id,
  Json,
  LooseReference,
  Reference,
  Revision,
  State,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Job } from '../../platform/jobs/job.entity.js'
import { Timetable } from '../timetables/timetable.entity.js'
import type { RunStatus } from './timetable-run.states.js'

@Entity()
@Index(['timetableId', 'id'])
export class TimetableRun {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Timetable) timetableId!: number
  @Reference(() => Job, { nullable: true }) jobId!: number | null
  @State() status!: RunStatus
  @Revision() revision!: number
  /** The same seed and draft give the same answer. */
  @Count() seed!: number
  @Count() seconds!: number
  /** True: as few changes as possible against the published week. */
  @Flag() keepsPublished!: boolean
  /** Of the draft when the run began: an answer to an older draft is not taken over silently. */
  @Count() draftRevision!: number
  /** Somebody asked it to stop: it ends with the best so far. */
  @Flag() isCancelAsked!: boolean
  @Json({ nullable: true }) summary!: RunSummary | null
  @LooseReference() requestedById!: number
  @At() createdAt!: Date
  @At({ nullable: true }) endedAt!: Date | null
}

export interface RunSummary {
  readonly placedCount: number
  readonly unplacedCount: number
  readonly violationCount: number
  readonly softCost: number
  readonly softCostBefore: number | null
  readonly milliseconds: number
  readonly steps: number
  /** Meetings that stand elsewhere than in the draft before. */
  readonly changedCount: number
  /** Sections that could not be placed, with the reason in both languages; at most 50. */
  readonly reasons: readonly { readonly sectionId: number; readonly zh: string; readonly en: string }[]
}
