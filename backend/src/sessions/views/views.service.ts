/** What does the week really look like for a teacher, at a room's door, for a home class, for the school (课表查询)? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import {
  CalendarDay,
  HomeClass,
  regionsDownTo,
  Room,
  School,
  SchoolScope,
  scoped,
  Term,
} from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { addDays, Clock, datesBetween, type LocalDate, mondayOf, weekdayOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { SlotsService, weekOfTerm } from '../../timetabling/index.js'
import { cellsOf, type Owner, type Span } from './cells.js'
import { loadSessions } from './load-sessions.js'
import type {
  ManyKind,
  ManyViewsQuery,
  ViewCellOut,
  ViewDayOut,
  ViewKind,
  ViewOwnersOut,
  ViewParams,
  ViewTimeOut,
  WeekViewOut,
  WeekViewsOut,
} from './views.dto.js'

interface NamedOwner extends Owner {
  readonly schoolId: number
  readonly name: string
  readonly capacity: number | null
  readonly isActive: boolean
}

/** What the views of one school's week have in common. */
interface Frame extends Span {
  readonly school: School
  readonly term: Term | null
  readonly days: readonly ViewDayOut[]
  readonly times: readonly ViewTimeOut[]
}

@Injectable()
export class ViewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schools: SchoolScope,
    private readonly slots: SlotsService,
  ) {}

  async view(actor: Actor, { kind, id }: ViewParams, from?: LocalDate): Promise<WeekViewOut> {
    const manager = this.database.read
    const owner = await this.owner(manager, actor, kind, id)
    const frame = await this.frame(manager, await this.schools.require(actor, owner.schoolId), from)
    return this.out(
      owner,
      frame,
      cellsOf(await loadSessions(manager, owner.schoolId, owner, frame), owner, frame),
    )
  }

  /** Everybody of a kind who has something in the week, read once for all. */
  async views(actor: Actor, { kind, schoolId, from }: ManyViewsQuery): Promise<WeekViewsOut> {
    const manager = this.database.read
    const school = await this.schools.require(actor, schoolId)
    const frame = await this.frame(manager, school, from)
    const sessions = await loadSessions(manager, schoolId, { kind: 'school', id: schoolId }, frame)
    const owners = await this.owners(manager, kind, frame)
    const views = owners.map((owner) => ({ owner, cells: cellsOf(sessions, owner, frame) }))
    return {
      items: views
        .filter(({ cells }) => cells.length > 0)
        .map(({ owner, cells }) => this.out(owner, frame, cells)),
    }
  }

  /** Who and what there is to choose from: a teacher may see weeks, but not the list of the staff. */
  async choices(actor: Actor, { kind, schoolId, from }: ManyViewsQuery): Promise<ViewOwnersOut> {
    const manager = this.database.read
    const owners = await this.owners(
      manager,
      kind,
      await this.frame(manager, await this.schools.require(actor, schoolId), from),
    )
    const own = await manager.findOneBy(Teacher, { schoolId, userId: actor.userId, isActive: true })
    return {
      items: owners.filter((owner) => owner.isActive).map(({ id, name }) => ({ id, name })),
      ownTeacherId: own?.id ?? null,
    }
  }

  private out(
    { kind, id, name, capacity }: NamedOwner,
    { school, term, fromOn, toOn, days, times }: Frame,
    cells: ViewCellOut[],
  ): WeekViewOut {
    const used = new Set(cells.map((cell) => cell.dayOn))
    return {
      kind,
      ownerId: id,
      name,
      capacity,
      schoolId: school.id,
      schoolName: school.name,
      schoolNameEn: school.nameEn,
      termName: term?.name ?? null,
      termNameEn: term?.nameEn ?? null,
      weekOfTerm: term ? weekOfTerm(term.startsOn, fromOn) : null,
      fromOn,
      toOn,
      readAt: this.clock.now().toISOString(),
      days: days.filter((day) => day.weekday <= 5 || day.weekdayFollowed !== null || used.has(day.dayOn)),
      times: withTimesOf(times, cells),
      cells,
    }
  }

  private async frame(
    manager: EntityManager,
    school: School,
    from: LocalDate = this.clock.today(),
  ): Promise<Frame> {
    const fromOn = mondayOf(from)
    const toOn = addDays(fromOn, 6)
    const known = (await manager
      .createQueryBuilder(CalendarDay, 'day')
      .innerJoinAndMapOne('day.term', Term, 'term', 'term.id = day.termId')
      .where('term.regionCode IN (:...above) AND day.dayOn BETWEEN :fromOn AND :toOn', {
        above: regionsDownTo(school.regionCode),
        fromOn,
        toOn,
      })
      .orderBy('day.dayOn')
      .getMany()) as (CalendarDay & { term: Term })[]
    const term = known[0]?.term ?? null
    const days = datesBetween(fromOn, toOn).map((dayOn): ViewDayOut => {
      const day = known.find((each) => each.dayOn === dayOn)
      return {
        dayOn,
        weekday: weekdayOf(dayOn),
        kind: day?.kind ?? null,
        weekdayFollowed: day?.weekdayFollowed ?? null,
        note: day?.note ?? null,
      }
    })
    const slots = term ? await this.slots.ofTerm(manager, school.id, term.id) : []
    return { school, term, fromOn, toOn, days, times: withTimesOf([], slots) }
  }

  private async owner(manager: EntityManager, actor: Actor, kind: ViewKind, id: number): Promise<NamedOwner> {
    if (kind === 'school') {
      const { name } = await this.schools.require(actor, id)
      return { kind, id, schoolId: id, name, capacity: null, grade: null, isActive: true }
    }
    const query = {
      teacher: manager.createQueryBuilder(Teacher, 'owner'),
      room: manager.createQueryBuilder(Room, 'owner'),
      'home-class': manager.createQueryBuilder(HomeClass, 'owner'),
    }[kind]
    const found = await scoped<Teacher | Room | HomeClass>(query, actor)
      .andWhere('owner.id = :id', { id })
      .getOne()
    if (!found) throw new NotFound(kind.replace('-', '_'), id)
    return toOwner(kind, found)
  }

  private async owners(
    manager: EntityManager,
    kind: ManyKind,
    { school, term }: Frame,
  ): Promise<NamedOwner[]> {
    const schoolId = school.id
    const found =
      kind === 'teacher'
        ? await manager.find(Teacher, { where: { schoolId }, order: { namePinyin: 'ASC', id: 'ASC' } })
        : kind === 'room'
          ? await manager.find(Room, { where: { schoolId }, order: { name: 'ASC', id: 'ASC' } })
          : await manager.find(HomeClass, {
              where: { schoolId, ...(term ? { schoolYear: term.schoolYear } : {}) },
              order: { grade: 'ASC', number: 'ASC' },
            })
    return found.map((each) => toOwner(kind, each))
  }
}

function toOwner(kind: ManyKind, { id, schoolId, name, ...rest }: Teacher | Room | HomeClass): NamedOwner {
  return {
    kind,
    id,
    schoolId,
    name,
    capacity: 'capacity' in rest ? rest.capacity : null,
    grade: 'grade' in rest ? rest.grade : null,
    isActive: 'isActive' in rest ? rest.isActive : true,
  }
}

function withTimesOf(times: readonly ViewTimeOut[], more: readonly ViewTimeOut[]): ViewTimeOut[] {
  const byKey = new Map(
    [...times, ...more].map(({ startTime, endTime }) => [`${startTime}${endTime}`, { startTime, endTime }]),
  )
  return [...byKey].sort(([one], [other]) => one.localeCompare(other)).map(([, time]) => time)
}
