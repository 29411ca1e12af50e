/** Which dated sessions (课次) does a timetable make, and what changes against those that exist? Pure. */
import type { LocalDate, LocalTime } from '../../platform/calendar.js'
import { overlap, weekOfTerm } from '../../timetabling/pure.js'

export interface Meeting {
  readonly sectionId: number
  readonly slotId: number
  readonly weekday: number
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  readonly teacherId: number
  readonly roomId: number
  readonly weeks: 'every' | 'odd' | 'even'
  /** Only from and to these days, both included. */
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
}

export interface SchoolDay {
  readonly dayOn: LocalDate
  /** Whose timetable the day follows. */
  readonly weekday: number
}

/** What holds on a day: when, with whom, where. */
export interface Held {
  readonly heldOn: LocalDate
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  readonly teacherId: number
  readonly roomId: number
}

export interface DatedSession extends Held {
  readonly sectionId: number
  readonly slotId: number
}

export interface ExistingSession extends DatedSession {
  readonly id: number
  readonly plannedOn: LocalDate
  readonly plannedStartTime: LocalTime
  readonly plannedEndTime: LocalTime
  readonly plannedTeacherId: number
  readonly plannedRoomId: number
  readonly makesUpId: number | null
  readonly status: 'planned' | 'cancelled' | 'made_up'
  /** Something hangs on it (a substitution, a patrol's finding): it may not disappear. */
  readonly isAttached: boolean
}

export interface FollowingSession {
  readonly session: ExistingSession
  /** What the timetable says now. */
  readonly planned: DatedSession
  /** What will hold: as planned, but for what somebody changed on the one session. */
  readonly held: Held
}

export const sessionClashCodes = ['teacher', 'room', 'home_class', 'children'] as const
export type SessionClashCode = (typeof sessionClashCodes)[number]

export interface SessionClash {
  readonly session: ExistingSession
  readonly other: DatedSession
  readonly code: SessionClashCode
}

/** Who comes to the sessions of a section, so that nobody has to be in two places. */
export interface Attending {
  readonly homeClassOf: (sectionId: number) => number | null
  /** Whether children are in both sections on that day. */
  readonly share: (sectionId: number, otherId: number, on: LocalDate) => boolean
}

export interface SessionChanges {
  readonly added: readonly DatedSession[]
  /** Sessions that will take place at another time, in another room or with another teacher. */
  readonly changed: readonly FollowingSession[]
  /** The plan behind them changes, what holds does not. */
  readonly replanned: readonly FollowingSession[]
  readonly removed: readonly ExistingSession[]
  /** No longer planned, but something hangs on them: they stay, cancelled. */
  readonly calledOff: readonly ExistingSession[]
  /** Left as they are since somebody changed them by hand. */
  readonly byHand: readonly ExistingSession[]
  /** What was changed by hand and now stands where the new week puts somebody else. */
  readonly clashes: readonly SessionClash[]
  readonly keptCount: number
  /** Before now: left as they are, whatever the timetable says. */
  readonly pastCount: number
}

interface Asked {
  readonly meetings: readonly Meeting[]
  readonly days: readonly SchoolDay[]
  readonly existing: readonly ExistingSession[]
  readonly termStartsOn: LocalDate
  /** From this moment on. What has begun stays untouched. */
  readonly fromOn: LocalDate
  readonly fromTime: LocalTime
  readonly attending: Attending
}

/** Sessions from a moment on. What somebody changed on a single session stays; what was called off stays called off, so that nobody comes to it. */
export function planSessions({
  meetings,
  days,
  existing,
  termStartsOn,
  fromOn,
  fromTime,
  attending,
}: Asked): SessionChanges {
  const isFuture = (heldOn: LocalDate, startTime: LocalTime) =>
    heldOn > fromOn || (heldOn === fromOn && startTime > fromTime)
  const wanted = new Map(
    datedSessions(meetings, days, termStartsOn)
      .filter(({ heldOn, startTime }) => isFuture(heldOn, startTime))
      .map((session) => [keyOf(session, session.heldOn), session]),
  )
  const result = {
    changed: [] as FollowingSession[],
    replanned: [] as FollowingSession[],
    removed: [] as ExistingSession[],
    calledOff: [] as ExistingSession[],
    byHand: [] as ExistingSession[],
  }
  let [keptCount, pastCount] = [0, 0]
  for (const session of existing) {
    const key = keyOf(session, session.plannedOn)
    const planned = wanted.get(key)
    // A slot moved later on the present day must not make a second session of what has already begun.
    wanted.delete(key)
    if (!isFuture(session.heldOn, session.startTime)) {
      pastCount += 1
      continue
    }
    // What was planned for an earlier day, or takes the place of another session, is no longer the timetable's.
    const isEarlier = !isFuture(session.plannedOn, session.plannedStartTime)
    if (isEarlier || isInPlaceOfAnother(session)) keep(session)
    else if (planned) follow(session, planned)
    else if (session.status === 'cancelled') keep(session)
    else if (session.isAttached || isByHand(session)) result.calledOff.push(session)
    else result.removed.push(session)
  }
  const added = [...wanted.values()]
  const future = existing.filter(({ heldOn, startTime }) => isFuture(heldOn, startTime))
  const clashes = clashesOf(result, added, future, attending)
  return { ...result, added, keptCount, pastCount, clashes }

  function keep(session: ExistingSession): void {
    keptCount += 1
    if (isByHand(session)) result.byHand.push(session)
  }

  function follow(session: ExistingSession, planned: DatedSession): void {
    const held = heldAfter(session, planned)
    const following = { session, planned, held }
    if (isByHand(session)) result.byHand.push(session)
    if (session.status === 'planned' && !isSame(session, held)) result.changed.push(following)
    else {
      keptCount += 1
      if (!isSame(session, held) || !isSame(plannedOf(session), planned)) result.replanned.push(following)
    }
  }
}

