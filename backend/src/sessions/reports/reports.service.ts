/** How are rooms used, and how is the work spread over teachers (场地使用、教师课时)? From sessions that really stand. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { CalendarService, Room, SchoolScope } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Clock, daysBetween, mondayOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { Session } from '../sessions/session.entity.js'
import { Slot, SlotsService } from '../../timetabling/index.js'
import { meanOf, perMilleOf, stepsOf } from './load.js'
import type {
  PeakOut,
  ReportQuery,
  ReportSpanOut,
  RoomUseOut,
  RoomUseRowOut,
  TeacherLoadOut,
  TeacherLoadRowOut,
} from './reports.dto.js'

type Raw<Names extends string> = Record<Names, string | number>

// Both databases read the digits of a text as a number here.
const minutes =
  '(SUBSTR(session.endTime, 1, 2) - SUBSTR(session.startTime, 1, 2)) * 60 + SUBSTR(session.endTime, 4, 2) - SUBSTR(session.startTime, 4, 2)'
const stands = "session.status = 'planned'"
const sum = (condition: string, value = '1') => `SUM(CASE WHEN ${condition} THEN ${value} ELSE 0 END)`

@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schools: SchoolScope,
    private readonly calendar: CalendarService,
    private readonly slots: SlotsService,
  ) {}

  async rooms(actor: Actor, query: ReportQuery): Promise<RoomUseOut> {
    const manager = this.database.read
    const span = await this.span(actor, query)
    const [slotCount, rooms, days, peak] = await Promise.all([
      this.slotCount(manager, span),
      manager.find(Room, { where: { schoolId: span.schoolId }, order: { name: 'ASC', id: 'ASC' } }),
      this.roomDays(manager, span),
      this.peak(manager, span),
    ])
    const items = rooms.map((room): RoomUseRowOut => {
      const own = days.filter((day) => Number(day.roomId) === room.id)
      const total = (name: 'sessions' | 'minutes' | 'cancelled') =>
        own.reduce((all, day) => all + Number(day[name]), 0)
      const weeks = new Map<string, number>()
      for (const day of own)
        weeks.set(mondayOf(day.heldOn), (weeks.get(mondayOf(day.heldOn)) ?? 0) + Number(day.sessions))
      const [busiestWeekOn, busiestWeekCount] = [...weeks].reduce<[string | null, number]>(
        (most, week) => (week[1] > most[1] ? week : most),
        [null, 0],
      )
      return {
        roomId: room.id,
        name: room.name,
        kind: room.kind,
        capacity: room.capacity,
        sessionCount: total('sessions'),
        minutes: total('minutes'),
        minutesPerWeek: Math.round(total('minutes') / span.weekCount),
        usePerMille: perMilleOf(total('sessions'), slotCount),
        busiestWeekCount,
        busiestWeekOn,
        cancelledCount: total('cancelled'),
      }
    })
    items.sort((one, other) => other.sessionCount - one.sessionCount || other.minutes - one.minutes)
    return {
      ...span,
      slotCount,
      peak,
      usedRoomCount: items.filter((item) => item.sessionCount > 0).length,
      items,
    }
  }

  async teachers(actor: Actor, query: ReportQuery): Promise<TeacherLoadOut> {
    const manager = this.database.read
    const span = await this.span(actor, query)
    const [teachers, taking, giving] = await Promise.all([
      manager.find(Teacher, { where: { schoolId: span.schoolId }, order: { namePinyin: 'ASC', id: 'ASC' } }),
      this.taking(manager, span),
      this.giving(manager, span),
    ])
    const load = new Map(taking.map((row) => [Number(row.teacherId), row]))
    const given = new Map(giving.map((row) => [Number(row.teacherId), Number(row.given)]))
    const mean = meanOf(taking.filter((row) => Number(row.sessions) > 0).map((row) => Number(row.minutes)))
    const items = teachers
      .filter((teacher) => teacher.isActive || load.has(teacher.id) || given.has(teacher.id))
      .map(({ id, name, kind }): TeacherLoadRowOut => {
        const own = (column: 'sessions' | 'minutes' | 'days' | 'late' | 'taken' | 'cancelled') =>
          Number(load.get(id)?.[column] ?? 0)
        return {
          teacherId: id,
          name,
          kind,
          sessionCount: own('sessions'),
          minutes: own('minutes'),
          dayCount: own('days'),
          lateCount: own('late'),
          takenCount: own('taken'),
          givenCount: given.get(id) ?? 0,
          ofMeanPerMille: perMilleOf(own('minutes'), mean),
          cancelledCount: own('cancelled'),
        }
      })
    items.sort((one, other) => other.minutes - one.minutes || other.sessionCount - one.sessionCount)
    return {
      ...span,
      teachingCount: items.filter((item) => item.sessionCount > 0).length,
      meanMinutes: mean,
      distribution: stepsOf(items.map((item) => item.sessionCount)),
      items,
    }
  }

  /** The days asked for, as far as they lie in the term. */
  private async span(actor: Actor, { schoolId, termId, from, to }: ReportQuery): Promise<ReportSpanOut> {
    await this.schools.require(actor, schoolId)
    const term = await this.calendar.requireTerm(actor, termId)
    const first = from && from > term.startsOn ? from : term.startsOn
    const last = to && to < term.endsOn ? to : term.endsOn
    if (first > last)
      throw new RuleBroken('scheduling.report_without_days', {
        from: from ?? term.startsOn,
        to: to ?? term.endsOn,
        startsOn: term.startsOn,
        endsOn: term.endsOn,
      })
    return {
      schoolId,
      termId,
      from: first,
      to: last,
      asOf: this.clock.now().toISOString(),
      weekCount: daysBetween(mondayOf(first), mondayOf(last)) / 7 + 1,
    }
  }

  private held(manager: EntityManager, { schoolId, from, to }: ReportSpanOut): SelectQueryBuilder<Session> {
    return manager
      .createQueryBuilder(Session, 'session')
      .where('session.schoolId = :schoolId AND session.heldOn BETWEEN :from AND :to', { schoolId, from, to })
  }

  private roomDays(
    manager: EntityManager,
    span: ReportSpanOut,
  ): Promise<(Raw<'roomId' | 'sessions' | 'minutes' | 'cancelled'> & { heldOn: string })[]> {
    return this.held(manager, span)
      .select('session.roomId', 'roomId')
      .addSelect('session.heldOn', 'heldOn')
      .addSelect(sum(stands), 'sessions')
      .addSelect(sum(stands, minutes), 'minutes')
      .addSelect(sum(`NOT ${stands}`), 'cancelled')
      .groupBy('session.roomId')
      .addGroupBy('session.heldOn')
      .orderBy('session.heldOn')
      .getRawMany()
  }

  private async peak(manager: EntityManager, span: ReportSpanOut): Promise<PeakOut | null> {
    const row = await this.held(manager, span)
      .andWhere(stands)
      .select('session.heldOn', 'heldOn')
      .addSelect('session.startTime', 'startTime')
      .addSelect('COUNT(DISTINCT session.roomId)', 'roomCount')
      .groupBy('session.heldOn')
      .addGroupBy('session.startTime')
      .orderBy('roomCount', 'DESC')
      .addOrderBy('session.heldOn')
      .addOrderBy('session.startTime')
      .limit(1)
      .getRawOne<{ heldOn: string; startTime: string; roomCount: string | number }>()
    return row ? { ...row, roomCount: Number(row.roomCount) } : null
  }

  private taking(
    manager: EntityManager,
    span: ReportSpanOut,
  ): Promise<Raw<'teacherId' | 'sessions' | 'minutes' | 'days' | 'late' | 'taken' | 'cancelled'>[]> {
    const last = manager
      .createQueryBuilder()
      .select('each.weekday', 'weekday')
      .addSelect('MAX(each.startTime)', 'startTime')
      .from(Slot, 'each')
      .where('each.schoolId = :schoolId AND each.termId = :termId')
      .groupBy('each.weekday')
      .having('COUNT(*) > 1')
    return this.held(manager, span)
      .innerJoin(Slot, 'slot', 'slot.id = session.slotId')
      .leftJoin(`(${last.getQuery()})`, 'last', 'last.weekday = slot.weekday')
      .setParameter('termId', span.termId)
      .select('session.teacherId', 'teacherId')
      .addSelect(sum(stands), 'sessions')
      .addSelect(sum(stands, minutes), 'minutes')
      .addSelect(`COUNT(DISTINCT CASE WHEN ${stands} THEN session.heldOn END)`, 'days')
      .addSelect(sum(`${stands} AND session.startTime >= last.startTime`), 'late')
      .addSelect(sum(`${stands} AND session.teacherId <> session.plannedTeacherId`), 'taken')
      .addSelect(sum(`NOT ${stands}`), 'cancelled')
      .groupBy('session.teacherId')
      .getRawMany()
  }

  private giving(manager: EntityManager, span: ReportSpanOut): Promise<Raw<'teacherId' | 'given'>[]> {
    return this.held(manager, span)
      .andWhere(`${stands} AND session.teacherId <> session.plannedTeacherId`)
      .select('session.plannedTeacherId', 'teacherId')
      .addSelect('COUNT(*)', 'given')
      .groupBy('session.plannedTeacherId')
      .getRawMany()
  }

  private async slotCount(
    manager: EntityManager,
    { schoolId, termId, from, to }: ReportSpanOut,
  ): Promise<number> {
    const slots = await this.slots.ofTerm(manager, schoolId, termId)
    const days = await this.calendar.schoolDays(manager, termId, from)
    return days
      .filter((day) => day.dayOn <= to)
      .reduce((count, day) => count + slots.filter((slot) => slot.weekday === day.weekday).length, 0)
  }
}
