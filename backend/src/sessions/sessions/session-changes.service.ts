/** How is a single session changed (调课、停课、补课、还原)? Each under the school's hold, checked, and with its history. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Language } from '../../platform/texts.js'
import { holdChanges } from '../../timetabling/index.js'
import { closed, closeOpenRequests } from '../substitutions/close-open-requests.js'
import { Substitution } from '../substitutions/substitution.entity.js'
import { substitutionTable } from '../substitutions/substitution.states.js'
import { type Moment, printDay, printMoment, said } from './print-moment.js'
import { SessionChecks } from './session-checks.service.js'
import { SessionPlaces } from './session-places.service.js'
import { Session } from './session.entity.js'
import { sessionTable } from './session.states.js'
import {
  changesOf,
  type ChangeRoomIn,
  type MakeUpSessionIn,
  type MoveSessionIn,
  type SessionOut,
} from './sessions.dto.js'
import { SessionsService } from './sessions.service.js'

@Injectable()
export class SessionChangesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly sessions: SessionsService,
    private readonly checks: SessionChecks,
    private readonly places: SessionPlaces,
  ) {}

  /** To another day or time, and another room if wanted. The plan stays what it was, so that it can be reset. */
  async move(actor: Actor, id: number, given: MoveSessionIn): Promise<SessionOut> {
    return this.change(actor, id, given, async (tx, session) => {
      this.checks.requireOpen(session, actor)
      const { slotId: _slotId, ...moment } = await this.places.momentOf(tx, actor, session, given)
      await this.places.put(
        tx,
        actor,
        session,
        { ...moment, teacherId: session.teacherId, roomId: given.roomId ?? session.roomId },
        'move',
        given.comment,
      )
    })
  }

  async changeRoom(
    actor: Actor,
    id: number,
    { roomId, comment, ...seen }: ChangeRoomIn,
  ): Promise<SessionOut> {
    return this.change(actor, id, seen, async (tx, session) => {
      this.checks.requireOpen(session, actor)
      await this.places.put(tx, actor, session, { ...session, roomId }, 'change_room', comment)
    })
  }

  /** The session stays, with the reason; a later timetable does not bring it back. */
  async cancel(actor: Actor, id: number, { comment, ...seen }: EventIn): Promise<SessionOut> {
    return this.change(actor, id, seen, async (tx, session) => {
      if (session.status === 'planned') this.checks.requireOpen(session, actor)
      await this.transitions.move(tx, sessionTable, Session, session, 'cancel', actor, {
        comment,
        set: { reason: comment?.trim().slice(0, 200) ?? null },
      })
      await closeOpenRequests(
        tx,
        this.transitions,
        this.clock,
        actor,
        [id],
        said(actor.language, '课次已停课', 'The session was cancelled'),
      )
      const original = await this.originalOf(tx, session)
      if (original)
        await this.transitions.move(tx, sessionTable, Session, original, 'drop_make_up', actor, { comment })
    })
  }

  async restore(actor: Actor, id: number, { comment, ...seen }: EventIn): Promise<SessionOut> {
    return this.change(actor, id, seen, async (tx, session) => {
      const original = await this.originalOf(tx, session)
      if (session.status === 'cancelled') {
        if (original && original.status !== 'cancelled')
          throw new RuleBroken('scheduling.original_made_up_elsewhere')
        await this.places.require(tx, actor, session, session)
      }
      await this.transitions.move(tx, sessionTable, Session, session, 'restore', actor, {
        comment,
        set: { reason: null },
      })
      if (original)
        await this.transitions.move(tx, sessionTable, Session, original, 'make_up', actor, { comment })
    })
  }

  /** Back to the day, time, teacher and room of the timetable. A substitution ends with it. */
  async reset(actor: Actor, id: number, { comment, ...seen }: EventIn): Promise<SessionOut> {
    return this.change(actor, id, seen, async (tx, session) => {
      this.checks.requireOpen(session, actor)
      if (!changesOf(session).some((kind) => kind !== 'make_up'))
        throw new RuleBroken('scheduling.as_planned_already')
      if (session.teacherId !== session.plannedTeacherId)
        await this.endSubstitution(tx, actor, session, comment)
      const {
        plannedOn: heldOn,
        plannedStartTime: startTime,
        plannedEndTime: endTime,
        plannedTeacherId: teacherId,
        plannedRoomId: roomId,
      } = session
      await this.places.put(
        tx,
        actor,
        session,
        { heldOn, startTime, endTime, teacherId, roomId },
        'reset',
        comment,
      )
    })
  }

  /** A new session in place of a cancelled one, which may lie in the past. Answers the new one. */
  async makeUp(actor: Actor, id: number, given: MakeUpSessionIn): Promise<SessionOut> {
    let madeId = id
    const run = async (tx: EntityManager, session: Taken<Session>) => {
      const { section } = session
      if (session.makesUpId !== null) throw new RuleBroken('scheduling.make_up_of_make_up')
      if (session.status === 'made_up')
        throw new StateConflict('scheduling.made_up_already', {
          section: section!.name,
          when: printMoment(session, actor.language),
        })
      const { slotId: _slotId, ...moment } = await this.places.momentOf(tx, actor, session, given)
      const place = {
        ...moment,
        teacherId: given.teacherId ?? session.teacherId,
        roomId: given.roomId ?? session.roomId,
      }
      await this.transitions.move(tx, sessionTable, Session, session, 'make_up', actor, {
        comment: [printMoment(moment, actor.language), given.comment]
          .filter(Boolean)
          .join(said(actor.language, '。', '. ')),
      })
      await this.places.require(tx, actor, session, place)
      const { schoolId, termId, sectionId } = session
      const slotId = await this.places.keySlot(tx, session, place.heldOn, given.slotId)
      const made = await onceADay(section!.name, place, actor.language, () =>
        tx.save(
          tx.create(Session, {
            schoolId,
            termId,
            sectionId,
            slotId,
            ...place,
            plannedOn: place.heldOn,
            plannedStartTime: place.startTime,
            plannedEndTime: place.endTime,
            plannedTeacherId: place.teacherId,
            plannedRoomId: place.roomId,
            makesUpId: id,
            status: 'planned',
            reason: null,
          }),
        ),
      )
      await this.audit.record(tx, actor, {
        action: 'session.create',
        entity: 'session',
        entityId: made.id,
        schoolId,
        after: made,
      })
      madeId = made.id
    }
    return this.change(actor, id, given, run, () => madeId)
  }

  // The hold comes first: two who change sessions of one school at once wait here, and read what the other has left.
  private async change(
    actor: Actor,
    id: number,
    seen: Seen,
    work: (tx: EntityManager, session: Taken<Session>) => Promise<void>,
    answerId = () => id,
  ): Promise<SessionOut> {
    const { schoolId } = await this.sessions.require(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      await holdChanges(tx, schoolId)
      const session = await this.take(tx, actor, id)
      await this.transitions.requireSeen(tx, sessionTable, session, seen)
      await work(tx, session)
      return this.sessions.out(tx, actor, await this.sessions.require(tx, actor, answerId()))
    })
  }

  private async take(tx: EntityManager, actor: Actor, id: number): Promise<Taken<Session>> {
    const [session] = await this.transitions.takeAll(tx, Session, [id], async () => [
      await this.sessions.require(tx, actor, id),
    ])
    return session!
  }

  /** The cancelled session that this one makes up for. */
  private async originalOf(tx: EntityManager, { makesUpId }: Session): Promise<Taken<Session> | undefined> {
    const ids = makesUpId === null ? [] : [makesUpId]
    const [original] = await this.transitions.takeAll(tx, Session, ids, ([id]) =>
      tx.findBy(Session, { id: id! }),
    )
    return original
  }

  private async endSubstitution(
    tx: EntityManager,
    actor: Actor,
    session: Session,
    comment?: string,
  ): Promise<void> {
    const standing = await tx.find(Substitution, {
      select: { id: true },
      where: [
        { sessionId: session.id, status: 'approved' },
        { otherSessionId: session.id, status: 'approved' },
      ],
    })
    const approved = await this.transitions.takeAll(
      tx,
      Substitution,
      standing.map(({ id }) => id),
      (ids) =>
        tx.find(Substitution, { where: { id: In([...ids]), status: 'approved' }, order: { id: 'DESC' } }),
    )
    if (approved.some((each) => each.kind === 'swap')) throw new RuleBroken('scheduling.swapped_session')
    for (const each of approved) {
      await this.transitions.move(tx, substitutionTable, Substitution, each, 'revoke', actor, {
        comment: comment?.trim() || said(actor.language, '课次已还原', 'The session was reset'),
        set: closed(this.clock),
      })
    }
  }
}

/** Throws RuleBroken where a session of this section has been planned for that day and slot already. */
async function onceADay<T>(
  section: string,
  { heldOn }: Moment,
  language: Language,
  write: () => Promise<T>,
): Promise<T> {
  return onDuplicate(
    write,
    () => new RuleBroken('scheduling.own_session_stands_there', { section, day: printDay(heldOn, language) }),
  )
}
