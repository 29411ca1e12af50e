/** What do the school's own figures say for its plan (一校一案的事实)? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { CalendarService, HomeClass, type School, type Term } from '../../organisation/index.js'
import { Student } from '../../people/index.js'
import { Category } from '../categories/category.entity.js'
import { Course } from '../courses/course.entity.js'
import { Section } from '../sections/section.entity.js'
import type { PlanFacts } from './plan-content.js'

@Injectable()
export class PlanFactsService {
  constructor(private readonly calendar: CalendarService) {}

  async of(manager: EntityManager, school: School, term: Term): Promise<PlanFacts> {
    const classes = { schoolId: school.id, schoolYear: term.schoolYear, isActive: true }
    const schoolDays = await this.calendar.schoolDays(manager, term.id, term.startsOn)
    const classCount = await manager.countBy(HomeClass, classes)
    const studentCount = await manager
      .createQueryBuilder(Student, 'student')
      .innerJoin(
        HomeClass,
        'homeClass',
        'homeClass.id = student.homeClassId AND homeClass.schoolYear = :schoolYear AND homeClass.isActive = :yes',
        { schoolYear: term.schoolYear, yes: true },
      )
      .where('student.schoolId = :schoolId AND student.leftOn IS NULL', { schoolId: school.id })
      .getCount()
    const sections = await this.sections(manager, school, term)
    return {
      schoolName: school.name,
      termName: term.name,
      startsOn: term.startsOn,
      endsOn: term.endsOn,
      lastLessonEndTime: school.lastLessonEndTime,
      schoolDayCount: schoolDays.length,
      classCount,
      studentCount,
      courseCount: new Set(sections.map((section) => section.courseId)).size,
      sectionCount: sections.length,
      teacherCount: new Set(sections.flatMap((section) => section.teacherId ?? [])).size,
      kinds: countKinds(sections),
    }
  }

  private sections(manager: EntityManager, school: School, term: Term): Promise<Section[]> {
    return manager
      .createQueryBuilder(Section, 'section')
      .innerJoin(Course, 'course', 'course.id = section.courseId')
      .innerJoinAndMapOne('section.category', Category, 'category', 'category.id = course.categoryId')
      .leftJoinAndMapOne(
        'section.kindOfCategory',
        Category,
        'kindOfCategory',
        'kindOfCategory.id = category.parentId',
      )
      .where('section.schoolId = :schoolId AND section.termId = :termId AND section.isActive = :yes', {
        schoolId: school.id,
        termId: term.id,
        yes: true,
      })
      .orderBy('category.position')
      .addOrderBy('section.id')
      .getMany()
  }
}

function countKinds(sections: readonly Section[]): { name: string; sectionCount: number }[] {
  const counts = new Map<string, number>()
  for (const { category, kindOfCategory } of sections) {
    const name = (kindOfCategory ?? category)!.name
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, sectionCount]) => ({ name, sectionCount }))
}
