/** Which home classes (行政班) does a school have in a school year? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type ActingPerson, AuditEntries } from '../../audit/index.js'
import { Clock, type LocalDate } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { contains, equals } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { Room } from '../rooms/room.entity.js'
import type { School } from '../schools/school.entity.js'
import { SchoolScope, scoped } from '../schools/school-scope.js'
import { dayWithin, firstDayOf, lastDayOf } from './class-days.js'
import { printClassName } from './class-name.js'
import { HomeClass } from './home-class.entity.js'
import {
  type CreateHomeClassIn,
  type HomeClassListQuery,
  homeClassListSheet,
  type HomeClassOut,
  toHomeClassOut,
  type UpdateHomeClassIn,
} from './home-classes.dto.js'

const homeClasses: Listing<HomeClassListQuery> = {
  sortable: {
    grade: 'homeClass.grade',
    number: 'homeClass.number',
    name: 'homeClass.name',
    schoolYear: 'homeClass.schoolYear',
    startsOn: 'homeClass.startsOn',
    id: 'homeClass.id',
  },
  filters: {
    schoolId: equals('homeClass.schoolId'),
    schoolYear: equals('homeClass.schoolYear'),
    grade: equals('homeClass.grade'),
    isActive: equals('homeClass.isActive'),
    q: contains('homeClass.name'),
  },
}

@Injectable()
export class HomeClassesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, list: HomeClassListQuery): Promise<Page<HomeClassOut>> {
    return paged(this.visible(actor), list, homeClasses, toHomeClassOut)
  }

  /** The same rows as the list, all of them. */
  sheet(actor: Actor, list: HomeClassListQuery): SheetOut {
    const query = ordered(this.visible(actor), list, homeClasses)
    return listSheet(homeClassListSheet, actor.language, rowsOf(query, toHomeClassOut))
  }

  private visible(actor: Actor): SelectQueryBuilder<HomeClass> {
    return scoped(this.database.read.createQueryBuilder(HomeClass, 'homeClass'), actor)
  }

  async get(actor: Actor, id: number): Promise<HomeClassOut> {
    return toHomeClassOut(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateHomeClassIn): Promise<HomeClassOut> {
    return this.database.transaction(async (tx) => {
      const school = await this.schools.require(actor, given.schoolId, tx)
      const { first, last } = HomeClassesService.gradesOf(school)
      if (given.grade < first || given.grade > last)
        throw new RuleBroken('organisation.grade_not_of_stage', { grade: given.grade, first, last })
      await this.requireRoom(tx, given.schoolId, given.homeRoomId ?? null)
      const name = given.name ?? printClassName(given.grade, given.number)
      const startsOn = given.startsOn ?? dayWithin(given.schoolYear, this.clock.today())
      requireDays({ schoolYear: given.schoolYear, startsOn, endsOn: null }, this.clock.today())
      const homeClass = tx.create(HomeClass, {
        ...given,
        name,
        homeRoomId: given.homeRoomId ?? null,
        startsOn,
        endsOn: null,
        isActive: true,
      })
      await onDuplicate(
        () => tx.save(homeClass),
        () => new RuleBroken('organisation.class_exists', { name }),
      )
      await this.audit.record(tx, actor, {
        action: 'home_class.create',
        entity: 'home_class',
        entityId: homeClass.id,
        schoolId: given.schoolId,
        after: homeClass,
      })
      await this.noteDatingBack(tx, actor, [homeClass], this.clock.today())
      return toHomeClassOut(homeClass)
    })
  }

  async update(actor: Actor, id: number, given: UpdateHomeClassIn): Promise<HomeClassOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, id)
      if (given.homeRoomId !== undefined) await this.requireRoom(tx, before.schoolId, given.homeRoomId)
      const after = { ...before, ...given }
      after.isActive = after.endsOn === null
      if (given.startsOn !== undefined || given.endsOn !== undefined) requireDays(after, this.clock.today())
      await tx.update(HomeClass, { id }, { ...given, isActive: after.isActive })
      await this.audit.record(tx, actor, {
        action: 'home_class.update',
        entity: 'home_class',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      await this.noteDatingBack(tx, actor, [after], before.startsOn)
      return toHomeClassOut(after)
    })
  }

  // Who makes a class count on days that have passed is found without reading every entry.
  private async noteDatingBack(
    tx: EntityManager,
    person: ActingPerson,
    classes: readonly HomeClass[],
    instead: LocalDate,
  ): Promise<void> {
    await this.audit.recordMany(
      tx,
      person,
      classes
        .filter(({ startsOn }) => startsOn < instead)
        .map(({ id, schoolId, startsOn }) => ({
          action: 'home_class.date-back',
          entity: 'home_class',
          entityId: id,
          schoolId,
          before: { startsOn: instead },
          after: { startsOn },
        })),
    )
  }

  /** The grades of a stage: primary 1–6, junior secondary 7–9. */
  static gradesOf({ stage }: Pick<School, 'stage'>): { first: number; last: number } {
    return stage === 'primary' ? { first: 1, last: 6 } : { first: 7, last: 9 }
  }

  ofYear(manager: EntityManager, schoolId: number, schoolYear: number): Promise<HomeClass[]> {
    return manager.findBy(HomeClass, { schoolId, schoolYear })
  }

  /** Makes classes that were found missing, as an import does; the whole list of the year comes back. */
  async add(
    tx: EntityManager,
    person: ActingPerson,
    schoolId: number,
    schoolYear: number,
    wanted: readonly { grade: number; number: number; startsOn: LocalDate }[],
  ): Promise<HomeClass[]> {
    if (wanted.length > 0) {
      await tx.insert(
        HomeClass,
        wanted.map(({ grade, number, startsOn }) => ({
          schoolId,
          schoolYear,
          grade,
          number,
          name: printClassName(grade, number),
          homeRoomId: null,
          startsOn,
          endsOn: null,
          isActive: true,
        })),
      )
    }
    const all = await this.ofYear(tx, schoolId, schoolYear)
    const isNew = new Set(wanted.map(({ grade, number }) => `${grade}/${number}`))
    const added = all.filter(({ grade, number }) => isNew.has(`${grade}/${number}`))
    await this.audit.recordMany(
      tx,
      person,
      added.map((homeClass) => ({
        action: 'home_class.create',
        entity: 'home_class',
        entityId: homeClass.id,
        schoolId,
        after: homeClass,
      })),
    )
    await this.noteDatingBack(tx, person, added, dayWithin(schoolYear, this.clock.today()))
    return all
  }

  private async requireRoom(tx: EntityManager, schoolId: number, roomId: number | null): Promise<void> {
    if (roomId === null || (await tx.existsBy(Room, { id: roomId, schoolId }))) return
    throw Invalid.field('homeRoomId', 'validation.isIn')
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<HomeClass> {
    const homeClass = await scoped(manager.createQueryBuilder(HomeClass, 'homeClass'), actor)
      .andWhere('homeClass.id = :id', { id })
      .getOne()
    if (!homeClass) throw new NotFound('home_class', id)
    return homeClass
  }
}

/** The first day lies in the school year; the last is no earlier, and not to come: nobody would end the class on it. */
function requireDays(
  { schoolYear, startsOn, endsOn }: Pick<HomeClass, 'schoolYear' | 'startsOn' | 'endsOn'>,
  today: LocalDate,
): void {
  const [first, last] = [firstDayOf(schoolYear), lastDayOf(schoolYear)]
  if (startsOn < first || startsOn > last)
    throw new RuleBroken('organisation.class_starts_outside_year', { first, last })
  if (endsOn === null) return
  if (endsOn < startsOn) throw new RuleBroken('organisation.class_ends_before_it_starts', { startsOn })
  if (endsOn > today) throw new RuleBroken('organisation.class_ends_in_future', { today })
}
