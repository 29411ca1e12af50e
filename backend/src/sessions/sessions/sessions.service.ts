/** When does which section really meet (课次), what is other than planned, and who may change it now? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { atLeast, atMost, cases, equals, search } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { TeacherLeave } from '../leaves/teacher-leave.entity.js'
import { Substitution } from '../substitutions/substitution.entity.js'
import { ownTeacher } from './own-teacher.js'
import { SessionChecks } from './session-checks.service.js'
import { joinedSessions } from './session-query.js'
import type { Session } from './session.entity.js'
import {
  changesOf,
  type OpenRequestOut,
  sessionListSheet,
  type SessionListQuery,
  type SessionOut,
  type TeacherProblem,
  toSessionOut,
} from './sessions.dto.js'
import { unclearedDays } from './uncleared-days.js'

const isChanged = `(session.heldOn <> session.plannedOn OR session.startTime <> session.plannedStartTime OR session.endTime <> session.plannedEndTime OR session.teacherId <> session.plannedTeacherId
  OR session.roomId <> session.plannedRoomId OR session.makesUpId IS NOT NULL OR session.status <> 'planned')`

const sessions: Listing<SessionListQuery> = {
  sortable: {
    heldOn: 'session.heldOn',
    startTime: 'session.startTime',
    sectionName: 'section.name',
    teacherName: 'teacher.name',
    roomName: 'room.name',
    status: 'session.status',
    id: 'session.id',
  },
  filters: {
    schoolId: equals('session.schoolId'),
    termId: equals('session.termId'),
    from: atLeast('session.heldOn'),
    to: atMost('session.heldOn'),
    sectionId: equals('session.sectionId'),
    teacherId: equals('session.teacherId'),
    roomId: equals('session.roomId'),
    homeClassId: equals('section.homeClassId'),
    status: equals('session.status'),
    isChanged: cases({ true: isChanged, false: `NOT ${isChanged}` }),
    isUncovered: (is, _, query) => ({
      sql: `${is ? '' : 'NOT '}(session.status = 'planned' AND EXISTS ${onLeave(query)})`,
    }),
    q: search({
      text: ['section.name', 'course.name'],
      names: ['teacher.name'],
      pinyin: ['teacher.namePinyin'],
    }),
  },
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly checks: SessionChecks,
  ) {}

  async list(actor: Actor, list: SessionListQuery): Promise<Page<SessionOut>> {
    const page = await paged(this.visible(actor), list, sessions, (session) => session)
    return { ...page, items: await this.outs(this.database.read, actor, page.items) }
  }

  /** The same rows as the list, all of them. */
  sheet(actor: Actor, list: SessionListQuery): SheetOut {
    const rows = rowsOf(ordered(this.visible(actor), list, sessions), (session) => session)
    return listSheet(sessionListSheet, actor.language, rows)
  }

  private visible(actor: Actor): SelectQueryBuilder<Session> {
    return scoped(joinedSessions(this.database.read), actor)
  }

  async get(actor: Actor, id: number): Promise<SessionOut> {
    return this.out(this.database.read, actor, await this.require(this.database.read, actor, id))
  }

  /** The session with the names around it, if it lies in the actor's scope. */
  async require(manager: EntityManager, actor: Actor, id: number): Promise<Session> {
    const session = await scoped(joinedSessions(manager), actor, 'session.schoolId')
      .andWhere('session.id = :id', { id })
      .getOne()
    if (!session) throw new NotFound('session', id)
    return session
  }

  async out(manager: EntityManager, actor: Actor, session: Session): Promise<SessionOut> {
    return (await this.outs(manager, actor, [session]))[0]!
  }

  async outs(manager: EntityManager, actor: Actor, sessions: readonly Session[]): Promise<SessionOut[]> {
    if (sessions.length === 0) return []
    const [requests, problems, own] = [
      await this.openRequests(manager, sessions),
      await this.teacherProblems(manager, sessions),
      await ownTeacher(manager, actor),
    ]
    return sessions.map((session) => {
      const openRequest = requests.get(session.id) ?? null
      const hasBegun = this.checks.hasBegun(session)
      return toSessionOut(session, {
        openRequest,
        hasBegun,
        teacherProblem: problems.get(session.id) ?? null,
        actions: actionsOn(session, actor, {
          hasBegun,
          isAsked: openRequest !== null,
          isOwn: own?.id === session.teacherId,
        }),
      })
    })
  }

  private async openRequests(
    manager: EntityManager,
    sessions: readonly Session[],
  ): Promise<Map<number, OpenRequestOut>> {
    const ids = sessions.map((session) => session.id)
    const open = await manager
      .createQueryBuilder(Substitution, 'substitution')
      .innerJoinAndMapOne(
        'substitution.askingTeacher',
        Teacher,
        'asking',
        'asking.id = substitution.askingTeacherId',
      )
      .innerJoinAndMapOne(
        'substitution.colleague',
        Teacher,
        'colleague',
        'colleague.id = substitution.colleagueId',
      )
      .where('substitution.openSessionId IN (:...ids) OR substitution.openOtherSessionId IN (:...ids)', {
        ids,
      })
      .getMany()
    return new Map(
      open.flatMap(({ id, kind, status, askingTeacher, colleague, openSessionId, openOtherSessionId }) => {
        const out = {
          id,
          kind,
          status,
          askingTeacherName: askingTeacher!.name,
          colleagueName: colleague!.name,
        }
        return [openSessionId, openOtherSessionId]
          .filter((each) => each !== null)
          .map((each): [number, OpenRequestOut] => [each, out])
      }),
    )
  }

  private async teacherProblems(
    manager: EntityManager,
    sessions: readonly Session[],
  ): Promise<Map<number, TeacherProblem>> {
    const planned = sessions.filter((session) => session.status === 'planned')
    if (planned.length === 0) return new Map()
    const leaves = await manager.findBy(TeacherLeave, {
      teacherId: In([...new Set(planned.map((session) => session.teacherId))]),
      status: 'granted',
    })
    const uncleared = new Set<string>()
    for (const schoolId of new Set(planned.map((session) => session.schoolId))) {
      for (const { teacher, days } of await unclearedDays(
        manager,
        schoolId,
        planned.filter((session) => session.schoolId === schoolId),
      ))
        for (const on of days) uncleared.add(`${teacher.id} ${on}`)
    }
    return new Map(
      planned.flatMap((session): [number, TeacherProblem][] => {
        if (
          leaves.some(
            (leave) =>
              leave.teacherId === session.teacherId &&
              leave.fromOn <= session.heldOn &&
              session.heldOn <= leave.toOn,
          )
        )
          return [[session.id, 'on_leave']]
        if (uncleared.has(`${session.teacherId} ${session.heldOn}`)) return [[session.id, 'not_cleared']]
        return session.teacher!.isActive ? [] : [[session.id, 'left']]
      }),
    )
  }
}

