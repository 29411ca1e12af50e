/** What the server tells of rooms and teachers, and how times are written. */
interface ReportSpan {
  from: string
  to: string
  asOf: string
  weekCount: number
}

export interface RoomUseRow {
  roomId: number
  name: string
  capacity: number
  sessionCount: number
  minutes: number
  minutesPerWeek: number
  usePerMille: number | null
  busiestWeekCount: number
  busiestWeekOn: string | null
  cancelledCount: number
}

export interface RoomUse extends ReportSpan {
  slotCount: number
  peak: { heldOn: string; startTime: string; roomCount: number } | null
  usedRoomCount: number
  items: RoomUseRow[]
}

export interface TeacherLoadRow {
  teacherId: number
  name: string
  kind: 'staff' | 'lecturer'
  sessionCount: number
  minutes: number
  dayCount: number
  lateCount: number
  takenCount: number
  givenCount: number
  ofMeanPerMille: number | null
  cancelledCount: number
}

export interface LoadStep {
  fromCount: number
  toCount: number
  teacherCount: number
}

export interface TeacherLoad extends ReportSpan {
  teachingCount: number
  meanMinutes: number | null
  distribution: LoadStep[]
  items: TeacherLoadRow[]
}

/** 90 → "1.5": hours to a tenth, without a fraction where it is whole. */
export function printHours(minutes: number): string {
  const tenths = Math.round(minutes / 6)
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`
}
