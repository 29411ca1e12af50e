/** In which class is a student from which day on (学籍在班)? The only writer of stays, and of the class and leaving day that hold today. */
import { Injectable } from '@nestjs/common'
import { In, LessThan, type EntityManager } from 'typeorm'
import { type HomeClass, isThereOn } from '../../organisation/index.js'
import type { LocalDate } from '../../platform/calendar.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { setEachRow } from '../../platform/database/set-each-row.js'
import { RuleBroken } from '../../platform/errors.js'
import { batch } from './student-change.js'
import { Student } from './student.entity.js'
import { StudentStay } from './student-stay.entity.js'

/** The student is in the class from the day on. */
export interface InClass {
  readonly studentId: number
  readonly homeClassId: number
  readonly startsOn: LocalDate
}

interface Written {
  readonly id: number
  readonly set: Pick<StudentStay, 'homeClassId' | 'startsOn' | 'endsOn' | 'openStudentId'>
}

@Injectable()
export class StudentStays {
  /**
   * New students, those who change class and those who come back, many at once. A day on which the present stay began,
   * or before it, puts the stay right instead of ending it. Whoever is in the class already has been there since the
   * day that is said now. The caller holds the students' rows.
   */
  async put(tx: EntityManager, schoolId: number, wanted: readonly InClass[]): Promise<void> {
    for (let start = 0; start < wanted.length; start += batch)
      await this.putSome(tx, schoolId, wanted.slice(start, start + batch))
  }

  private async putSome(tx: EntityManager, schoolId: number, wanted: readonly InClass[]): Promise<void> {
    const last = await this.lastOf(
      tx,
      wanted.map(({ studentId }) => studentId),
    )
    const changed: Written[] = []
    const begun: InClass[] = []
    for (const each of wanted) {
      const { studentId, homeClassId, startsOn } = each
      const before = last.get(studentId)
      const until = before?.endsOn ?? null
      const isCorrected = before?.homeClassId === homeClassId && until === null
      const since = isCorrected ? startsOn : (before?.startsOn ?? startsOn)
      const open = { homeClassId, startsOn: since, endsOn: null, openStudentId: studentId }
      if (!before || (until !== null && until <= startsOn && before.startsOn < startsOn)) begun.push(each)
      else if (before.homeClassId === homeClassId || startsOn <= before.startsOn)
        changed.push({ id: before.id, set: open })
      else {
        changed.push({
          id: before.id,
          set: {
            homeClassId: before.homeClassId,
            startsOn: before.startsOn,
            endsOn: startsOn,
            openStudentId: null,
          },
        })
        begun.push(each)
      }
    }
    await write(tx, changed)
    await insertRows(
      tx,
      'student_stay',
      begun.map(({ studentId, homeClassId, startsOn }) => ({
        schoolId,
        studentId,
        homeClassId,
        startsOn,
        endsOn: null,
        openStudentId: studentId,
      })),
    )
    await setEachRow(
      tx,
      'student',
      wanted.map(({ studentId, homeClassId }) => ({ id: studentId, set: { homeClassId, leftOn: null } })),
    )
  }

  /** The student leaves the school; said again, on another day. */
  async leave(tx: EntityManager, studentId: number, leftOn: LocalDate): Promise<void> {
    const stay = await this.present(tx, studentId)
    if (leftOn < stay.startsOn) throw new RuleBroken('people.day_before_stay', { startsOn: stay.startsOn })
    const { homeClassId, startsOn } = stay
    await write(tx, [{ id: stay.id, set: { homeClassId, startsOn, endsOn: leftOn, openStudentId: null } }])
    await tx.update(Student, { id: studentId }, { leftOn })
  }

  /** The leaving was a mistake: the last stay goes on as if nothing had been said. */
  async undoLeaving(tx: EntityManager, schoolId: number, studentId: number): Promise<void> {
    const { homeClassId, startsOn } = await this.present(tx, studentId)
    await this.put(tx, schoolId, [{ studentId, homeClassId, startsOn }])
  }

  /** The stay began on another day than was said: not before the one before it ended. */
  async beganOn(tx: EntityManager, stay: StudentStay, startsOn: LocalDate): Promise<void> {
    const [previous] = await tx.find(StudentStay, {
      where: { studentId: stay.studentId, startsOn: LessThan(stay.startsOn) },
      order: { startsOn: 'DESC' },
      take: 1,
    })
    const first = previous?.endsOn ?? startsOn
    if (startsOn < first) throw new RuleBroken('people.day_before_stay', { startsOn: first })
    if (stay.endsOn !== null && startsOn > stay.endsOn)
      throw new RuleBroken('people.day_after_stay', { endsOn: stay.endsOn })
    await tx.update(StudentStay, { id: stay.id }, { startsOn })
  }

  /** The present stay, or the last one of who has left. */
  async present(tx: EntityManager, studentId: number): Promise<StudentStay> {
    const stay = (await this.lastOf(tx, [studentId])).get(studentId)
    if (!stay) throw new Error(`student ${studentId} has no stay`)
    return stay
  }

  private async lastOf(tx: EntityManager, studentIds: readonly number[]): Promise<Map<number, StudentStay>> {
    if (studentIds.length === 0) return new Map()
    const stays = await tx.find(StudentStay, {
      where: { studentId: In(studentIds) },
      order: { startsOn: 'ASC' },
    })
    return new Map(stays.map((stay) => [stay.studentId, stay]))
  }
}

const write = (tx: EntityManager, stays: readonly Written[]): Promise<void> =>
  setEachRow(
    tx,
    'student_stay',
    stays.map(({ id, set }) => ({ id, set: { ...set } })),
  )

/** From a day on which there is the class, and not one to come: nobody would move the child when the day has come. */
export function requireDayInClass(homeClass: HomeClass, on: LocalDate, today: LocalDate): void {
  const { name, startsOn, endsOn } = homeClass
  // A class of a school year that is still to come is entered on its first day.
  if (on > today && on !== startsOn) throw new RuleBroken('people.day_in_future', { today })
  if (on < startsOn) throw new RuleBroken('people.day_before_class', { className: name, startsOn })
  if (!isThereOn(homeClass, on))
    throw new RuleBroken('people.class_ended', { className: name, endsOn: endsOn! })
}
