/** How does a session come to another teacher (代课、换课): asked, agreed, approved, and back again? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Taken, Transitions } from '../../audit/index.js'
import { requireOfSchool } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Forbidden, Invalid, RuleBroken, StateConflict } from '../../platform/errors.js'
import { overlap, type SchedulingSetting } from '../../timetabling/index.js'
import { holdChanges } from '../../timetabling/index.js'
import { ownTeacher } from '../sessions/own-teacher.js'
import { printMoment } from '../sessions/print-moment.js'
import { clashProblem, refuse, SessionChecks } from '../sessions/session-checks.service.js'
import { Session } from '../sessions/session.entity.js'
import { sessionTable } from '../sessions/session.states.js'
import { SessionsService } from '../sessions/sessions.service.js'
import { closed } from './close-open-requests.js'
import { Substitution } from './substitution.entity.js'
import { substitutionTable } from './substitution.states.js'
import type { CreateSubstitutionIn, SubstitutionOut } from './substitutions.dto.js'
import { roleIn, SubstitutionsService } from './substitutions.service.js'

export type SubstitutionEvent = keyof typeof substitutionTable.events

@Injectable()
export class SubstitutionActsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly sessions: SessionsService,
    private readonly checks: SessionChecks,
    private readonly substitutions: SubstitutionsService,
  ) {}

  /** Asked by the session's teacher, or for anybody by who may approve. */
  async create(actor: Actor, given: CreateSubstitutionIn): Promise<SubstitutionOut> {
    const { schoolId } = await this.sessions.require(this.database.read, actor, given.sessionId)
    return this.database.transaction(async (tx) => {
      const setting = await holdChanges(tx, schoolId)
      const session = await this.sessions.require(tx, actor, given.sessionId)
      const own = await ownTeacher(tx, actor)
      this.requireMayAsk(actor, session, own, given)
      if (given.kind === 'swap' && given.otherSessionId === undefined)
        throw new Invalid('scheduling.swap_needs_session')
      if (given.kind !== 'swap' && given.otherSessionId !== undefined)
        throw new Invalid('scheduling.only_swap_has_session')
      const colleague = await requireOfSchool(tx, Teacher, schoolId, given.colleagueId, 'colleagueId')
      if (colleague.id === session.teacherId)
        throw new RuleBroken('scheduling.colleague_is_teacher', { teacher: colleague.name })
      const otherSessionId = given.kind === 'swap' ? given.otherSessionId! : null
      const wanted = {
        schoolId,
        kind: given.kind,
        sessionId: session.id,
        otherSessionId,
        askingTeacherId: session.teacherId,
        colleagueId: colleague.id,
      }
      await this.check(tx, actor, wanted)
      await this.refuseSecondRequest(tx, actor, session, otherSessionId)
      const made = await this.insert(tx, actor, session, {
        ...wanted,
        reason: given.reason.trim(),
        status: 'asked',
        openSessionId: session.id,
        openOtherSessionId: otherSessionId,
        requestedById: actor.userId,
        createdAt: this.clock.now(),
        endedAt: null,
      })
      await this.audit.record(tx, actor, {
        action: 'substitution.create',
        entity: 'substitution',
        entityId: made.id,
        schoolId,
        after: { ...made, reason: undefined },
      })
      if (given.isAgreed) {
        await this.step(tx, actor, made.id, 'agree', setting)
        if ((await this.substitutions.require(tx, actor, made.id)).status === 'agreed')
          await this.step(tx, actor, made.id, 'approve', setting)
      }
      return this.substitutions.out(tx, actor, await this.substitutions.require(tx, actor, made.id))
    })
  }

  async act(actor: Actor, id: number, event: SubstitutionEvent, given: EventIn): Promise<SubstitutionOut> {
    const { schoolId } = await this.substitutions.require(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      await this.step(tx, actor, id, event, await holdChanges(tx, schoolId), given)
      return this.substitutions.out(tx, actor, await this.substitutions.require(tx, actor, id))
    })
  }

  private async step(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: SubstitutionEvent,
    setting: SchedulingSetting,
    { comment, ...seen }: EventIn = {},
  ): Promise<void> {
    const substitution = await this.take(tx, actor, id)
    await this.transitions.requireSeen(tx, substitutionTable, substitution, seen)
    await this.requireRole(tx, actor, substitution, event)
    const isInState = substitutionTable.events[event].from.includes(substitution.status as never)
    if (isInState && (event === 'agree' || event === 'approve')) await this.check(tx, actor, substitution)
    const ends = event !== 'agree'
    await this.transitions.move(tx, substitutionTable, Substitution, substitution, event, actor, {
      comment,
      set: ends ? closed(this.clock) : {},
    })
    if (event === 'approve') await this.handOver(tx, actor, substitution)
    if (event === 'revoke') await this.handBack(tx, actor, substitution)
    const needsApproval =
      substitution.kind === 'swap' ? setting.swapNeedsApproval : setting.substitutionNeedsApproval
    if (event !== 'agree' || needsApproval) return
    // The school has said that the colleague's yes is enough: its setting approves in its place.
    const agreed = await this.take(tx, actor, id)
    await this.transitions.move(
      tx,
      substitutionTable,
      Substitution,
      agreed,
      'approve',
      { ...actor, permissions: new Set([...actor.permissions, 'substitution.approve']) },
      { set: closed(this.clock) },
    )
    await this.handOver(tx, actor, agreed)
  }

  private async take(tx: EntityManager, actor: Actor, id: number): Promise<Taken<Substitution>> {
    const [substitution] = await this.transitions.takeAll(tx, Substitution, [id], async () => [
      await this.substitutions.require(tx, actor, id),
    ])
    return substitution!
  }

  private requireMayAsk(
    actor: Actor,
    session: Session,
    own: Teacher | null,
    { isAgreed }: CreateSubstitutionIn,
  ): void {
    const isApprover = actor.permissions.has('substitution.approve')
    if (!isApprover && !own) throw new RuleBroken('scheduling.no_teacher_for_user')
    if (!isApprover && (isAgreed || own?.id !== session.teacherId))
      throw new Forbidden(isAgreed ? 'access.forbidden' : 'scheduling.not_your_session')
  }

  private async requireRole(
    tx: EntityManager,
    actor: Actor,
    substitution: Substitution,
    event: SubstitutionEvent,
  ): Promise<void> {
    const role = roleIn(substitution, actor, await ownTeacher(tx, actor))
    if ((event === 'agree' || event === 'decline') && !role.mayAnswer)
      throw new Forbidden('scheduling.not_asked', { colleague: substitution.colleague!.name })
    if (event === 'withdraw' && !role.mayWithdraw) throw new Forbidden('scheduling.not_your_request')
    const isDecision = event === 'approve' || event === 'refuse' || event === 'revoke'
    if (isDecision && actor.permissions.has('substitution.approve') && !role.mayDecide)
      throw new RuleBroken('scheduling.own_substitution')
  }

  /** Everything anew: both sessions still to come, both teachers there, free and cleared for the day. */
  private async check(
    tx: EntityManager,
    actor: Actor,
    {
      sessionId,
      otherSessionId,
      askingTeacherId,
      colleagueId,
    }: Pick<Substitution, 'sessionId' | 'otherSessionId' | 'askingTeacherId' | 'colleagueId'>,
  ): Promise<void> {
    const session = await this.sessions.require(tx, actor, sessionId)
    this.checks.requireOpen(session, actor)
    if (session.teacherId !== askingTeacherId)
      throw new StateConflict('scheduling.session_changed_since', { section: session.section!.name })
    const freed = otherSessionId === null ? [sessionId] : [sessionId, otherSessionId]
    await this.requireFree(tx, actor, colleagueId, session, freed)
    if (otherSessionId === null) return
    const other = await this.sessions.require(tx, actor, otherSessionId)
    this.checks.requireOpen(other, actor)
    if (other.teacherId !== colleagueId)
      throw new RuleBroken('scheduling.swap_not_theirs', {
        colleague: (await tx.findOneByOrFail(Teacher, { id: colleagueId })).name,
      })
    await this.requireFree(tx, actor, askingTeacherId, other, freed)
  }

  private async requireFree(
    tx: EntityManager,
    actor: Actor,
    teacherId: number,
    session: Session,
    freedIds: readonly number[],
  ): Promise<void> {
    const teacher = await tx.findOneByOrFail(Teacher, { id: teacherId })
    refuse(await this.checks.teacherProblem(tx, actor, teacher, session.heldOn))
    const other = (await this.checks.standing(tx, session.schoolId, session.heldOn, freedIds)).find(
      (each) => each.teacherId === teacherId && overlap(each, session),
    )
    refuse(other ? clashProblem({ code: 'scheduling.teacher_busy', other, count: 1 }, actor.language) : null)
  }

  private async refuseSecondRequest(
    tx: EntityManager,
    actor: Actor,
    session: Session,
    otherSessionId: number | null,
  ): Promise<void> {
    for (const id of otherSessionId === null ? [session.id] : [session.id, otherSessionId]) {
      if (!(await tx.exists(Substitution, { where: [{ openSessionId: id }, { openOtherSessionId: id }] })))
        continue
      const taken = id === session.id ? session : await this.sessions.require(tx, actor, id)
      throw new StateConflict('scheduling.open_request_exists', {
        section: taken.section!.name,
        when: printMoment(taken, actor.language),
      })
    }
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    session: Session,
    row: Omit<Substitution, 'id' | 'revision'>,
  ): Promise<Substitution> {
    return onDuplicate(
      () => tx.save(tx.create(Substitution, row)),
      () =>
        new StateConflict('scheduling.open_request_exists', {
          section: session.section!.name,
          when: printMoment(session, actor.language),
        }),
    )
  }

  private async handOver(
    tx: EntityManager,
    actor: Actor,
    { sessionId, otherSessionId, askingTeacherId, colleagueId }: Substitution,
  ): Promise<void> {
    await this.give(tx, actor, sessionId, colleagueId, 'substitute')
    if (otherSessionId !== null) await this.give(tx, actor, otherSessionId, askingTeacherId, 'substitute')
  }

  // As long as nothing else has happened to the sessions since; the teacher of before must still be free.
  private async handBack(
    tx: EntityManager,
    actor: Actor,
    { sessionId, otherSessionId, askingTeacherId, colleagueId }: Substitution,
  ): Promise<void> {
    const pairs = [
      [sessionId, askingTeacherId, colleagueId],
      ...(otherSessionId === null ? [] : [[otherSessionId, colleagueId, askingTeacherId]]),
    ] as const
    for (const [id, backTo, from] of pairs) {
      const session = await this.sessions.require(tx, actor, id)
      this.checks.requireOpen(session, actor)
      if (session.teacherId !== from)
        throw new StateConflict('scheduling.taken_by_other', {
          section: session.section!.name,
          when: printMoment(session, actor.language),
          teacher: session.teacher!.name,
        })
      const other = (
        await this.checks.standing(
          tx,
          session.schoolId,
          session.heldOn,
          pairs.map(([pairId]) => pairId),
        )
      ).find((each) => each.teacherId === backTo && overlap(each, session))
      refuse(
        other ? clashProblem({ code: 'scheduling.teacher_busy', other, count: 1 }, actor.language) : null,
      )
    }
    for (const [id, backTo] of pairs) await this.give(tx, actor, id, backTo, 'hand_back')
  }

  private async give(
    tx: EntityManager,
    actor: Actor,
    sessionId: number,
    teacherId: number,
    event: 'substitute' | 'hand_back',
  ): Promise<void> {
    const [session] = await this.transitions.takeAll(tx, Session, [sessionId], async () => [
      await this.sessions.require(tx, actor, sessionId),
    ])
    const teacher = await tx.findOneByOrFail(Teacher, { id: teacherId })
    await this.transitions.move(tx, sessionTable, Session, session!, event, actor, {
      comment: `${session!.teacher!.name} → ${teacher.name}`,
      set: { teacherId },
    })
    await this.audit.record(tx, actor, {
      action: `session.${event}`,
      entity: 'session',
      entityId: sessionId,
      schoolId: session!.schoolId,
      before: { teacherId: session!.teacherId },
      after: { teacherId },
    })
  }
}
