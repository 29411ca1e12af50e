/** When, where and with whom may a session stand (课次落位)? Looked at anew under the school's hold, and told in words. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type Taken, Transitions } from '../../audit/index.js'
import { requireOfSchool, Room } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Clock } from '../../platform/calendar.js'
import { Invalid, RuleBroken } from '../../platform/errors.js'
import { printWeekday, Slot } from '../../timetabling/index.js'
import { closeOpenRequests } from '../substitutions/close-open-requests.js'
import { type Moment, printDay, printMoment, said } from './print-moment.js'
import { refuse, SessionChecks } from './session-checks.service.js'
import { Session } from './session.entity.js'
import { sessionTable } from './session.states.js'
import type { MoveSessionIn } from './sessions.dto.js'

type Event = keyof typeof sessionTable.events
export type Place = Moment & { readonly teacherId: number; readonly roomId: number }

@Injectable()
export class SessionPlaces {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly checks: SessionChecks,
  ) {}

  /** Throws the first thing that speaks against it; else it stands there, and the history says in words what changed. */
  async put(
    tx: EntityManager,
    actor: Actor,
    session: Taken<Session>,
    place: Place,
    event: Event,
    comment?: string,
  ): Promise<void> {
    const { heldOn, startTime, endTime, teacherId, roomId } = place
    const isMoved =
      heldOn !== session.heldOn || startTime !== session.startTime || endTime !== session.endTime
    if (!isMoved && teacherId === session.teacherId && roomId === session.roomId)
      throw new RuleBroken('scheduling.nothing_changes')
    const { room, teacher } = await this.require(
      tx,
      actor,
      session,
      place,
      isMoved || teacherId !== session.teacherId,
    )
    const told = [
      ...(isMoved ? [`${printMoment(session, actor.language)} → ${printMoment(place, actor.language)}`] : []),
      ...(teacherId === session.teacherId ? [] : [`${session.teacher!.name} → ${teacher.name}`]),
      ...(roomId === session.roomId ? [] : [`${session.room!.name} → ${room.name}`]),
      ...(comment?.trim() ? [comment.trim()] : []),
    ].join(said(actor.language, '；', '; '))
    const set = { heldOn, startTime, endTime, teacherId, roomId }
    await this.transitions.move(tx, sessionTable, Session, session, event, actor, {
      comment: told.slice(0, 500),
      set,
    })
    const before = {
      heldOn: session.heldOn,
      startTime: session.startTime,
      endTime: session.endTime,
      teacherId: session.teacherId,
      roomId: session.roomId,
    }
    await this.audit.record(tx, actor, {
      action: `session.${event}`,
      entity: 'session',
      entityId: session.id,
      schoolId: session.schoolId,
      before,
      after: set,
    })
    // Who was asked was asked for the time of before.
    if (isMoved || teacherId !== session.teacherId)
      await closeOpenRequests(
        tx,
        this.transitions,
        this.clock,
        actor,
        [session.id],
        said(actor.language, '课次已调整', 'The session was changed'),
      )
  }

  /** Throws the first thing that speaks against it. For another room alone neither the day nor the teacher is asked again. */
  async require(
    tx: EntityManager,
    actor: Actor,
    session: Session,
    place: Place,
    isWhole = true,
  ): Promise<{ room: Room; teacher: Teacher }> {
    const room = await requireOfSchool(tx, Room, session.schoolId, place.roomId, 'roomId')
    const teacher = await requireOfSchool(tx, Teacher, session.schoolId, place.teacherId, 'teacherId')
    if (isWhole) {
      refuse(await this.checks.dayProblem(tx, actor, session, place))
      refuse(await this.checks.teacherProblem(tx, actor, teacher, place.heldOn))
    }
    refuse(this.checks.roomProblem(room, session.section!))
    const { heldOn, startTime, endTime, teacherId, roomId } = place
    refuse(
      await this.checks.clashProblem(
        tx,
        actor,
        session.schoolId,
        {
          heldOn,
          startTime,
          endTime,
          teacherId,
          roomId,
          sectionId: session.sectionId,
          homeClassId: session.section!.homeClassId,
        },
        [session.id],
      ),
    )
    return { room, teacher }
  }

  async momentOf(
    tx: EntityManager,
    actor: Actor,
    session: Session,
    given: MoveSessionIn,
  ): Promise<Moment & { slotId: number }> {
    const { heldOn, slotId, startTime, endTime } = given
    const hasTime = startTime !== undefined || endTime !== undefined
    if ((slotId !== undefined && hasTime) || (startTime === undefined) !== (endTime === undefined))
      throw new Invalid('scheduling.slot_or_time')
    if (startTime !== undefined && endTime !== undefined)
      return { heldOn, startTime, endTime, slotId: session.slotId }
    if (slotId === undefined)
      return { heldOn, startTime: session.startTime, endTime: session.endTime, slotId: session.slotId }
    const slot = await requireOfSchool(tx, Slot, session.schoolId, slotId, 'slotId')
    const weekday = await this.checks.weekdayFollowed(tx, session.termId, heldOn)
    const params = {
      day: printDay(heldOn, actor.language),
      weekday: printWeekday(weekday ?? slot.weekday, actor.language),
    }
    if (weekday === null) throw new RuleBroken('scheduling.no_school_day', params)
    if (slot.termId !== session.termId || slot.weekday !== weekday)
      throw new RuleBroken('scheduling.slot_of_other_weekday', params)
    return { heldOn, startTime: slot.startTime, endTime: slot.endTime, slotId }
  }

  // Part of a session's key, by which it follows the timetable. A make-up follows nothing, so that without a slot of its own
  // it takes one of another weekday: there no session of the timetable will ever want to stand.
  async keySlot(
    tx: EntityManager,
    { schoolId, termId, sectionId, slotId }: Session,
    heldOn: string,
    wantedId?: number,
  ): Promise<number> {
    const taken = new Set(
      (await tx.findBy(Session, { sectionId, plannedOn: heldOn })).map((session) => session.slotId),
    )
    const weekday = await this.checks.weekdayFollowed(tx, termId, heldOn)
    const slots = await tx.find(Slot, {
      where: { schoolId, termId },
      order: { weekday: 'ASC', startTime: 'ASC' },
    })
    const ids = [...slots.filter((slot) => slot.weekday !== weekday), ...slots].map((slot) => slot.id)
    return [...(wantedId === undefined ? [] : [wantedId]), ...ids].find((id) => !taken.has(id)) ?? slotId
  }
}
