/** Which teaching groups (课程班) does a course have in a term: with whom, where, for how many? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import {
  CalendarService,
  HomeClass,
  requireOfSchool,
  Room,
  SchoolScope,
  scoped,
  type Term,
} from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { contains, equals, search } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { Category } from '../categories/category.entity.js'
import { Course } from '../courses/course.entity.js'
import { refuseForbiddenTitle, sorted } from '../courses/courses.service.js'
import { Section } from './section.entity.js'
import {
  type CreateSectionIn,
  sectionListSheet,
  type SectionListQuery,
  type SectionOut,
  toSectionOut,
  type UpdateSectionIn,
} from './sections.dto.js'

const sections: Listing<SectionListQuery> = {
  sortable: {
    name: 'section.name',
    courseName: 'course.name',
    teacherName: 'teacher.name',
    roomName: 'room.name',
    homeClassId: 'section.homeClassId',
    capacity: 'section.capacity',
    enrolledCount: 'section.enrolledCount',
    meetingsPerWeek: 'section.meetingsPerWeek',
    id: 'section.id',
  },
  filters: {
    schoolId: equals('section.schoolId'),
    termId: equals('section.termId'),
    courseId: equals('section.courseId'),
    teacherId: equals('section.teacherId'),
    homeClassId: equals('section.homeClassId'),
    grade: contains('section.grades'),
    kind: equals('section.kind'),
    isActive: equals('section.isActive'),
    q: search({
      text: ['section.name', 'course.name'],
      names: ['teacher.name'],
      pinyin: ['teacher.namePinyin'],
    }),
  },
}

@Injectable()
export class SectionsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly calendar: CalendarService,
  ) {}

  list(actor: Actor, list: SectionListQuery): Promise<Page<SectionOut>> {
    return paged(this.visible(actor), list, sections, toSectionOut)
  }

  /** The same rows as the list, all of them. */
  sheet(actor: Actor, list: SectionListQuery): SheetOut {
    const query = ordered(this.visible(actor), list, sections)
    return listSheet(sectionListSheet, actor.language, rowsOf(query, toSectionOut))
  }

  private visible(actor: Actor): SelectQueryBuilder<Section> {
    return scoped(this.joined(this.database.read), actor)
  }

  async get(actor: Actor, id: number): Promise<SectionOut> {
    return toSectionOut(await this.require(actor, id))
  }

  /** The section with the names around it, if it lies in the actor's scope. */
  async require(actor: Actor, id: number, manager: EntityManager = this.database.read): Promise<Section> {
    const section = await scoped(this.joined(manager), actor, 'section.schoolId')
      .andWhere('section.id = :id', { id })
      .getOne()
    if (!section) throw new NotFound('section', id)
    return section
  }

  async create(actor: Actor, given: CreateSectionIn): Promise<SectionOut> {
    refuseForbiddenTitle(given.name)
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, given.schoolId, tx)
      const term = await this.calendar.requireTerm(actor, given.termId, tx)
      const course = await requireOfSchool(tx, Course, given.schoolId, given.courseId, 'courseId')
      const homeClass = await this.homeClassOf(tx, given, term)
      const grades = sorted(given.grades ?? (homeClass ? [homeClass.grade] : course.grades))
      refuseGrades(course, grades, homeClass)
      await this.checkPeopleAndPlaces(tx, given.schoolId, given, given.capacity)
      const section = tx.create(Section, {
        ...given,
        grades,
        homeClassId: homeClass?.id ?? null,
        teacherId: given.teacherId ?? null,
        roomId: given.roomId ?? null,
        enrolledCount: 0,
        meetingsPerWeek: given.meetingsPerWeek ?? 1,
        isActive: true,
      })
      await onDuplicate(
        () => tx.save(section),
        () => nameTaken(section.name),
      )
      await this.audit.record(tx, actor, {
        action: 'section.create',
        entity: 'section',
        entityId: section.id,
        schoolId: section.schoolId,
        after: section,
      })
      return toSectionOut(await this.require(actor, section.id, tx))
    })
  }

  /** Course, term, kind and home class stay; the capacity cannot fall below the children who are in it. */
  async update(actor: Actor, id: number, given: UpdateSectionIn): Promise<SectionOut> {
    if (given.name !== undefined) refuseForbiddenTitle(given.name)
    return this.database.transaction(async (tx) => {
      const found = await this.require(actor, id, tx)
      const before = plain(found)
      const change = { ...given, ...(given.grades ? { grades: sorted(given.grades) } : {}) }
      if (change.grades) refuseGrades(found.course!, change.grades, found.homeClass ?? null)
      const after = { ...before, ...change }
      await this.checkPeopleAndPlaces(
        tx,
        before.schoolId,
        { ...(given.teacherId !== undefined ? { teacherId: given.teacherId } : {}), roomId: after.roomId },
        after.capacity,
      )
      await onDuplicate(
        () => this.write(tx, before, change),
        () => nameTaken(after.name),
      )
      await this.audit.record(tx, actor, {
        action: 'section.update',
        entity: 'section',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return toSectionOut(await this.require(actor, id, tx))
    })
  }

  /** Throws row.in_use while it is placed in a week or has enrolments. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = plain(await this.require(actor, id, tx))
      await tx.delete(Section, { id })
      await this.audit.record(tx, actor, {
        action: 'section.delete',
        entity: 'section',
        entityId: id,
        schoolId: before.schoolId,
        before,
      })
    })
  }

  /** Makes others who fill or empty the section wait until the transaction ends; call it before reading anything. */
  async hold(tx: EntityManager, id: number): Promise<void> {
    await tx
      .createQueryBuilder()
      .update(Section)
      .set({ enrolledCount: () => 'enrolledCount' })
      .where('id = :id', { id })
      .execute()
  }

  /** Takes seats if there are so many; false where there are not. */
  async takeSeats(tx: EntityManager, id: number, count: number): Promise<boolean> {
    if (count === 0) return true
    const taken = await tx
      .createQueryBuilder()
      .update(Section)
      .set({ enrolledCount: () => 'enrolledCount + :count' })
      .where('id = :id AND enrolledCount + :count <= capacity', { id, count })
      .execute()
    return taken.affected === 1
  }

  async freeSeats(tx: EntityManager, id: number, count: number): Promise<void> {
    const freed = await tx
      .createQueryBuilder()
      .update(Section)
      .set({ enrolledCount: () => 'enrolledCount - :count' })
      .where('id = :id AND enrolledCount >= :count', { id, count })
      .execute()
    if (freed.affected !== 1) throw new Error(`section ${id} has fewer than ${count} children`)
  }

  /** A child leaves several sections at once. */
  async freeOneSeatEach(tx: EntityManager, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return
    const freed = await tx
      .createQueryBuilder()
      .update(Section)
      .set({ enrolledCount: () => 'enrolledCount - 1' })
      .where('id IN (:...ids) AND enrolledCount >= 1', { ids: [...ids] })
      .execute()
    if (freed.affected !== ids.length)
      throw new Error(`one of the sections ${ids.join(', ')} is empty already`)
  }

  private async write(tx: EntityManager, before: Section, change: object): Promise<void> {
    const { capacity = before.capacity, isActive = before.isActive } = change as Partial<Section>
    const written = await tx
      .createQueryBuilder()
      .update(Section)
      .set({ ...change, capacity })
      .where('id = :id AND enrolledCount <= :limit', { id: before.id, limit: isActive ? capacity : 0 })
      .execute()
    if (written.affected === 1) return
    const params = { section: before.name, capacity, enrolled: before.enrolledCount }
    throw new RuleBroken(
      isActive ? 'catalogue.capacity_below_enrolled' : 'catalogue.section_has_children',
      params,
    )
  }

  private async homeClassOf(
    tx: EntityManager,
    given: CreateSectionIn,
    term: Term,
  ): Promise<HomeClass | null> {
    const homeClassId = given.homeClassId ?? null
    if (given.kind === 'mixed') {
      if (homeClassId !== null) throw new RuleBroken('catalogue.mixed_without_home_class')
      return null
    }
    if (homeClassId === null) throw Invalid.field('homeClassId', 'validation.isDefined')
    const homeClass = await requireOfSchool(tx, HomeClass, given.schoolId, homeClassId, 'homeClassId')
    if (homeClass.schoolYear !== term.schoolYear)
      throw new RuleBroken('catalogue.home_class_of_other_year', {
        homeClass: homeClass.name,
        schoolYear: term.schoolYear,
      })
    return homeClass
  }

  private async checkPeopleAndPlaces(
    tx: EntityManager,
    schoolId: number,
    { teacherId, roomId }: { teacherId?: number | null; roomId?: number | null },
    capacity: number,
  ): Promise<void> {
    if (teacherId) {
      const teacher = await requireOfSchool(tx, Teacher, schoolId, teacherId, 'teacherId')
      if (!teacher.isActive) throw new RuleBroken('catalogue.teacher_has_left', { teacher: teacher.name })
    }
    if (!roomId) return
    const room = await requireOfSchool(tx, Room, schoolId, roomId, 'roomId')
    if (capacity > room.capacity) {
      const params = { capacity, room: room.name, roomCapacity: room.capacity }
      throw new RuleBroken('catalogue.room_too_small', params, [
        { field: 'capacity', code: 'catalogue.room_too_small', params },
      ])
    }
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Section> {
    return manager
      .createQueryBuilder(Section, 'section')
      .innerJoinAndMapOne('section.course', Course, 'course', 'course.id = section.courseId')
      .innerJoinAndMapOne('section.category', Category, 'category', 'category.id = course.categoryId')
      .leftJoinAndMapOne(
        'section.kindOfCategory',
        Category,
        'kindOfCategory',
        'kindOfCategory.id = category.parentId',
      )
      .leftJoinAndMapOne('section.teacher', Teacher, 'teacher', 'teacher.id = section.teacherId')
      .leftJoinAndMapOne('section.room', Room, 'room', 'room.id = section.roomId')
      .leftJoinAndMapOne('section.homeClass', HomeClass, 'homeClass', 'homeClass.id = section.homeClassId')
  }
}

const nameTaken = (name: string) => new RuleBroken('catalogue.section_name_taken', { name })

function refuseGrades(course: Course, grades: readonly number[], homeClass: HomeClass | null): void {
  const outside = grades.find((grade) => !course.grades.includes(grade))
  if (outside !== undefined)
    throw new RuleBroken('catalogue.grade_outside_course', {
      grade: outside,
      course: course.name,
      grades: course.grades.join('、'),
    })
  if (homeClass && !grades.includes(homeClass.grade))
    throw new RuleBroken('catalogue.grade_without_home_class', { homeClass: homeClass.name })
}

function plain({
  course: _course,
  category: _category,
  kindOfCategory: _kind,
  teacher: _teacher,
  room: _room,
  homeClass: _homeClass,
  ...row
}: Section): Section {
  return row
}
