import type { RaRecord } from 'react-admin'

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
  enrolledCount: number
  capacity: number
}

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
}

/** Whether the chosen section could stand in a slot, and if not, why. */
export interface Choice {
  slotId: number
  isFree: boolean
  code: string | null
  message: string | null
}

export interface PublishPreview {
  fromOn: string
  toOn: string
  schoolDayCount: number
  newCount: number
  changedCount: number
  removedCount: number
  keptCount: number
  pastCount: number
  placementCount: number
  unplacedCount: number
}

export interface Session extends RaRecord {
  id: number
  sectionId: number
  sectionName: string
  courseName: string
  homeClassName: string | null
  heldOn: string
  startTime: string
  endTime: string
  teacherName: string
  roomName: string
  status: 'planned' | 'cancelled'
  reason: string | null
  actions: string[]
}
