/** What becomes of the sessions of a teacher who is away (谁来代课): who takes each, who could, and many at once. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Teacher } from '../../people/index.js'
import type { BulkOut } from '../../platform/bulk.dto.js'
import { eachByItself } from '../../platform/bulk.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, RuleBroken, StateConflict } from '../../platform/errors.js'
import { Sentences } from '../../platform/sentences.js'
import { SessionChangesService } from '../sessions/session-changes.service.js'
import { joinedSessions } from '../sessions/session-query.js'
import type { Session } from '../sessions/session.entity.js'
import { SessionsService } from '../sessions/sessions.service.js'
import { ColleaguesService } from '../substitutions/colleagues.service.js'
import { SubstitutionActsService } from '../substitutions/substitution-acts.service.js'
import { Substitution } from '../substitutions/substitution.entity.js'
import type {
  Arrangement,
  ArrangeIn,
  ArrangeItemIn,
  LeaveSessionOut,
  TeacherLeaveWithSessionsOut,
} from './leaves.dto.js'
import { LeavesService } from './leaves.service.js'
import type { TeacherLeave } from './teacher-leave.entity.js'

/** For so many open sessions the best colleague is looked for beforehand; a longer list is opened one by one. */
const mostProposals = 20

@Injectable()
export class LeaveSessionsService {
  constructor(
    private readonly database: Database,
    private readonly leaves: LeavesService,
    private readonly sessions: SessionsService,
    private readonly colleagues: ColleaguesService,
    private readonly substitutions: SubstitutionActsService,
    private readonly changes: SessionChangesService,
    private readonly sentences: Sentences,
  ) {}

  async get(actor: Actor, id: number): Promise<TeacherLeaveWithSessionsOut> {
    const manager = this.database.read
    const leave = await this.leaves.require(manager, actor, id)
    const [out] = await this.leaves.outs(manager, actor, [leave])
    return { ...out!, sessions: await this.sessionsOf(manager, actor, leave) }
  }

  async arrange(actor: Actor, id: number, { items }: ArrangeIn): Promise<BulkOut> {
    const leave = await this.leaves.require(this.database.read, actor, id)
    if (leave.status !== 'granted')
      throw new StateConflict('state.not_possible', { event: 'arrange', status: leave.status })
    const ids = new Set((await this.ofLeave(this.database.read, leave)).map((session) => session.id))
    return eachByItself(
      items.map((item) => ({ id: item.sessionId, act: () => this.arrangeOne(actor, ids, item) })),
      this.sentences,
      actor.language,
    )
  }

  private async arrangeOne(
    actor: Actor,
    ids: ReadonlySet<number>,
    { sessionId, act, colleagueId, comment }: ArrangeItemIn,
  ): Promise<void> {
    if (!ids.has(sessionId)) throw new RuleBroken('scheduling.session_not_of_leave')
    const said = (zh: string, en: string) => comment?.trim() || (actor.language === 'zh' ? zh : en)
    if (act === 'cancel') {
      await this.changes.cancel(actor, sessionId, {
        comment: said('任课教师因故不能上课', 'The teacher cannot come'),
      })
      return
    }
    if (colleagueId === undefined) throw Invalid.field('colleagueId', 'validation.isDefined')
    await this.substitutions.create(actor, {
      kind: 'substitute',
      sessionId,
      colleagueId,
      reason: said('任课教师请假', 'The teacher is on leave'),
      ...(act === 'arrange' ? { isAgreed: true } : {}),
    })
  }

  // The teacher's own sessions of these days, and those that somebody else has taken from them.
  private async ofLeave(
    manager: EntityManager,
    { schoolId, teacherId, fromOn, toOn }: TeacherLeave,
  ): Promise<Session[]> {
    const given = await manager.findBy(Substitution, [
      { schoolId, askingTeacherId: teacherId, status: 'approved' },
      { schoolId, colleagueId: teacherId, kind: 'swap', status: 'approved' },
    ])
    const ids = given.map((each) =>
      each.askingTeacherId === teacherId ? each.sessionId : each.otherSessionId!,
    )
    return joinedSessions(manager)
      .where('session.schoolId = :schoolId AND session.heldOn BETWEEN :fromOn AND :toOn', {
        schoolId,
        fromOn,
        toOn,
      })
      .andWhere(
        ids.length > 0
          ? '(session.teacherId = :teacherId OR session.id IN (:...ids))'
          : 'session.teacherId = :teacherId',
        { teacherId, ids },
      )
      .orderBy('session.heldOn')
      .addOrderBy('session.startTime')
      .addOrderBy('session.id')
      .getMany()
  }

  private async sessionsOf(
    manager: EntityManager,
    actor: Actor,
    leave: TeacherLeave,
  ): Promise<LeaveSessionOut[]> {
    const sessions = await this.ofLeave(manager, leave)
    const outs = await this.sessions.outs(manager, actor, sessions)
    const approved =
      sessions.length === 0
        ? []
        : await manager
            .createQueryBuilder(Substitution, 'substitution')
            .innerJoinAndMapOne(
              'substitution.colleague',
              Teacher,
              'colleague',
              'colleague.id = substitution.colleagueId',
            )
            .where({ sessionId: In(sessions.map((session) => session.id)), status: 'approved' })
            .orderBy('substitution.id', 'DESC')
            .getMany()
    const mayArrange = leave.status === 'granted' && actor.permissions.has('substitution.approve')
    let proposals = 0
    const rows: LeaveSessionOut[] = []
    for (const [index, session] of outs.entries()) {
      const arrangement = arrangementOf(session, leave.teacherId)
      const isAsked = mayArrange && arrangement === 'open' && (proposals += 1) <= mostProposals
      const best = isAsked ? ((await this.colleagues.of(manager, actor, sessions[index]!))[0] ?? null) : null
      rows.push({
        session,
        arrangement,
        best: best?.isPossible ? best : null,
        colleagueName:
          session.teacherId === leave.teacherId
            ? (session.openRequest?.colleagueName ?? null)
            : session.teacherName,
        substitutionId:
          session.openRequest?.id ?? approved.find((each) => each.sessionId === session.id)?.id ?? null,
      })
    }
    return rows
  }
}

function arrangementOf(
  { status, teacherId, hasBegun, openRequest }: LeaveSessionOut['session'],
  awayId: number,
): Arrangement {
  if (status !== 'planned') return 'cancelled'
  if (teacherId !== awayId) return 'substituted'
  if (hasBegun) return 'over'
  if (!openRequest) return 'open'
  return openRequest.status === 'agreed' ? 'agreed' : 'asked'
}
