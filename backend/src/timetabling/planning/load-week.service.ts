/** What does a draft's week consist of (排课数据)? Gathers everything that arranging it needs, in one reading. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Category, Course, Section } from '../../catalogue/index.js'
import { HomeClass, Room } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { SchedulingSettingsService } from '../settings/scheduling-settings.service.js'
import { SlotsService } from '../slots/slots.service.js'
import { ChildrenWatch } from '../timetables/children-watch.js'
import { Placement } from '../timetables/placement.entity.js'
import { Timetable } from '../timetables/timetable.entity.js'
import { CourseLeader } from './course-leader.entity.js'
import { SectionRelation } from './section-relation.entity.js'
import { freeAtAllTimes } from './teacher-times.js'
import { TeacherTimesService } from './teacher-times.service.js'
import type { Week, WeekPlacement, WeekSection, WeekTeacher } from './week.js'

@Injectable()
export class LoadWeekService {
  constructor(
    private readonly slots: SlotsService,
    private readonly children: ChildrenWatch,
    private readonly times: TeacherTimesService,
    private readonly settings: SchedulingSettingsService,
  ) {}

  /** With `keepsPublished` the published week of the term comes along, if there is one. */
  async week(
    manager: EntityManager,
    { id, schoolId, termId }: Pick<Timetable, 'id' | 'schoolId' | 'termId'>,
    keepsPublished: boolean,
  ): Promise<Week> {
    const published = keepsPublished
      ? await manager.findOneBy(Timetable, { schoolId, termId, status: 'published' })
      : null
    const sections = await this.sections(manager, schoolId, termId)
    // A class that was closed while a section of it goes on still has its children in it.
    const hasSection = new Set(sections.map(({ homeClassId }) => homeClassId))
    const homeClasses = (
      await manager.find(HomeClass, { where: { schoolId }, order: { grade: 'ASC', number: 'ASC' } })
    ).filter(({ id: classId, isActive }) => isActive || hasSection.has(classId))
    return {
      slots: (await this.slots.ofTerm(manager, schoolId, termId)).map(
        ({ id: slotId, weekday, startTime, endTime }) => ({ id: slotId, weekday, startTime, endTime }),
      ),
      sections,
      teachers: await this.teachers(manager, schoolId, termId),
      rooms: (await manager.find(Room, { where: { schoolId }, order: { id: 'ASC' } })).map(
        ({ id: roomId, name, kind, capacity, equipment }) => ({
          id: roomId,
          name,
          kind,
          capacity,
          equipment,
        }),
      ),
      homeClasses: homeClasses.map(({ id: classId, name, homeRoomId }) => ({
        id: classId,
        name,
        homeRoomId,
      })),
      profiles: await this.children.profiles(manager, schoolId, termId),
      relations: (
        await manager.find(SectionRelation, { where: { schoolId, termId }, order: { id: 'ASC' } })
      ).map(({ kind, sectionIds }) => ({ kind, sectionIds })),
      setting: await this.settings.of(manager, schoolId),
      placed: await this.placed(manager, id),
      former: published ? await this.placed(manager, published.id) : null,
    }
  }

  private async sections(manager: EntityManager, schoolId: number, termId: number): Promise<WeekSection[]> {
    const leaders = new Map<number, number[]>()
    for (const { courseId, teacherId } of await manager.find(CourseLeader, {
      where: { schoolId },
      order: { teacherId: 'ASC' },
    }))
      leaders.set(courseId, [...(leaders.get(courseId) ?? []), teacherId])
    const sections = await manager
      .createQueryBuilder(Section, 'section')
      .innerJoinAndMapOne('section.course', Course, 'course', 'course.id = section.courseId')
      .innerJoinAndMapOne('section.category', Category, 'category', 'category.id = course.categoryId')
      .where('section.schoolId = :schoolId AND section.termId = :termId AND section.isActive = :yes', {
        schoolId,
        termId,
        yes: true,
      })
      .orderBy('section.id')
      .getMany()
    return sections.map(
      ({
        id,
        name,
        homeClassId,
        grades,
        teacherId,
        roomId,
        capacity,
        meetingsPerWeek,
        courseId,
        course,
        category,
      }) => ({
        id,
        name,
        homeClassId,
        grades,
        teacherId,
        roomId,
        capacity,
        meetingsPerWeek,
        courseName: course!.name,
        category: category!.parentId ?? category!.id,
        leaderIds: leaders.get(courseId) ?? [],
        roomKinds: course!.roomKinds,
        equipment: course!.equipment,
      }),
    )
  }

  private async teachers(manager: EntityManager, schoolId: number, termId: number): Promise<WeekTeacher[]> {
    const { times, wishes } = await this.times.ofTerm(manager, schoolId, termId)
    const teachers = await manager.find(Teacher, { where: { schoolId }, order: { id: 'ASC' } })
    return teachers.map(({ id, name, isActive }) => {
      const [own, wish] = [times.get(id) ?? freeAtAllTimes, wishes.get(id)]
      return {
        id,
        name,
        isActive,
        isWilling: wish?.isWilling ?? true,
        cannotSlotIds: [...own.cannot],
        ratherNotSlotIds: [...own.ratherNot],
        unclearedWeekdays: [...new Set(own.uncleared.map((day) => day.weekday))].sort((a, b) => a - b),
        mostDaysAWeek: wish?.mostDaysAWeek ?? null,
        mostSessionsADay: wish?.mostSessionsADay ?? null,
        mostInARow: wish?.mostInARow ?? null,
      }
    })
  }

  private async placed(manager: EntityManager, timetableId: number): Promise<WeekPlacement[]> {
    const placements = await manager.find(Placement, {
      where: { timetableId },
      order: { slotId: 'ASC', sectionId: 'ASC' },
    })
    return placements.map(({ sectionId, slotId, teacherId, roomId, weeks, startsOn, endsOn, isLocked }) => ({
      sectionId,
      slotId,
      teacherId,
      roomId,
      weeks,
      startsOn,
      endsOn,
      isLocked,
    }))
  }
}
