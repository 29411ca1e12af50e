import type { RaRecord } from 'react-admin'
import type { components } from '../../api/schema'

export const serviceTypes = ['after_school', 'extended_care'] as const

export interface Slot extends RaRecord {
  id: number
  schoolId: number
  termId: number
  weekday: number
  startTime: string
  endTime: string
  serviceType: string
}

export interface Timetable extends RaRecord {
  id: number
  schoolId: number
  termId: number
  version: number
  name: string | null
  revision: number
  status: 'draft' | 'published' | 'superseded'
  createdAt: string
  publishedAt: string | null
  placementCount: number
  actions: string[]
}

export interface Placement {
  id: number
  sectionId: number
  sectionName: string
  courseName: string
  slotId: number
  weekday: number
  startTime: string
  endTime: string
  teacherId: number
  teacherName: string
  roomId: number
  roomName: string
  homeClassId: number | null
  homeClassName: string | null
  weeks: WeekPattern
  startsOn: string | null
  endsOn: string | null
  isLocked: boolean
  enrolledCount: number
  capacity: number
}

export const weekPatterns = ['every', 'odd', 'even'] as const
export type WeekPattern = (typeof weekPatterns)[number]

export const gridSides = ['section', 'teacher', 'room', 'homeClass'] as const
export type GridSide = (typeof gridSides)[number]

export interface GridRow {
  id: number | null
  name: string
  placements: Placement[]
}

export interface Unplaced {
  sectionId: number
  sectionName: string
  courseName: string
  teacherId: number | null
  teacherName: string | null
  roomId: number | null
  roomName: string | null
  homeClassId?: number | null
  homeClassName: string | null
  meetingsPerWeek: number
  placedCount: number
}

export interface Grid {
  timetable: Timetable
  by: GridSide
  slots: Slot[]
  rows: GridRow[]
  unplaced: Unplaced[]
  canUndo: DraftStep | null
  canRedo: DraftStep | null
}

/** A step of the draft's history. */
export interface DraftStep {
  kind: string
  count: number
  sectionName: string | null
  madeByName: string
  madeAt: string
}

/** Whether the chosen section could stand in a slot, and if not, why. */
export interface Choice {
  slotId: number
  isFree: boolean
  code: string | null
  message: string | null
  /** Everything in the way; with the placement, where it is one. */
  clashes: { placementId: number | null; code: string; message: string }[]
  /** Possible, but not liked. */
  hint: string | null
}

/** Rules of the school against a slot; clashes are among the choices. */
export interface SlotExplained {
  slotId: number
  breaks: { rule: string; isHard: boolean; sentence: string }[]
}

export interface Obstacle {
  code: string
  message: string
  sectionId: number | null
}

export interface Readiness {
  isReady: boolean
  isImpossible: boolean
  blocking: Obstacle[]
  warnings: Obstacle[]
  sectionCount: number
  meetingCount: number
  fixedCount: number
  teacherCount: number
  roomCount: number
}

export interface TimetableRun extends RaRecord {
  id: number
  timetableId: number
  status: 'waiting' | 'finished' | 'failed' | 'accepted' | 'discarded'
  seed: number
  seconds: number
  keepsPublished: boolean
  isCancelAsked: boolean
  progress: { step: string; doneCount: number; totalCount: number } | null
  summary: {
    placedCount: number
    unplacedCount: number
    softCost: number
    softCostBefore: number | null
    milliseconds: number
    changedCount: number
  } | null
  reasons: { sectionId: number; sectionName: string; reason: string }[]
  failure: string | null
  isStale: boolean
  actions: string[]
}

interface ComparedPlace {
  placementId: number
  slotId: number
  teacherName: string
  roomName: string
  weeks: WeekPattern
}

export interface Compared {
  sectionId: number
  sectionName: string
  kind: 'moved' | 'changed' | 'only_here' | 'only_there'
  here: ComparedPlace | null
  there: ComparedPlace | null
}

export interface Comparison {
  sameCount: number
  movedCount: number
  changedCount: number
  onlyHereCount: number
  onlyThereCount: number
  items: Compared[]
}

export interface TeachingWish extends RaRecord {
  id: number
  termId: number
  teacherId: number
  teacherName: string
  isWilling: boolean
  unavailableSlotIds: number[]
  ratherNotSlotIds: number[]
  mostDaysAWeek: number | null
  mostSessionsADay: number | null
  mostInARow: number | null
}

export interface SectionRelation extends RaRecord {
  id: number
  kind: 'parallel' | 'not_parallel'
  sectionIds: number[]
  sectionNames: string[]
  note: string | null
}

export interface SchedulingSetting {
  schoolId: number
  leastKindsADay: number | null
  mostSectionsAtOnce: number | null
  daysApart: number
  substitutionNeedsApproval: boolean
  swapNeedsApproval: boolean
  leaveNeedsApproval: boolean
}

type Schemas = components['schemas']
export type PublishPreview = Schemas['PublishPreviewOut']
export type PublishRow = Schemas['PublishRowOut']
