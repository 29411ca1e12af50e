/** Who can lead which course (可任课程)? Kept for each course as a whole list. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Course } from '../../catalogue/index.js'
import { requireOfSchool, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, StateConflict } from '../../platform/errors.js'
import { CourseLeader } from './course-leader.entity.js'
import type { CourseLeadersOut, UpdateCourseLeadersIn } from './course-leaders.dto.js'

@Injectable()
export class CourseLeadersService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
  ) {}

  async get(actor: Actor, courseId: number): Promise<CourseLeadersOut> {
    return this.out(this.database.read, await this.course(this.database.read, actor, courseId))
  }

  /** Replaces the list; of two who do so at once the second is asked to look again. */
  async update(
    actor: Actor,
    courseId: number,
    { teacherIds }: UpdateCourseLeadersIn,
  ): Promise<CourseLeadersOut> {
    return this.database.transaction(async (tx) => {
      const course = await this.course(tx, actor, courseId)
      const { schoolId } = course
      for (const id of teacherIds) await requireOfSchool(tx, Teacher, schoolId, id, 'teacherIds')
      const before = (await tx.find(CourseLeader, { where: { courseId }, order: { teacherId: 'ASC' } })).map(
        (leader) => leader.teacherId,
      )
      await tx.delete(CourseLeader, { courseId })
      if (teacherIds.length > 0)
        await onDuplicate(
          () =>
            tx.insert(
              CourseLeader,
              teacherIds.map((teacherId) => ({ schoolId, courseId, teacherId })),
            ),
          () => new StateConflict('state.conflict'),
        )
      await this.audit.record(tx, actor, {
        action: 'course_leaders.update',
        entity: 'course',
        entityId: courseId,
        schoolId,
        before: { teacherIds: before },
        after: { teacherIds },
      })
      return this.out(tx, course)
    })
  }

  private async out(manager: EntityManager, { id, schoolId }: Course): Promise<CourseLeadersOut> {
    const leaders = await manager
      .createQueryBuilder(CourseLeader, 'leader')
      .innerJoinAndMapOne('leader.teacher', Teacher, 'teacher', 'teacher.id = leader.teacherId')
      .where('leader.courseId = :id', { id })
      .orderBy('teacher.namePinyin')
      .addOrderBy('teacher.id')
      .getMany()
    return {
      courseId: id,
      schoolId,
      leaders: leaders.map(({ teacherId, teacher }) => ({
        teacherId,
        teacherName: teacher!.name,
        kind: teacher!.kind,
        isActive: teacher!.isActive,
      })),
    }
  }

  private async course(manager: EntityManager, actor: Actor, id: number): Promise<Course> {
    const course = await scoped(manager.createQueryBuilder(Course, 'course'), actor)
      .andWhere('course.id = :id', { id })
      .getOne()
    if (!course) throw new NotFound('course', id)
    return course
  }
}
