/** Which dated sessions (课次) does a timetable make, and what changes against those that exist? Pure. */
import type { LocalDate, LocalTime } from '../../platform/calendar.js'

export interface Meeting {
  readonly sectionId: number
  readonly slotId: number
  readonly weekday: number
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  readonly teacherId: number
  readonly roomId: number
}

export interface SchoolDay {
  readonly dayOn: LocalDate
  /** Whose timetable the day follows. */
  readonly weekday: number
}

export interface DatedSession {
  readonly sectionId: number
  readonly slotId: number
  readonly heldOn: LocalDate
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  readonly teacherId: number
  readonly roomId: number
}

export interface ExistingSession extends DatedSession {
  readonly id: number
  readonly status: 'planned' | 'cancelled' | 'made_up'
}

export interface SessionChanges {
  readonly added: readonly DatedSession[]
  /** Ids of sessions that take place at another time, in another room or with another teacher. */
  readonly changed: readonly number[]
  readonly removed: readonly number[]
  readonly keptCount: number
  /** Before now: left as they are, whatever the timetable says. */
  readonly pastCount: number
}

/**
 * From a moment on (`fromOn`, and on that day from `fromTime`). What has begun stays untouched; a cancelled session
 * stays cancelled, so that nobody comes to a meeting that was called off.
 */
export function planSessions(meetings: readonly Meeting[], days: readonly SchoolDay[], existing: readonly ExistingSession[], fromOn: LocalDate, fromTime: LocalTime): SessionChanges {
  const isFuture = (heldOn: LocalDate, startTime: LocalTime) => heldOn > fromOn || (heldOn === fromOn && startTime > fromTime)
  const wanted = new Map<string, DatedSession>()
  const byWeekday = new Map<number, Meeting[]>()
  for (const meeting of meetings) byWeekday.set(meeting.weekday, [...(byWeekday.get(meeting.weekday) ?? []), meeting])
  for (const { dayOn, weekday } of days) {
    for (const meeting of byWeekday.get(weekday) ?? []) {
      if (isFuture(dayOn, meeting.startTime)) wanted.set(keyOf(meeting, dayOn), dated(meeting, dayOn))
    }
  }
  const future = existing.filter((session) => isFuture(session.heldOn, session.startTime))
  const past = new Set(existing.filter((session) => !isFuture(session.heldOn, session.startTime)).map((session) => keyOf(session, session.heldOn)))
  const changed: number[] = []
  const removed: number[] = []
  let keptCount = 0
  for (const session of future) {
    const key = keyOf(session, session.heldOn)
    const target = wanted.get(key)
    wanted.delete(key)
    if (session.status !== 'planned') keptCount += 1
    else if (!target) removed.push(session.id)
    else if (isSame(session, target)) keptCount += 1
    else changed.push(session.id)
  }
  // A slot moved later on the present day must not make a second session of what has already begun.
  const added = [...wanted].filter(([key]) => !past.has(key)).map(([, session]) => session)
  return { added, changed, removed, keptCount, pastCount: past.size }
}

function dated({ sectionId, slotId, startTime, endTime, teacherId, roomId }: Meeting, heldOn: LocalDate): DatedSession {
  return { sectionId, slotId, heldOn, startTime, endTime, teacherId, roomId }
}

function keyOf({ sectionId, slotId }: { sectionId: number; slotId: number }, heldOn: LocalDate): string {
  return `${sectionId}|${slotId}|${heldOn}`
}

function isSame(one: DatedSession, other: DatedSession): boolean {
  return one.startTime === other.startTime && one.endTime === other.endTime && one.teacherId === other.teacherId && one.roomId === other.roomId
}
