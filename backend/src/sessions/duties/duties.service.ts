/** Who is on duty and who goes round on which day (值班、巡课), and which service days still lack a duty leader (规则 SAFE-8)? */
import { Injectable } from '@nestjs/common'
import { Between, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import {
  CalendarDay,
  CalendarService,
  requireOfSchool,
  type School,
  SchoolScope,
  scoped,
} from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { addDays, Clock, datesBetween, type LocalDate, mondayOf, weekdayOf } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { atLeast, atMost, equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { TeacherLeave } from '../leaves/teacher-leave.entity.js'
import { printDay } from '../sessions/print-moment.js'
import { leaveProblem, refuse } from '../sessions/session-checks.service.js'
import { Session } from '../sessions/session.entity.js'
import {
  type CreateDutiesIn,
  type DutiesOut,
  type DutyListQuery,
  type DutyOut,
  type DutyRowIn,
  type ProposalOut,
  type ProposalQuery,
  type RosterDayOut,
  type RosterOut,
  type RosterQuery,
  toDutyOut,
} from './duties.dto.js'
import { Duty } from './duty.entity.js'
import { type DutyCandidate, proposeDuties } from './propose-duties.js'

const duties: Listing<DutyListQuery> = {
  sortable: {
    heldOn: 'duty.heldOn',
    kind: 'duty.kind',
    teacherName: 'teacher.namePinyin',
    id: 'duty.id',
  },
  filters: {
    schoolId: equals('duty.schoolId'),
    termId: where('duty.heldOn BETWEEN :termStartsOn AND :termEndsOn'),
    from: atLeast('duty.heldOn'),
    to: atMost('duty.heldOn'),
    teacherId: equals('duty.teacherId'),
    kind: equals('duty.kind'),
  },
}

@Injectable()
export class DutiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly calendar: CalendarService,
  ) {}

  async list(actor: Actor, list: DutyListQuery): Promise<Page<DutyOut>> {
    const query = scoped(this.joined(this.database.read), actor)
    if (list.termId !== undefined) {
      const { startsOn, endsOn } = await this.calendar.requireTerm(actor, list.termId)
      query.setParameters({ termStartsOn: startsOn, termEndsOn: endsOn })
    }
    return paged(query, list, duties, toDutyOut)
  }

  /** The week's days with school or service. */
  async roster(actor: Actor, { schoolId, on }: RosterQuery): Promise<RosterOut> {
    const manager = this.database.read
    const school = await this.schoolOf(manager, actor, schoolId)
    const fromOn = mondayOf(on ?? this.clock.today())
    const toOn = addDays(fromOn, 6)
    const calendar = await this.daysWithSchool(manager, school, fromOn, toOn)
    const sessions = await manager.findBy(Session, {
      schoolId: school.id,
      heldOn: Between(fromOn, toOn),
      status: 'planned',
    })
    const duties = await this.joined(manager)
      .where('duty.schoolId = :schoolId AND duty.heldOn BETWEEN :fromOn AND :toOn', {
        schoolId: school.id,
        fromOn,
        toOn,
      })
      .orderBy('duty.kind')
      .addOrderBy('duty.id')
      .getMany()
    const days = datesBetween(fromOn, toOn).map((dayOn): RosterDayOut => {
      const [own, sessionCount, isOver] = [
        duties.filter((duty) => duty.heldOn === dayOn),
        sessions.filter((session) => session.heldOn === dayOn).length,
        dayOn < this.clock.today(),
      ]
      const lacks = (kind: Duty['kind']) => sessionCount > 0 && !own.some((duty) => duty.kind === kind)
      return {
        dayOn,
        weekday: weekdayOf(dayOn),
        note: calendar.get(dayOn)?.note ?? null,
        sessionCount,
        duties: own.map(toDutyOut),
        lacksLeader: lacks('duty_leader'),
        lacksPatrol: lacks('patrol'),
        isOver,
      }
    })
    return {
      fromOn,
      toOn,
      days: days.filter((day) => calendar.has(day.dayOn) || day.sessionCount > 0 || day.duties.length > 0),
    }
  }

  /** What could be put in: last week's people again, or everybody in turn. Nothing is saved. */
  async proposal(actor: Actor, { schoolId, on, source, patrols }: ProposalQuery): Promise<ProposalOut> {
    const manager = this.database.read
    const school = await this.schoolOf(manager, actor, schoolId)
    const { fromOn, toOn, days } = await this.roster(actor, {
      schoolId: school.id,
      on: on ?? this.clock.today(),
    })
    const open = days.filter((day) => !day.isOver && day.sessionCount > 0)
    const teachers = await manager.find(Teacher, {
      where: { schoolId: school.id, isActive: true, kind: 'staff' },
      order: { namePinyin: 'ASC', id: 'ASC' },
    })
    const candidates = await this.candidates(manager, school, teachers, fromOn, toOn)
    const names = new Map(teachers.map((teacher) => [teacher.id, teacher.name]))
    const named = (row: DutyRowIn) => ({
      ...row,
      area: row.area ?? null,
      teacherName: names.get(row.teacherId) ?? '',
    })
    if (source === 'in_turn')
      return {
        rows: proposeDuties(
          open.map((day) => ({ dayOn: day.dayOn, has: day.duties })),
          candidates,
          patrols,
        ).map(named),
      }
    const before = await manager.find(Duty, {
      where: { schoolId: school.id, heldOn: Between(addDays(fromOn, -7), addDays(toOn, -7)) },
      order: { heldOn: 'ASC', kind: 'ASC', id: 'ASC' },
    })
    const copied = before.map(({ heldOn, kind, teacherId, area }) => ({
      heldOn: addDays(heldOn, 7),
      kind,
      teacherId,
      area,
    }))
    return {
      rows: copied
        .filter(
          (row) =>
            names.has(row.teacherId) &&
            !candidates.find((each) => each.teacherId === row.teacherId)!.awayOn.has(row.heldOn) &&
            open.some(
              (day) =>
                day.dayOn === row.heldOn &&
                !day.duties.some((duty) => duty.kind === row.kind && duty.teacherId === row.teacherId),
            ),
        )
        .map(named),
    }
  }

  /** All of them or none. */
  async create(actor: Actor, { schoolId, rows }: CreateDutiesIn): Promise<DutiesOut> {
    return this.database.transaction(async (tx) => {
      const school = await this.schools.require(actor, schoolId, tx)
      const made: Duty[] = []
      for (const row of rows) made.push(await this.insert(tx, actor, school, row))
      await this.audit.recordMany(
        tx,
        actor,
        made.map((duty) => ({
          action: 'duty.create',
          entity: 'duty',
          entityId: duty.id,
          schoolId,
          after: duty,
        })),
      )
      const items = await this.joined(tx)
        .where('duty.id IN (:...ids)', { ids: made.map((duty) => duty.id) })
        .orderBy('duty.heldOn')
        .addOrderBy('duty.id')
        .getMany()
      return { items: items.map(toDutyOut) }
    })
  }

  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const duty = await scoped(tx.createQueryBuilder(Duty, 'duty'), actor)
        .andWhere('duty.id = :id', { id })
        .getOne()
      if (!duty) throw new NotFound('duty', id)
      if (duty.heldOn < this.clock.today())
        throw new RuleBroken('scheduling.duty_day_over', { day: printDay(duty.heldOn, actor.language) })
      const removed = await tx.delete(Duty, { id })
      if (removed.affected !== 1) throw new StateConflict('state.conflict')
      await this.audit.record(tx, actor, {
        action: 'duty.delete',
        entity: 'duty',
        entityId: id,
        schoolId: duty.schoolId,
        before: duty,
      })
    })
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    school: School,
    { heldOn, kind, teacherId, area }: DutyRowIn,
  ): Promise<Duty> {
    const day = printDay(heldOn, actor.language)
    const teacher = await requireOfSchool(tx, Teacher, school.id, teacherId, 'teacherId')
    if (!teacher.isActive) throw new RuleBroken('scheduling.teacher_gone', { teacher: teacher.name })
    if (heldOn < this.clock.today()) throw new RuleBroken('scheduling.duty_day_over', { day })
    if (!(await this.daysWithSchool(tx, school, heldOn, heldOn)).has(heldOn))
      throw new RuleBroken('scheduling.no_school_day', { day })
    const leave = await tx
      .createQueryBuilder(TeacherLeave, 'leave')
      .where(
        "leave.teacherId = :teacherId AND leave.status = 'granted' AND leave.fromOn <= :heldOn AND leave.toOn >= :heldOn",
        { teacherId, heldOn },
      )
      .getOne()
    refuse(leave && leaveProblem(teacher.name, leave, heldOn, actor.language))
    const duty = tx.create(Duty, { schoolId: school.id, heldOn, kind, teacherId, area: area?.trim() || null })
    return onDuplicate(
      () => tx.save(duty),
      () => new StateConflict('scheduling.duty_exists', { teacher: teacher.name, day }),
    )
  }

  private async candidates(
    manager: EntityManager,
    school: School,
    teachers: readonly Teacher[],
    fromOn: LocalDate,
    toOn: LocalDate,
  ): Promise<DutyCandidate[]> {
    const term = await this.calendar.termOf(manager, school.regionCode, fromOn)
    const [duties, sessions, leaves] = await Promise.all([
      manager.findBy(Duty, { schoolId: school.id, heldOn: Between(term?.startsOn ?? fromOn, toOn) }),
      manager.findBy(Session, { schoolId: school.id, heldOn: Between(fromOn, toOn), status: 'planned' }),
      manager
        .createQueryBuilder(TeacherLeave, 'leave')
        .where(
          "leave.schoolId = :schoolId AND leave.status = 'granted' AND leave.fromOn <= :toOn AND leave.toOn >= :fromOn",
          { schoolId: school.id, fromOn, toOn },
        )
        .getMany(),
    ])
    const dates = datesBetween(fromOn, toOn)
    return teachers.map(({ id }) => ({
      teacherId: id,
      counts: {
        duty_leader: duties.filter((duty) => duty.teacherId === id && duty.kind === 'duty_leader').length,
        patrol: duties.filter((duty) => duty.teacherId === id && duty.kind === 'patrol').length,
      },
      awayOn: new Set(
        dates.filter((on) =>
          leaves.some((leave) => leave.teacherId === id && leave.fromOn <= on && on <= leave.toOn),
        ),
      ),
      teachesOn: new Set(
        sessions.filter((session) => session.teacherId === id).map((session) => session.heldOn),
      ),
    }))
  }

  // A week may lie in two terms; a day belongs to the one that holds it.
  private async daysWithSchool(
    manager: EntityManager,
    school: School,
    fromOn: LocalDate,
    toOn: LocalDate,
  ): Promise<Map<LocalDate, CalendarDay>> {
    const terms = await Promise.all([
      this.calendar.termOf(manager, school.regionCode, fromOn),
      this.calendar.termOf(manager, school.regionCode, toOn),
    ])
    const ids = [...new Set(terms.flatMap((term) => (term ? [term.id] : [])))]
    const days = (
      await Promise.all(
        ids.map((termId) => manager.findBy(CalendarDay, { termId, dayOn: Between(fromOn, toOn) })),
      )
    ).flat()
    return new Map(days.filter((day) => day.weekdayFollowed !== null).map((day) => [day.dayOn, day]))
  }

  private async schoolOf(manager: EntityManager, actor: Actor, schoolId?: number): Promise<School> {
    const id = schoolId ?? actor.schoolId
    if (id === null) throw Invalid.field('schoolId', 'validation.isDefined')
    return this.schools.require(actor, id, manager)
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Duty> {
    return manager
      .createQueryBuilder(Duty, 'duty')
      .innerJoinAndMapOne('duty.teacher', Teacher, 'teacher', 'teacher.id = duty.teacherId')
  }
}
