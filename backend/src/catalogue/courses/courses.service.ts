/** What does a school offer (课程), in which category and for which grades? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { type School, SchoolScope, scoped } from '../../organisation/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { contains, equals, where } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { CategoriesService } from '../categories/categories.service.js'
import { Category } from '../categories/category.entity.js'
import { Section } from '../sections/section.entity.js'
import { forbiddenWordIn } from './ban-3.js'
import { Course } from './course.entity.js'
import {
  courseListSheet,
  type CourseListQuery,
  type CourseOut,
  type CreateCourseIn,
  toCourseOut,
  type UpdateCourseIn,
} from './courses.dto.js'

const courses: Listing<CourseListQuery> = {
  sortable: {
    name: 'course.name',
    categoryId: 'course.categoryId',
    schoolId: 'course.schoolId',
    isActive: 'course.isActive',
    id: 'course.id',
  },
  filters: {
    schoolId: equals('course.schoolId'),
    categoryId: where('course.categoryId = :categoryId OR category.parentId = :categoryId'),
    grade: contains('course.grades'),
    isActive: equals('course.isActive'),
    q: contains('course.name'),
  },
}

@Injectable()
export class CoursesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly categories: CategoriesService,
  ) {}

  list(actor: Actor, list: CourseListQuery): Promise<Page<CourseOut>> {
    return paged(this.visible(actor), list, courses, toCourseOut)
  }

  /** The same rows as the list, all of them. */
  sheet(actor: Actor, list: CourseListQuery): SheetOut {
    const query = ordered(this.visible(actor), list, courses)
    return listSheet(courseListSheet, actor.language, rowsOf(query, toCourseOut))
  }

  private visible(actor: Actor): SelectQueryBuilder<Course> {
    return scoped(this.joined(this.database.read), actor)
  }

  async get(actor: Actor, id: number): Promise<CourseOut> {
    return toCourseOut(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateCourseIn): Promise<CourseOut> {
    refuseForbiddenTitle(given.name)
    return this.database.transaction(async (tx) => {
      const school = await this.schools.require(actor, given.schoolId, tx)
      refuseForeignGrades(school, given.grades)
      await this.categories.requireChoosable(tx, school.regionCode, given.categoryId)
      const course = tx.create(Course, {
        ...given,
        grades: sorted(given.grades),
        description: given.description ?? null,
        roomKinds: given.roomKinds ?? [],
        equipment: given.equipment ?? [],
        isActive: true,
      })
      await onDuplicate(
        () => tx.save(course),
        () => nameTaken(course.name),
      )
      await this.audit.record(tx, actor, {
        action: 'course.create',
        entity: 'course',
        entityId: course.id,
        schoolId: course.schoolId,
        after: course,
      })
      return toCourseOut(await this.find(tx, actor, course.id))
    })
  }

  async update(actor: Actor, id: number, given: UpdateCourseIn): Promise<CourseOut> {
    if (given.name !== undefined) refuseForbiddenTitle(given.name)
    return this.database.transaction(async (tx) => {
      const { category: _category, kindOfCategory: _kind, ...before } = await this.find(tx, actor, id)
      const school = await this.schools.require(actor, before.schoolId, tx)
      if (given.categoryId !== undefined)
        await this.categories.requireChoosable(tx, school.regionCode, given.categoryId)
      const change = { ...given, ...(given.grades ? { grades: sorted(given.grades) } : {}) }
      if (change.grades) {
        refuseForeignGrades(school, change.grades)
        await this.refuseGradesInUse(tx, id, change.grades)
      }
      await onDuplicate(
        () => tx.update(Course, { id }, change),
        () => nameTaken(given.name ?? before.name),
      )
      await this.audit.record(tx, actor, {
        action: 'course.update',
        entity: 'course',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after: { ...before, ...change },
      })
      return toCourseOut(await this.find(tx, actor, id))
    })
  }

  /** Throws row.in_use while it has sections. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { category: _category, kindOfCategory: _kind, ...before } = await this.find(tx, actor, id)
      await tx.delete(Course, { id })
      await this.audit.record(tx, actor, {
        action: 'course.delete',
        entity: 'course',
        entityId: id,
        schoolId: before.schoolId,
        before,
      })
    })
  }

  private async refuseGradesInUse(
    tx: EntityManager,
    courseId: number,
    grades: readonly number[],
  ): Promise<void> {
    const sections = await tx.findBy(Section, { courseId, isActive: true })
    const outside = sections.find((section) => section.grades.some((grade) => !grades.includes(grade)))
    if (outside) throw new RuleBroken('catalogue.course_grades_in_use', { section: outside.name })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Course> {
    const course = await scoped(this.joined(manager), actor, 'course.schoolId')
      .andWhere('course.id = :id', { id })
      .getOne()
    if (!course) throw new NotFound('course', id)
    return course
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Course> {
    return manager
      .createQueryBuilder(Course, 'course')
      .innerJoinAndMapOne('course.category', Category, 'category', 'category.id = course.categoryId')
      .leftJoinAndMapOne('course.kindOfCategory', Category, 'kind', 'kind.id = category.parentId')
  }
}

const nameTaken = (name: string) => new RuleBroken('catalogue.course_name_taken', { name })

/** BAN-3, for courses and sections alike. */
export function refuseForbiddenTitle(title: string): void {
  const word = forbiddenWordIn(title)
  if (word)
    throw new RuleBroken('catalogue.forbidden_word', { rule: 'BAN-3', word, title }, [
      { field: 'name', code: 'catalogue.forbidden_word', params: { rule: 'BAN-3', word, title } },
    ])
}

export function refuseForeignGrades(school: School, grades: readonly number[]): void {
  const [first, last] = school.stage === 'primary' ? [1, 6] : [7, 9]
  const foreign = grades.find((grade) => grade < first || grade > last)
  if (foreign !== undefined)
    throw new RuleBroken('organisation.grade_not_of_stage', { grade: foreign, first, last })
}

export const sorted = (grades: readonly number[]): number[] => [...grades].sort((a, b) => a - b)