function datedSessions(
  meetings: readonly Meeting[],
  days: readonly SchoolDay[],
  termStartsOn: LocalDate,
): DatedSession[] {
  const byWeekday = new Map<number, Meeting[]>()
  for (const meeting of meetings)
    byWeekday.set(meeting.weekday, [...(byWeekday.get(meeting.weekday) ?? []), meeting])
  return days.flatMap(({ dayOn, weekday }) => {
    const pattern = weekOfTerm(termStartsOn, dayOn) % 2 === 1 ? 'odd' : 'even'
    return (byWeekday.get(weekday) ?? [])
      .filter(
        ({ weeks, startsOn, endsOn }) =>
          (weeks === 'every' || weeks === pattern) &&
          (startsOn === null || startsOn <= dayOn) &&
          (endsOn === null || dayOn <= endsOn),
      )
      .map(({ sectionId, slotId, startTime, endTime, teacherId, roomId }) => ({
        sectionId,
        slotId,
        heldOn: dayOn,
        startTime,
        endTime,
        teacherId,
        roomId,
      }))
  })
}

const isInPlaceOfAnother = ({ makesUpId, status }: ExistingSession): boolean =>
  makesUpId !== null || status === 'made_up'

/** Whether somebody changed this one session: another day, time, teacher or room than planned, called off, or made in place of another. */
export function isByHand(session: ExistingSession): boolean {
  return session.status !== 'planned' || session.makesUpId !== null || !isSame(session, plannedOf(session))
}

// Day and time go together: who moved a session to 17:30 did not mean the slot's new beginning.
function heldAfter(session: ExistingSession, planned: DatedSession): Held {
  const was = plannedOf(session)
  const isMoved =
    session.heldOn !== was.heldOn || session.startTime !== was.startTime || session.endTime !== was.endTime
  const { heldOn, startTime, endTime } = isMoved ? session : planned
  return {
    heldOn,
    startTime,
    endTime,
    teacherId: session.teacherId === was.teacherId ? planned.teacherId : session.teacherId,
    roomId: session.roomId === was.roomId ? planned.roomId : session.roomId,
  }
}

function clashesOf(
  {
    changed,
    replanned,
    calledOff,
    removed,
  }: Pick<SessionChanges, 'changed' | 'replanned' | 'calledOff' | 'removed'>,
  added: readonly DatedSession[],
  future: readonly ExistingSession[],
  attending: Attending,
): SessionClash[] {
  const gone = new Set([...calledOff, ...removed].map((session) => session.id))
  const following = new Map([...changed, ...replanned].map((each) => [each.session.id, each.held]))
  const staying = future
    .filter((session) => session.status === 'planned' && !gone.has(session.id))
    .map((session) => ({ session, after: { ...session, ...following.get(session.id) } }))
  const byDay = new Map<LocalDate, { readonly id: number | null; readonly after: DatedSession }[]>()
  for (const { id, after } of [
    ...staying.map((each) => ({ id: each.session.id, after: each.after })),
    ...added.map((after) => ({ id: null, after })),
  ]) {
    byDay.set(after.heldOn, [...(byDay.get(after.heldOn) ?? []), { id, after }])
  }
  return staying
    .filter(({ session }) => isByHand(session))
    .flatMap(({ session, after }) =>
      (byDay.get(after.heldOn) ?? [])
        .filter((other) => other.id !== session.id && overlap(other.after, after))
        .flatMap(({ after: other }): SessionClash[] => {
          const code = clashCode(after, other, attending)
          return code ? [{ session, other, code }] : []
        }),
    )
}

// The weightiest; one is enough to see that the two cannot both be held.
function clashCode(
  one: DatedSession,
  other: DatedSession,
  { homeClassOf, share }: Attending,
): SessionClashCode | null {
  if (one.teacherId === other.teacherId) return 'teacher'
  if (one.roomId === other.roomId) return 'room'
  if (one.sectionId === other.sectionId) return null
  const homeClassId = homeClassOf(one.sectionId)
  if (homeClassId !== null && homeClassId === homeClassOf(other.sectionId)) return 'home_class'
  return share(one.sectionId, other.sectionId, one.heldOn) ? 'children' : null
}

function plannedOf({
  sectionId,
  slotId,
  plannedOn,
  plannedStartTime,
  plannedEndTime,
  plannedTeacherId,
  plannedRoomId,
}: ExistingSession): DatedSession {
  return {
    sectionId,
    slotId,
    heldOn: plannedOn,
    startTime: plannedStartTime,
    endTime: plannedEndTime,
    teacherId: plannedTeacherId,
    roomId: plannedRoomId,
  }
}

function keyOf({ sectionId, slotId }: { sectionId: number; slotId: number }, plannedOn: LocalDate): string {
  return `${sectionId}|${slotId}|${plannedOn}`
}

function isSame(one: Held, other: Held): boolean {
  return (
    one.heldOn === other.heldOn &&
    one.startTime === other.startTime &&
    one.endTime === other.endTime &&
    one.teacherId === other.teacherId &&
    one.roomId === other.roomId
  )
}