/** A granted leave of the session's teacher that holds its day. */
function onLeave(query: SelectQueryBuilder<ObjectLiteral>): string {
  return query
    .subQuery()
    .select('teacherLeave.id')
    .from(TeacherLeave, 'teacherLeave')
    .where(
      "teacherLeave.teacherId = session.teacherId AND teacherLeave.status = 'granted' AND teacherLeave.fromOn <= session.heldOn AND teacherLeave.toOn >= session.heldOn",
    )
    .getQuery()
}

// As routes are called; what the state table allows is narrowed by the clock and by what stands around the session.
function actionsOn(
  session: Session,
  actor: Actor,
  { hasBegun, isAsked, isOwn }: { hasBegun: boolean; isAsked: boolean; isOwn: boolean },
): string[] {
  const mayWrite = actor.permissions.has('session.write')
  const mayAsk =
    actor.permissions.has('substitution.approve') || (isOwn && actor.permissions.has('substitution.ask'))
  const isByHand = changesOf(session).some((kind) => kind !== 'make_up')
  const possible: Record<string, boolean> = {
    substitute: session.status === 'planned' && !hasBegun && !isAsked && mayAsk,
    swap: session.status === 'planned' && !hasBegun && !isAsked && mayAsk,
    move: session.status === 'planned' && !hasBegun && mayWrite,
    'change-room': session.status === 'planned' && !hasBegun && mayWrite,
    reset: session.status === 'planned' && !hasBegun && mayWrite && isByHand,
    'make-up': session.status === 'cancelled' && mayWrite && session.makesUpId === null,
    restore: session.status === 'cancelled' && mayWrite && !hasBegun,
    cancel: session.status === 'planned' && !hasBegun && mayWrite,
  }
  return Object.keys(possible).filter((action) => possible[action])
}
