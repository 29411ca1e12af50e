/** What does FET get of a timetable (导出 .fet)? One week of it, as it stands. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Course, Section } from '../../catalogue/index.js'
import { HomeClass, Room, School, scoped, Term } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { addDays, Clock, type LocalDate, mondayOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { SlotsService } from '../slots/slots.service.js'
import { Placement } from '../timetables/placement.entity.js'
import { Timetable } from '../timetables/timetable.entity.js'
import { weekAsFet } from './week-as-fet.js'
import { weekOfTerm } from '../timetables/week-of-term.js'

@Injectable()
export class FetExportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly slots: SlotsService,
  ) {}

  /** `on`: any day of the week; left out: today, or the first day of a term that is not now. */
  async export(actor: Actor, id: number, on?: LocalDate): Promise<string> {
    const manager = this.database.read
    const timetable = await scoped(manager.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :id', { id })
      .getOne()
    if (!timetable) throw new NotFound('timetable', id)
    const { schoolId, termId } = timetable
    const term = await manager.findOneByOrFail(Term, { id: termId })
    const placed = (await manager.findBy(Placement, { timetableId: id })).filter(
      inWeek(term, on ?? this.usualDay(term)),
    )
    const slots = await this.slots.ofTerm(manager, schoolId, termId)
    if (slots.length === 0) throw new RuleBroken('scheduling.fet_no_slots')
    const sections = await manager
      .createQueryBuilder(Section, 'section')
      .innerJoinAndMapOne('section.course', Course, 'course', 'course.id = section.courseId')
      .where('section.schoolId = :schoolId AND section.termId = :termId AND section.isActive = :yes', {
        schoolId,
        termId,
        yes: true,
      })
      .orderBy('section.id')
      .getMany()
    const known = new Set(sections.map((section) => section.id))
    const [school, teachers, rooms, homeClasses] = await Promise.all([
      manager.findOneByOrFail(School, { id: schoolId }),
      manager.find(Teacher, { where: { schoolId }, order: { namePinyin: 'ASC', id: 'ASC' } }),
      manager.find(Room, { where: { schoolId }, order: { name: 'ASC', id: 'ASC' } }),
      manager.find(HomeClass, {
        where: { schoolId, schoolYear: term.schoolYear },
        order: { grade: 'ASC', number: 'ASC' },
      }),
    ])
    const taking = new Set([
      ...placed.map((each) => each.teacherId),
      ...sections.map((section) => section.teacherId),
    ])
    return weekAsFet(
      {
        schoolName: school.name,
        slots,
        rooms,
        homeClasses,
        teachers: teachers.filter((teacher) => teacher.isActive || taking.has(teacher.id)),
        placed: placed.filter((each) => known.has(each.sectionId)),
        sections: sections.map((section) => ({ ...section, categoryId: section.course!.categoryId })),
      },
      actor.language,
    ).text
  }

  private usualDay({ startsOn, endsOn }: Term): LocalDate {
    const today = this.clock.today()
    return today < startsOn || today > endsOn ? startsOn : today
  }
}

/** Whether a placement stands in the week of a day: by odd and even weeks, and by its own first and last day. */
export function inWeek(
  term: Pick<Term, 'startsOn'>,
  on: LocalDate,
): (placement: Pick<Placement, 'weeks' | 'startsOn' | 'endsOn'>) => boolean {
  const [firstOn, lastOn] = [mondayOf(on), addDays(mondayOf(on), 6)]
  const pattern = weekOfTerm(term.startsOn, on) % 2 === 1 ? 'odd' : 'even'
  return ({ weeks, startsOn, endsOn }) =>
    (weeks === 'every' || weeks === pattern) &&
    (startsOn === null || startsOn <= lastOn) &&
    (endsOn === null || endsOn >= firstOn)
}
