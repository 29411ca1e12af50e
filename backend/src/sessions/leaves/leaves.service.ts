/** Which teacher is away from when to when (教师请假), and who may grant it? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, Transitions } from '../../audit/index.js'
import { CalendarService, requireOfSchool, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Clock, daysBetween } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, NotFound, RuleBroken } from '../../platform/errors.js'
import { atLeast, atMost, equals, search, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { holdChanges } from '../../timetabling/index.js'
import { ownTeacher } from '../sessions/own-teacher.js'
import { SessionChecks } from '../sessions/session-checks.service.js'
import { Session } from '../sessions/session.entity.js'
import {
  type CreateLeaveIn,
  type LeaveListQuery,
  type TeacherLeaveOut,
  toTeacherLeaveOut,
} from './leaves.dto.js'
import { TeacherLeave } from './teacher-leave.entity.js'
import { leaveTable } from './teacher-leave.states.js'

const leaves: Listing<LeaveListQuery> = {
  sortable: {
    fromOn: 'leave.fromOn',
    toOn: 'leave.toOn',
    teacherName: 'teacher.namePinyin',
    status: 'leave.status',
    id: 'leave.id',
  },
  filters: {
    schoolId: equals('leave.schoolId'),
    teacherId: equals('leave.teacherId'),
    status: equals('leave.status'),
    termId: where('leave.fromOn <= :termEndsOn AND leave.toOn >= :termStartsOn'),
    from: atLeast('leave.toOn'),
    to: atMost('leave.fromOn'),
    q: search({ names: ['teacher.name'], pinyin: ['teacher.namePinyin'] }),
  },
}
const mostDays = 200

export type LeaveEvent = keyof typeof leaveTable.events

@Injectable()
export class LeavesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly checks: SessionChecks,
    private readonly calendar: CalendarService,
  ) {}

  async list(actor: Actor, list: LeaveListQuery): Promise<Page<TeacherLeaveOut>> {
    const manager = this.database.read
    const query = scoped(await this.visible(manager, actor), actor)
    if (list.termId !== undefined) {
      const { startsOn, endsOn } = await this.calendar.requireTerm(actor, list.termId)
      query.setParameters({ termStartsOn: startsOn, termEndsOn: endsOn })
    }
    const page = await paged(
      query,
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      leaves,
      (leave) => leave,
    )
    return { ...page, items: await this.outs(manager, actor, page.items) }
  }

  async require(manager: EntityManager, actor: Actor, id: number): Promise<TeacherLeave> {
    const leave = await scoped(await this.visible(manager, actor), actor, 'leave.schoolId')
      .andWhere('leave.id = :id', { id })
      .getOne()
    if (!leave) throw new NotFound('teacher_leave', id)
    return leave
  }

  async outs(
    manager: EntityManager,
    actor: Actor,
    leaves: readonly TeacherLeave[],
  ): Promise<TeacherLeaveOut[]> {
    if (leaves.length === 0) return []
    const own = await ownTeacher(manager, actor)
    const sessions = await manager.find(Session, {
      where: { teacherId: In([...new Set(leaves.map((leave) => leave.teacherId))]), status: 'planned' },
    })
    const open = (leave: TeacherLeave) =>
      sessions.filter(
        (session) =>
          session.teacherId === leave.teacherId &&
          leave.fromOn <= session.heldOn &&
          session.heldOn <= leave.toOn &&
          !this.checks.hasBegun(session),
      ).length
    return leaves.map((leave) =>
      toTeacherLeaveOut(
        leave,
        leave.status === 'granted' || leave.status === 'requested' ? open(leave) : 0,
        actionsOn(leave, actor, own),
      ),
    )
  }

  /** A teacher asks; who arranges substitutions records it for others, and then it is granted at once. */
  async create(actor: Actor, given: CreateLeaveIn): Promise<number> {
    if (actor.schoolId === null) throw new Forbidden('access.forbidden')
    const schoolId = actor.schoolId
    return this.database.transaction(async (tx) => {
      const setting = await holdChanges(tx, schoolId)
      const own = await ownTeacher(tx, actor)
      const teacherId = given.teacherId ?? own?.id
      if (teacherId === undefined) throw new RuleBroken('scheduling.no_teacher_for_user')
      const mayArrange = actor.permissions.has('substitution.approve')
      const teacher = await requireOfSchool(tx, Teacher, schoolId, teacherId, 'teacherId')
      if (teacher.id !== own?.id && !mayArrange) throw new Forbidden('scheduling.not_your_leave')
      await this.check(tx, teacher, given)
      const leave = await tx.save(
        tx.create(TeacherLeave, {
          schoolId,
          teacherId,
          fromOn: given.fromOn,
          toOn: given.toOn,
          kind: given.kind,
          remark: given.remark?.trim() || null,
          status: 'requested',
          requestedById: actor.userId,
          createdAt: this.clock.now(),
        }),
      )
      const made = await this.transitions.made(tx, leaveTable, leave, actor)
      await this.audit.record(tx, actor, {
        action: 'teacher_leave.create',
        entity: 'teacher_leave',
        entityId: leave.id,
        schoolId,
        after: { teacherId, fromOn: given.fromOn, toOn: given.toOn },
      })
      // Where the school wants no approval its setting grants in the place of a person.
      const isGranted = !setting.leaveNeedsApproval || (mayArrange && teacher.id !== own?.id)
      if (isGranted)
        await this.transitions.move(tx, leaveTable, TeacherLeave, made, 'grant', {
          ...actor,
          permissions: new Set([...actor.permissions, 'substitution.approve']),
        })
      return leave.id
    })
  }

  async act(actor: Actor, id: number, event: LeaveEvent, { comment, ...seen }: EventIn): Promise<void> {
    const { schoolId } = await this.require(this.database.read, actor, id)
    await this.database.transaction(async (tx) => {
      await holdChanges(tx, schoolId)
      const [leave] = await this.transitions.takeAll(tx, TeacherLeave, [id], async () => [
        await this.require(tx, actor, id),
      ])
      await this.transitions.requireSeen(tx, leaveTable, leave!, seen)
      const isOwn = (await ownTeacher(tx, actor))?.id === leave!.teacherId
      if (event === 'withdraw' && !isOwn && !actor.permissions.has('substitution.approve'))
        throw new Forbidden('scheduling.not_your_leave')
      if (event !== 'withdraw' && isOwn && actor.permissions.has('substitution.approve'))
        throw new RuleBroken('scheduling.own_leave')
      await this.transitions.move(tx, leaveTable, TeacherLeave, leave!, event, actor, { comment })
    })
  }

  private async check(tx: EntityManager, teacher: Teacher, { fromOn, toOn }: CreateLeaveIn): Promise<void> {
    if (!teacher.isActive) throw new RuleBroken('scheduling.teacher_gone', { teacher: teacher.name })
    if (toOn < fromOn) throw new RuleBroken('scheduling.leave_ends_before_it_starts', { fromOn, toOn })
    if (daysBetween(fromOn, toOn) >= mostDays)
      throw new RuleBroken('scheduling.leave_too_long', { most: mostDays })
    if (toOn < this.clock.today()) throw new RuleBroken('scheduling.leave_over', { toOn })
    const other = await tx
      .createQueryBuilder(TeacherLeave, 'leave')
      .where(
        "leave.teacherId = :teacherId AND leave.status IN ('requested', 'granted') AND leave.fromOn <= :toOn AND leave.toOn >= :fromOn",
        { teacherId: teacher.id, fromOn, toOn },
      )
      .getOne()
    if (other)
      throw new RuleBroken('scheduling.leave_overlaps', {
        teacher: teacher.name,
        from: other.fromOn,
        to: other.toOn,
      })
  }

  // Why somebody is away is between them and who arranges the substitutions.
  private async visible(manager: EntityManager, actor: Actor): Promise<SelectQueryBuilder<TeacherLeave>> {
    const query = manager
      .createQueryBuilder(TeacherLeave, 'leave')
      .innerJoinAndMapOne('leave.teacher', Teacher, 'teacher', 'teacher.id = leave.teacherId')
    if (actor.permissions.has('substitution.approve')) return query
    return query.andWhere('leave.teacherId = :ownId', { ownId: (await ownTeacher(manager, actor))?.id ?? 0 })
  }
}

function actionsOn(leave: TeacherLeave, actor: Actor, own: Teacher | null): string[] {
  const isOwn = own?.id === leave.teacherId
  const events = eventsFrom(leaveTable, leave.status, actor.permissions).filter((event) =>
    event === 'withdraw' ? isOwn || actor.permissions.has('substitution.approve') : !isOwn,
  )
  return leave.status === 'granted' && actor.permissions.has('substitution.approve')
    ? [...events, 'arrange']
    : events
}
