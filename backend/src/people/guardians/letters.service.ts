/** Which letter goes home with which child (激活告知书)? Each holds a code that is kept only as a hash. */
import { Injectable } from '@nestjs/common'
import { toString as qrToString } from 'qrcode'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { HomeClass, type School, SchoolScope } from '../../organisation/index.js'
import { Clock, instantPlusMinutes, localDateOf } from '../../platform/calendar.js'
import { Config } from '../../platform/config.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { Student } from '../students/student.entity.js'
import { codeHashOf, drawActivationCode, printCode } from './activation-code.js'
import { ActivationCode } from './activation-code.entity.js'
import type { LetterOut, LettersIn } from './activation.dto.js'

const validDays = 60

@Injectable()
export class LettersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
    private readonly schools: SchoolScope,
    private readonly config: Config,
  ) {}

  /** New codes for these children; earlier ones that were not used end. */
  async letters(actor: Actor, given: LettersIn): Promise<LetterOut[]> {
    if (!given.homeClassId && !given.studentIds?.length) throw new Invalid('people.nobody_chosen')
    const now = this.clock.now()
    const expiresAt = instantPlusMinutes(now, validDays * 24 * 60)
    const made = await this.database.transaction(async (tx) => {
      const school = await this.schools.require(actor, given.schoolId, tx)
      const students = await this.studentsFor(tx, given)
      if (students.length === 0) throw new RuleBroken('people.no_students_there')
      const ids = students.map((student) => student.id)
      const missing = given.studentIds?.find((id) => !ids.includes(id))
      if (missing !== undefined) throw new NotFound('student', missing)
      await tx
        .createQueryBuilder()
        .update(ActivationCode)
        .set({ revokedAt: now })
        .where('studentId IN (:...ids) AND usedAt IS NULL AND revokedAt IS NULL', { ids })
        .execute()
      const letters = students.map((student) => ({ school, student, code: drawActivationCode() }))
      await tx.insert(
        ActivationCode,
        letters.map(({ student, code }) => ({
          schoolId: school.id,
          studentId: student.id,
          codeHash: codeHashOf(this.seal, code),
          createdAt: now,
          expiresAt,
          usedAt: null,
          revokedAt: null,
        })),
      )
      await this.audit.recordMany(
        tx,
        actor,
        students.map((student) => ({
          action: 'activation_code.print',
          entity: 'student',
          entityId: student.id,
          schoolId: school.id,
        })),
      )
      return letters
    })
    return Promise.all(
      made.map(({ school, student, code }) => this.letter(school, student, code, localDateOf(expiresAt))),
    )
  }

  private async letter(
    school: School,
    student: Student,
    code: string,
    expiresOn: string,
  ): Promise<LetterOut> {
    // After the # so that the code reaches no server log.
    const address = `${this.config.publicUrl}/parents/activate#code=${code}`
    const qrSvg = await qrToString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
    return {
      studentId: student.id,
      studentName: student.name,
      className: student.homeClass!.name,
      schoolName: school.name,
      code: printCode(code),
      qrSvg,
      address: `${this.config.publicUrl}/parents`,
      expiresOn,
    }
  }

  private studentsFor(tx: EntityManager, given: LettersIn): Promise<Student[]> {
    const query = tx
      .createQueryBuilder(Student, 'student')
      .innerJoinAndMapOne('student.homeClass', HomeClass, 'homeClass', 'homeClass.id = student.homeClassId')
      .where('student.schoolId = :schoolId AND student.leftOn IS NULL', { schoolId: given.schoolId })
    if (given.homeClassId)
      query.andWhere('student.homeClassId = :homeClassId', { homeClassId: given.homeClassId })
    if (given.studentIds?.length)
      query.andWhere('student.id IN (:...studentIds)', { studentIds: given.studentIds })
    return query
      .orderBy('homeClass.grade')
      .addOrderBy('homeClass.number')
      .addOrderBy('student.namePinyin')
      .getMany()
  }
}
