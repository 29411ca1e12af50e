/** When can each teacher of a school take part in a term (教师可排时间): by the wishes, and by rule BAN-5 for people from outside? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { CalendarService, Term } from '../../organisation/index.js'
import { ClearancesService, isClearedOn, Teacher } from '../../people/index.js'
import { Clock } from '../../platform/calendar.js'
import { freeAtAllTimes, type TeacherTimes } from './teacher-times.js'
import { TeachingWish } from './teaching-wish.entity.js'

export interface TeachersOfTerm {
  readonly times: ReadonlyMap<number, TeacherTimes>
  readonly wishes: ReadonlyMap<number, TeachingWish>
}

@Injectable()
export class TeacherTimesService {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly clearances: ClearancesService,
  ) {}

  /** Everybody of the school; who has set nothing and is of the school is not in the maps. */
  async ofTerm(manager: EntityManager, schoolId: number, termId: number): Promise<TeachersOfTerm> {
    const wishes = new Map(
      (await manager.findBy(TeachingWish, { schoolId, termId })).map((wish) => [wish.teacherId, wish]),
    )
    const times = new Map<number, TeacherTimes>()
    for (const { teacherId, unavailableSlotIds, ratherNotSlotIds } of wishes.values()) {
      times.set(teacherId, {
        cannot: new Set(unavailableSlotIds),
        ratherNot: new Set(ratherNotSlotIds),
        uncleared: [],
      })
    }
    const lecturers = await manager.findBy(Teacher, { schoolId, kind: 'lecturer' })
    if (lecturers.length > 0) {
      const days = await this.daysToCome(manager, termId)
      const spans = await this.clearances.spansOf(manager, schoolId)
      for (const { id } of lecturers)
        times.set(id, {
          ...(times.get(id) ?? freeAtAllTimes),
          uncleared: days.filter((day) => !isClearedOn(spans.get(id) ?? [], day.dayOn)),
        })
    }
    return { times, wishes }
  }

  private async daysToCome(manager: EntityManager, termId: number) {
    const { startsOn } = await manager.findOneByOrFail(Term, { id: termId })
    const today = this.clock.today()
    return this.calendar.schoolDays(manager, termId, today > startsOn ? today : startsOn)
  }
}
