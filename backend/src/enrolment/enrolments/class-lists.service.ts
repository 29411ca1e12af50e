/** Who is in a section (花名册), as it is printed for the teacher? */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { SectionsService } from '../../catalogue/index.js'
import { HomeClass, School, Term } from '../../organisation/index.js'
import { Student } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { Placement, Slot, Timetable } from '../../timetabling/index.js'
import { Enrolment } from './enrolment.entity.js'
import type { ClassListOut } from './enrolments.dto.js'

@Injectable()
export class ClassListsService {
  constructor(
    private readonly database: Database,
    private readonly sections: SectionsService,
  ) {}

  async of(actor: Actor, sectionId: number): Promise<ClassListOut> {
    const manager = this.database.read
    const section = await this.sections.require(actor, sectionId)
    const school = await manager.findOneByOrFail(School, { id: section.schoolId })
    const term = await manager.findOneByOrFail(Term, { id: section.termId })
    const enrolments = await manager
      .createQueryBuilder(Enrolment, 'enrolment')
      .innerJoinAndMapOne('enrolment.student', Student, 'student', 'student.id = enrolment.studentId')
      .innerJoinAndMapOne('enrolment.homeClass', HomeClass, 'homeClass', 'homeClass.id = student.homeClassId')
      .where("enrolment.sectionId = :sectionId AND enrolment.status = 'active'", { sectionId })
      .orderBy('homeClass.grade')
      .addOrderBy('homeClass.number')
      .addOrderBy('student.namePinyin')
      .addOrderBy('student.id')
      .getMany()
    return {
      sectionId,
      sectionName: section.name,
      courseName: section.course!.name,
      schoolName: school.name,
      termName: term.name,
      termNameEn: term.nameEn,
      teacherName: section.teacher?.name ?? null,
      roomName: section.room?.name ?? null,
      capacity: section.capacity,
      meetings: await this.meetings(sectionId),
      rows: enrolments.map(({ studentId, student, homeClass, startsOn }) => ({
        studentId,
        name: student!.name,
        sex: student!.sex,
        className: homeClass!.name,
        startsOn,
      })),
    }
  }

  private meetings(sectionId: number): Promise<{ weekday: number; startTime: string; endTime: string }[]> {
    return this.database.read
      .createQueryBuilder(Placement, 'placement')
      .innerJoin(
        Timetable,
        'timetable',
        "timetable.id = placement.timetableId AND timetable.status = 'published'",
      )
      .innerJoin(Slot, 'slot', 'slot.id = placement.slotId')
      .select(['slot.weekday AS weekday', 'slot.startTime AS startTime', 'slot.endTime AS endTime'])
      .where('placement.sectionId = :sectionId', { sectionId })
      .orderBy('slot.weekday')
      .addOrderBy('slot.startTime')
      .getRawMany()
  }
}
