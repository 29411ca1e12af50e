/** When does which section really meet (课次), and which meetings were called off? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { Course, Section } from '../../catalogue/index.js'
import { HomeClass, Room, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { likeText, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import type { SheetOut } from '../../platform/sheets/index.js'
import { eventsFrom } from '../../platform/states.js'
import { Session } from './session.entity.js'
import { sessionTable } from './session.states.js'
import { type SessionListQuery, type SessionOut, toSessionOut } from './sessions.dto.js'

const sortable = { heldOn: 'session.heldOn', startTime: 'session.startTime', sectionName: 'section.name', teacherName: 'teacher.name', roomName: 'room.name', status: 'session.status', id: 'session.id' }

@Injectable()
export class SessionsService {
  constructor(private readonly database: Database, private readonly transitions: Transitions) {}

  list(actor: Actor, list: SessionListQuery): Promise<Page<SessionOut>> {
    return paged(this.filtered(actor, list), list, sortable, (session) => toSessionOut(session, actionsOn(session, actor)))
  }

  sheet(actor: Actor, list: SessionListQuery): SheetOut {
    const title = (zh: string, en: string) => (actor.language === 'zh' ? zh : en)
    return {
      name: title('课次', 'Sessions'),
      columns: [
        { title: title('日期', 'Date'), kind: 'date' }, { title: title('开始', 'Start'), kind: 'text' }, { title: title('结束', 'End'), kind: 'text' }, { title: title('课程班', 'Section'), width: 24, kind: 'text' }, { title: title('课程', 'Course'), width: 20, kind: 'text' },
        { title: title('教师', 'Teacher'), kind: 'text' }, { title: title('场地', 'Room'), kind: 'text' }, { title: title('状态', 'State'), kind: 'text' }, { title: title('停课原因', 'Why cancelled'), width: 30, kind: 'text' },
      ],
      rows: rowsOf(ordered(this.filtered(actor, list), list, sortable), (session) => {
        const { heldOn, startTime, endTime, sectionName, courseName, teacherName, roomName, status, reason } = toSessionOut(session, [])
        return [heldOn, startTime, endTime, sectionName, courseName, teacherName, roomName, status === 'planned' ? title('照常', 'planned') : title('停课', 'cancelled'), reason]
      }),
    }
  }

  private filtered(actor: Actor, list: SessionListQuery): SelectQueryBuilder<Session> {
    const query = scoped(this.joined(this.database.read), actor, 'session.schoolId', list.schoolId)
    if (list.termId) query.andWhere('session.termId = :termId', { termId: list.termId })
    if (list.from) query.andWhere('session.heldOn >= :from', { from: list.from })
    if (list.to) query.andWhere('session.heldOn <= :to', { to: list.to })
    if (list.sectionId) query.andWhere('session.sectionId = :sectionId', { sectionId: list.sectionId })
    if (list.teacherId) query.andWhere('session.teacherId = :teacherId', { teacherId: list.teacherId })
    if (list.roomId) query.andWhere('session.roomId = :roomId', { roomId: list.roomId })
    if (list.homeClassId) query.andWhere('section.homeClassId = :homeClassId', { homeClassId: list.homeClassId })
    if (list.status) query.andWhere('session.status = :status', { status: list.status })
    if (list.q) query.andWhere("(section.name LIKE :q ESCAPE '!' OR course.name LIKE :q ESCAPE '!' OR teacher.name LIKE :q ESCAPE '!')", { q: `%${likeText(list.q)}%` })
    return query
  }

  async get(actor: Actor, id: number): Promise<SessionOut> {
    const session = await this.find(this.database.read, actor, id)
    return toSessionOut(session, actionsOn(session, actor))
  }

  /** The session stays, with the reason; a later timetable does not bring it back. */
  async cancel(actor: Actor, id: number, comment?: string): Promise<SessionOut> {
    return this.act(actor, id, 'cancel', comment, comment?.trim().slice(0, 200) ?? null)
  }

  async restore(actor: Actor, id: number, comment?: string): Promise<SessionOut> {
    return this.act(actor, id, 'restore', comment, null)
  }

  private async act(actor: Actor, id: number, event: keyof typeof sessionTable.events, comment: string | undefined, reason: string | null): Promise<SessionOut> {
    return this.database.transaction(async (tx) => {
      await this.transitions.move(tx, sessionTable, Session, await this.find(tx, actor, id), event, actor, { comment, set: { reason } })
      const session = await this.find(tx, actor, id)
      return toSessionOut(session, actionsOn(session, actor))
    })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Session> {
    const session = await scoped(this.joined(manager), actor, 'session.schoolId').andWhere('session.id = :id', { id }).getOne()
    if (!session) throw new NotFound('session', id)
    return session
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Session> {
    return manager.createQueryBuilder(Session, 'session')
      .innerJoinAndMapOne('session.section', Section, 'section', 'section.id = session.sectionId')
      .innerJoinAndMapOne('session.course', Course, 'course', 'course.id = section.courseId')
      .innerJoinAndMapOne('session.teacher', Teacher, 'teacher', 'teacher.id = session.teacherId')
      .innerJoinAndMapOne('session.room', Room, 'room', 'room.id = session.roomId')
      .leftJoinAndMapOne('session.homeClass', HomeClass, 'homeClass', 'homeClass.id = section.homeClassId')
  }
}

function actionsOn(session: Session, actor: Actor): string[] {
  return eventsFrom(sessionTable, session.status, actor.permissions)
}
