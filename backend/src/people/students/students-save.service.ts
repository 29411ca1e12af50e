/** Writes what a roster changes (保存学生花名册): students in batches, with their guardians. */
import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import { type ActingPerson, AuditEntries } from '../../audit/index.js'
import type { School } from '../../organisation/index.js'
import { GuardiansSave } from '../guardians/guardians-save.service.js'
import type { NeededClasses } from '../needed-classes.js'
import { raiseWeekRevision } from './raise-week-revision.js'
import { batch, type OnProgress, type StudentChange, written } from './student-change.js'
import { Student } from './student.entity.js'
import { type InClass, StudentStays } from './student-stays.service.js'

@Injectable()
export class StudentsSave {
  constructor(
    private readonly audit: AuditEntries,
    private readonly guardians: GuardiansSave,
    private readonly stays: StudentStays,
  ) {}

  async save(
    tx: EntityManager,
    person: ActingPerson,
    school: School,
    changes: readonly StudentChange[],
    needed: NeededClasses,
    onProgress: OnProgress,
  ): Promise<void> {
    const classes = await needed.make(tx, person)
    await this.guardians.save(
      tx,
      person,
      school,
      changes.map(({ guardians }) => guardians),
    )
    for (let start = 0; start < changes.length; start += batch) {
      await onProgress(start, changes.length)
      const part = changes.slice(start, start + batch).map((change) => ({
        ...change,
        after: { ...change.after, homeClassId: classes.get(change.classKey)!.id },
      }))
      // Held until the end, so that nobody moves or leaves meanwhile.
      await raiseWeekRevision(tx, school.id, movedIds(part))
      const fresh = part.filter(({ before }) => !before).map(({ after }) => ({ ...after, weekRevision: 0 }))
      if (fresh.length > 0) await tx.insert(Student, fresh)
      const updated = part
        .filter(({ before, isOwnChange }) => before && isOwnChange)
        .map(({ before, after }) => ({ ...after, id: before!.id, weekRevision: before!.weekRevision }))
      if (updated.length > 0)
        await tx
          .createQueryBuilder()
          .insert()
          .into(Student)
          .values(updated)
          .orUpdate([...written], ['id'])
          .updateEntity(false)
          .execute()
      const saved = await tx.findBy(Student, {
        studentNumberHash: In(part.map(({ after }) => after.studentNumberHash!)),
      })
      const idOf = new Map(saved.map((student) => [student.studentNumberHash!, student.id]))
      await this.stays.put(tx, school.id, newInClass(part, idOf))
      const links = await this.guardians.link(
        tx,
        school,
        part.map(({ after, guardians }) => ({ studentId: idOf.get(after.studentNumberHash!)!, guardians })),
      )
      await this.audit.recordMany(
        tx,
        person,
        part.map((change) => {
          const studentId = idOf.get(change.after.studentNumberHash!)!
          const guardians = { before: links.before.get(studentId), after: links.after.get(studentId) }
          return { ...entryOf(change, guardians), entityId: studentId, schoolId: school.id }
        }),
      )
    }
    await onProgress(changes.length, changes.length)
  }
}

const movedIds = (part: readonly StudentChange[]): number[] =>
  part.flatMap(({ before, startsOn }) => (before && startsOn !== null ? [before.id] : []))

const newInClass = (part: readonly StudentChange[], idOf: ReadonlyMap<string, number>): InClass[] =>
  part.flatMap(({ after: { studentNumberHash, homeClassId }, startsOn }) =>
    startsOn === null ? [] : [{ studentId: idOf.get(studentNumberHash!)!, homeClassId, startsOn }],
  )

function entryOf(
  { before, after, startsOn, correctedFrom }: StudentChange,
  guardians: { before: unknown; after: unknown },
) {
  return {
    action: before ? 'student.update' : 'student.create',
    entity: 'student',
    before: before && {
      ...before,
      ...(correctedFrom === null ? {} : { inClassSince: correctedFrom }),
      guardians: guardians.before,
    },
    after: {
      ...after,
      ...(startsOn === null ? {} : { inClassSince: startsOn }),
      guardians: guardians.after,
    },
  }
}
