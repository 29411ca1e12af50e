/** A student changes class, leaves and comes back (调班、离校、返校): acts with a day, the day in the audit trail. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import type { HomeClass } from '../../organisation/index.js'
import { Clock, type LocalDate } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { raiseWeekRevision } from './raise-week-revision.js'
import { StudentLeaves } from './student-leaves.js'
import { StudentStay } from './student-stay.entity.js'
import { requireDayInClass, StudentStays } from './student-stays.service.js'
import type { Student } from './student.entity.js'
import type { MoveStudentIn, StudentWithGuardiansOut } from './students.dto.js'
import { StudentsService } from './students.service.js'

interface Moving {
  readonly tx: EntityManager
  readonly student: Student
  readonly stay: StudentStay
}

@Injectable()
export class StudentMovesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly clock: Clock,
    private readonly students: StudentsService,
    private readonly stays: StudentStays,
    private readonly leaves: StudentLeaves,
  ) {}

  /**
   * Into another class from a day on: today or earlier, not before the present stay began. From the very day on which
   * it began, the stay is put right: the child was never in the other class.
   */
  transfer(actor: Actor, id: number, given: MoveStudentIn): Promise<StudentWithGuardiansOut> {
    return this.move(actor, id, 'student.transfer', async ({ tx, student, stay }) => {
      const homeClass = await this.classOf(tx, actor, student, given.homeClassId)
      if (student.leftOn !== null) throw new RuleBroken('people.has_left', { leftOn: student.leftOn })
      if (homeClass.id === student.homeClassId) throw new RuleBroken('people.in_class_already')
      if (given.startsOn < stay.startsOn)
        throw new RuleBroken('people.day_before_stay', { startsOn: stay.startsOn })
      return this.into(tx, student, homeClass, given.startsOn)
    })
  }

  /** Back at the school, from a day on which the child had left already. */
  comeBack(actor: Actor, id: number, given: MoveStudentIn): Promise<StudentWithGuardiansOut> {
    return this.move(actor, id, 'student.come-back', async ({ tx, student }) => {
      const homeClass = await this.classOf(tx, actor, student, given.homeClassId)
      const { leftOn } = requireLeft(student)
      if (given.startsOn < leftOn) throw new RuleBroken('people.back_before_leaving', { leftOn })
      return this.into(tx, student, homeClass, given.startsOn)
    })
  }

  /** The child leaves the school; the row and its history stay. */
  leave(actor: Actor, id: number, leftOn: LocalDate): Promise<StudentWithGuardiansOut> {
    return this.move(actor, id, 'student.leave', async ({ tx, student }) => {
      await this.stays.leave(tx, id, leftOn)
      await this.leaves.tell(tx, actor, { studentId: id, schoolId: student.schoolId, leftOn })
      return { leftOn }
    })
  }

  /** It was a mistake that the child had left. The places that the leaving ended stay ended. */
  undoLeaving(actor: Actor, id: number): Promise<StudentWithGuardiansOut> {
    return this.move(actor, id, 'student.undo-leave', async ({ tx, student }) => {
      requireLeft(student)
      await this.stays.undoLeaving(tx, student.schoolId, id)
      return { leftOn: null }
    })
  }

  /** The last stay began on another day than was said. */
  correctStart(actor: Actor, id: number, startsOn: LocalDate): Promise<StudentWithGuardiansOut> {
    return this.move(actor, id, 'student.correct-start', async ({ tx, student, stay }) => {
      requireDayInClass(student.homeClass!, startsOn, this.clock.today())
      await this.stays.beganOn(tx, stay, startsOn)
      return { inClassSince: startsOn }
    })
  }

  // The student's row is held before anything is read of it.
  private async move(
    actor: Actor,
    id: number,
    action: string,
    act: (moving: Moving) => Promise<object>,
  ): Promise<StudentWithGuardiansOut> {
    const { schoolId } = await this.students.find(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      await raiseWeekRevision(tx, schoolId, [id])
      const student = await this.students.find(tx, actor, id)
      const stay = await this.stays.present(tx, id)
      const after = await act({ tx, student, stay })
      await this.audit.record(tx, actor, {
        action,
        entity: 'student',
        entityId: id,
        schoolId,
        before: { homeClassId: student.homeClassId, leftOn: student.leftOn, inClassSince: stay.startsOn },
        after,
      })
      return this.students.withGuardians(tx, await this.students.find(tx, actor, id))
    })
  }

  private async into(
    tx: EntityManager,
    { id, schoolId }: Student,
    homeClass: HomeClass,
    startsOn: LocalDate,
  ): Promise<object> {
    requireDayInClass(homeClass, startsOn, this.clock.today())
    await this.stays.put(tx, schoolId, [{ studentId: id, homeClassId: homeClass.id, startsOn }])
    return { homeClassId: homeClass.id, inClassSince: startsOn }
  }

  private classOf(
    tx: EntityManager,
    actor: Actor,
    { schoolId }: Student,
    homeClassId: number,
  ): Promise<HomeClass> {
    return this.students.requireClass(tx, actor, homeClassId, schoolId)
  }
}

function requireLeft({ leftOn }: Student): { leftOn: LocalDate } {
  if (leftOn === null) throw new RuleBroken('people.has_not_left')
  return { leftOn }
}
