/** On which days is there school (上课日), and whose weekday does each follow? Terms and their calendar. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Actor, isInScope } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Clock, type LocalDate } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { contains, equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { regionsDownTo } from '../regions/region-codes.js'
import { regionsOfSchool } from '../schools/school-scope.js'
import { CalendarDay } from './calendar-day.entity.js'
import { proposeCalendar } from './national-calendar.js'
import { Term } from './term.entity.js'
import {
  type CalendarDayOut,
  type CreateTermIn,
  type TermListQuery,
  type TermOut,
  toCalendarDayOut,
  toTermOut,
  type UpdateCalendarDayIn,
} from './terms.dto.js'

const longestTermDays = 230

const terms: Listing<TermListQuery> = {
  sortable: { startsOn: 'term.startsOn', name: 'term.name', id: 'term.id' },
  filters: {
    schoolYear: equals('term.schoolYear'),
    schoolId: where('term.regionCode IN (:...ofSchool)'),
    q: contains('term.name', 'term.nameEn'),
  },
}

@Injectable()
export class CalendarService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly clock: Clock,
  ) {}

  /** Terms that apply to the person: those of the own region, of regions above it, and of regions in the scope. */
  async list(actor: Actor, list: TermListQuery): Promise<Page<TermOut>> {
    const query = this.database.read
      .createQueryBuilder(Term, 'term')
      .where('(term.regionCode IN (:...above) OR term.regionCode LIKE :own)', {
        above: regionsDownTo(actor.regionCode),
        own: `${actor.regionCode}%`,
      })
    if (list.schoolId !== undefined)
      query.setParameters({ ofSchool: await regionsOfSchool(this.database.read, actor, list.schoolId) })
    const sort = { sort: list.sort ?? 'startsOn', order: list.order ?? 'desc' } as const
    return paged(query, { ...list, ...sort }, terms, (term) => toTermOut(term, this.clock.today()))
  }

  async get(actor: Actor, id: number): Promise<TermOut> {
    return toTermOut(await this.requireTerm(actor, id), this.clock.today())
  }

  /** The term, if it applies to the actor. */
  async requireTerm(
    actor: Pick<Actor, 'regionCode'>,
    id: number,
    manager: EntityManager = this.database.read,
  ): Promise<Term> {
    const term = await manager.findOneBy(Term, { id })
    if (
      !term ||
      !(actor.regionCode.startsWith(term.regionCode) || term.regionCode.startsWith(actor.regionCode))
    )
      throw new NotFound('term', id)
    return term
  }

  /** The term that holds the day, else the latest that applies to the region; null: there is none yet. */
  async termOf(manager: EntityManager, regionCode: string, on: LocalDate): Promise<Term | null> {
    const terms = await manager
      .createQueryBuilder(Term, 'term')
      .where('term.regionCode IN (:...above)', { above: regionsDownTo(regionCode) })
      .orderBy('term.startsOn', 'DESC')
      .getMany()
    return terms.find((term) => term.startsOn <= on && on <= term.endsOn) ?? terms[0] ?? null
  }

  async create(actor: Actor, given: CreateTermIn): Promise<TermOut> {
    if (!isInScope({ ...actor, schoolId: null }, { regionCode: given.regionCode }))
      throw new NotFound('region', given.regionCode)
    const days = given.startsOn < given.endsOn ? proposeCalendar(given.startsOn, given.endsOn) : []
    if (days.length === 0 || days.length > longestTermDays)
      throw new RuleBroken('organisation.term_dates_wrong', { most: longestTermDays })
    return this.database.transaction(async (tx) => {
      const term = tx.create(Term, { ...given, nameEn: given.nameEn ?? given.name })
      await onDuplicate(
        () => tx.save(term),
        () => new RuleBroken('organisation.term_exists', { startsOn: given.startsOn }),
      )
      await tx.insert(
        CalendarDay,
        days.map((day) => ({ ...day, termId: term.id })),
      )
      await this.audit.record(tx, actor, {
        action: 'term.create',
        entity: 'term',
        entityId: term.id,
        after: term,
      })
      return toTermOut(term, this.clock.today())
    })
  }

  async days(actor: Actor, termId: number): Promise<CalendarDayOut[]> {
    await this.requireTerm(actor, termId)
    return (await this.daysOfTerm(this.database.read, termId)).map(toCalendarDayOut)
  }

  /** All days of a term in order. */
  daysOfTerm(manager: EntityManager, termId: number): Promise<CalendarDay[]> {
    return manager.find(CalendarDay, { where: { termId }, order: { dayOn: 'ASC' } })
  }

  /** Days with school from a date on, with the weekday whose timetable each follows. */
  async schoolDays(
    manager: EntityManager,
    termId: number,
    from: LocalDate,
  ): Promise<{ dayOn: LocalDate; weekday: number }[]> {
    const days = await this.daysOfTerm(manager, termId)
    return days
      .filter((day) => day.weekdayFollowed !== null && day.dayOn >= from)
      .map((day) => ({ dayOn: day.dayOn, weekday: day.weekdayFollowed! }))
  }

  async updateDay(actor: Actor, id: number, given: UpdateCalendarDayIn): Promise<CalendarDayOut> {
    const isSchoolDay = given.kind === 'school_day' || given.kind === 'makeup_day'
    const weekdayFollowed = given.weekdayFollowed ?? null
    if (isSchoolDay !== (weekdayFollowed !== null))
      throw new RuleBroken('organisation.weekday_followed_wrong')
    return this.database.transaction(async (tx) => {
      const before = await tx.findOneBy(CalendarDay, { id })
      const term = before && (await tx.findOneBy(Term, { id: before.termId }))
      if (!before || !term || !isInScope({ ...actor, schoolId: null }, { regionCode: term.regionCode }))
        throw new NotFound('calendar_day', id)
      const change = { kind: given.kind, weekdayFollowed, note: given.note ?? null, isConfirmed: true }
      await tx.update(CalendarDay, { id }, change)
      await this.audit.record(tx, actor, {
        action: 'calendar_day.update',
        entity: 'calendar_day',
        entityId: id,
        before,
        after: { ...before, ...change },
      })
      return toCalendarDayOut({ ...before, ...change })
    })
  }
}
