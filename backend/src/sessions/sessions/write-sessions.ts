/** The dated sessions (课次) of a published week, written in few statements. */
import { type EntityManager, In } from 'typeorm'
import { Session } from './session.entity.js'
import type { FollowingSession, SessionChanges } from '../publishing/plan-sessions.js'
import type { Timetable } from '../../timetabling/index.js'

const batch = 500

/** Deletes what is no more, moves what follows, adds what is new. What is called off is cancelled by whoever calls. */
export async function writeSessions(
  tx: EntityManager,
  { schoolId, termId }: Timetable,
  { added, changed, replanned, removed }: SessionChanges,
): Promise<void> {
  for (let start = 0; start < removed.length; start += batch)
    await tx.delete(Session, { id: In(removed.slice(start, start + batch).map((session) => session.id)) })
  for (const following of alike([...changed, ...replanned])) await follow(tx, following)
  const rows = added.map((session) => ({
    ...session,
    schoolId,
    termId,
    status: 'planned' as const,
    reason: null,
    makesUpId: null,
    plannedOn: session.heldOn,
    plannedStartTime: session.startTime,
    plannedEndTime: session.endTime,
    plannedTeacherId: session.teacherId,
    plannedRoomId: session.roomId,
  }))
  for (let start = 0; start < rows.length; start += batch)
    await tx.insert(Session, rows.slice(start, start + batch))
}

// The day stays: it is part of the key by which a session follows the timetable.
async function follow(tx: EntityManager, following: readonly FollowingSession[]): Promise<void> {
  const {
    planned,
    held: { startTime, endTime, teacherId, roomId },
  } = following[0]!
  const set = {
    startTime,
    endTime,
    teacherId,
    roomId,
    plannedStartTime: planned.startTime,
    plannedEndTime: planned.endTime,
    plannedTeacherId: planned.teacherId,
    plannedRoomId: planned.roomId,
  }
  for (let start = 0; start < following.length; start += batch)
    await tx.update(
      Session,
      { id: In(following.slice(start, start + batch).map((each) => each.session.id)) },
      set,
    )
}

/** Groups of sessions that become alike in everything but the day: one statement for each group. */
function alike(following: readonly FollowingSession[]): FollowingSession[][] {
  const groups = new Map<string, FollowingSession[]>()
  for (const each of following) {
    const { planned, held } = each
    const key = [
      planned.startTime,
      planned.endTime,
      planned.teacherId,
      planned.roomId,
      held.startTime,
      held.endTime,
      held.teacherId,
      held.roomId,
    ].join('|')
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()]
}
