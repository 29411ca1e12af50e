/** When does which section really meet (课次), what is other than planned, and who may change it now? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { scoped } from '../../organisation/index.js'
import { pinyinQuery, Teacher } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { nameLike, nameParam } from '../../platform/name-search.js'
import { likeText, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import type { SheetOut } from '../../platform/sheets/index.js'
import { TeacherLeave } from '../leaves/teacher-leave.entity.js'
import { Substitution } from '../substitutions/substitution.entity.js'
import { ownTeacher } from './own-teacher.js'
import { SessionChecks } from './session-checks.service.js'
import { joinedSessions } from './session-query.js'
import type { Session } from './session.entity.js'
import {
  changesOf,
  type OpenRequestOut,
  type SessionListQuery,
  type SessionOut,
  type TeacherProblem,
  toSessionOut,
} from './sessions.dto.js'
import { unclearedDays } from './uncleared-days.js'

const sortable = {
  heldOn: 'session.heldOn',
  startTime: 'session.startTime',
  sectionName: 'section.name',
  teacherName: 'teacher.name',
  roomName: 'room.name',
  status: 'session.status',
  id: 'session.id',
}

const isChanged = `(session.heldOn <> session.plannedOn OR session.startTime <> session.plannedStartTime OR session.endTime <> session.plannedEndTime OR session.teacherId <> session.plannedTeacherId
  OR session.roomId <> session.plannedRoomId OR session.makesUpId IS NOT NULL OR session.status <> 'planned')`

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly checks: SessionChecks,
  ) {}

  async list(actor: Actor, list: SessionListQuery): Promise<Page<SessionOut>> {
    const page = await paged(this.filtered(actor, list), list, sortable, (session) => session)
    return { ...page, items: await this.outs(this.database.read, actor, page.items) }
  }

  sheet(actor: Actor, list: SessionListQuery): SheetOut {
    const title = (zh: string, en: string) => (actor.language === 'zh' ? zh : en)
    const states = {
      planned: title('照常上课', 'planned'),
      cancelled: title('停课', 'cancelled'),
      made_up: title('已补课', 'made up'),
    }
    return {
      name: title('课次', 'Sessions'),
      columns: [
        { title: title('日期', 'Date'), kind: 'date' },
        { title: title('开始', 'Start'), kind: 'text' },
        { title: title('结束', 'End'), kind: 'text' },
        { title: title('课程班', 'Section'), width: 24, kind: 'text' },
        { title: title('课程', 'Course'), width: 20, kind: 'text' },
        { title: title('教师', 'Teacher'), kind: 'text' },
        { title: title('场地', 'Room'), kind: 'text' },
        { title: title('状态', 'State'), kind: 'text' },
        { title: title('停课原因', 'Why cancelled'), width: 30, kind: 'text' },
        { title: title('原定日期', 'Planned date'), kind: 'date' },
        { title: title('原定教师', 'Planned teacher'), kind: 'text' },
        { title: title('原定场地', 'Planned room'), kind: 'text' },
      ],
      rows: rowsOf(ordered(this.filtered(actor, list), list, sortable), (session) => {
        const {
          heldOn,
          startTime,
          endTime,
          section,
          course,
          teacher,
          room,
          status,
          reason,
          plannedOn,
          plannedTeacher,
          plannedRoom,
        } = session
        return [
          heldOn,
          startTime,
          endTime,
          section!.name,
          course!.name,
          teacher!.name,
          room!.name,
          states[status],
          reason,
          plannedOn,
          plannedTeacher!.name,
          plannedRoom!.name,
        ]
      }),
    }
  }

  private filtered(actor: Actor, list: SessionListQuery): SelectQueryBuilder<Session> {
    const query = scoped(joinedSessions(this.database.read), actor, 'session.schoolId', list.schoolId)
    if (list.termId) query.andWhere('session.termId = :termId', { termId: list.termId })
    if (list.from) query.andWhere('session.heldOn >= :from', { from: list.from })
    if (list.to) query.andWhere('session.heldOn <= :to', { to: list.to })
    if (list.sectionId) query.andWhere('session.sectionId = :sectionId', { sectionId: list.sectionId })
    if (list.teacherId) query.andWhere('session.teacherId = :teacherId', { teacherId: list.teacherId })
    if (list.roomId) query.andWhere('session.roomId = :roomId', { roomId: list.roomId })
    if (list.homeClassId)
      query.andWhere('section.homeClassId = :homeClassId', { homeClassId: list.homeClassId })
    if (list.status) query.andWhere('session.status = :status', { status: list.status })
    if (list.isChanged !== undefined) query.andWhere(list.isChanged ? isChanged : `NOT ${isChanged}`)
    if (list.isUncovered !== undefined)
      query.andWhere(
        `${list.isUncovered ? '' : 'NOT '}(session.status = 'planned' AND EXISTS ${onLeave(query)})`,
      )
    if (list.q) this.search(query, list.q.trim())
    return query
  }

  private search(query: SelectQueryBuilder<Session>, q: string): void {
    query.andWhere(
      `(section.name LIKE :q ESCAPE '!' OR course.name LIKE :q ESCAPE '!' OR ${nameLike('teacher.name')} OR teacher.namePinyin LIKE :pinyin ESCAPE '!')`,
      { q: `%${likeText(q)}%`, ...nameParam(q), pinyin: `%${likeText(pinyinQuery(q))}%` },
    )
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
function onLeave(query: SelectQueryBuilder<Session>): string {
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
