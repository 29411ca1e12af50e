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

type Schemas = components['schemas']
export type PublishPreview = Schemas['PublishPreviewOut']
export type PublishRow = Schemas['PublishRowOut']
export type Session = Schemas['SessionOut']
export type SessionChoices = Schemas['SessionChoicesOut']
export type Colleague = Schemas['ColleagueOut']
export type Swap = Schemas['SwapOut']
export type Substitution = Schemas['SubstitutionOut']
export type TeacherLeave = Schemas['TeacherLeaveOut']
export type TeacherLeaveWithSessions = Schemas['TeacherLeaveWithSessionsOut']
export type LeaveSession = Schemas['LeaveSessionOut']
export type Roster = Schemas['RosterOut']
export type RosterDay = Schemas['RosterDayOut']
export type ProposedDuty = Schemas['ProposedDutyOut']
export type Inspection = Schemas['InspectionOut']
export type Patrol = Schemas['PatrolOut']
export type PatrolSession = Schemas['PatrolSessionOut']
export type MyWeek = Schemas['MyWeekOut']
export type MyDay = Schemas['MyDayOut']
