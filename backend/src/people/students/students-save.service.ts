/** Writes what a roster changes (保存学生花名册): students, their guardians and the links between them, in batches. */
import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import { type ActingPerson, AuditEntries } from '../../audit/index.js'
import type { School } from '../../organisation/index.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Guardian } from '../guardians/guardian.entity.js'
import { Guardianship } from '../guardians/guardianship.entity.js'
import type { NeededClasses } from '../needed-classes.js'
import type { GuardianChanges } from './guardian-changes.js'
import { batch, type OnProgress, type StudentChange, written } from './student-change.js'
import { Student } from './student.entity.js'

@Injectable()
export class StudentsSave {
  constructor(
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
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
    await this.saveGuardians(tx, person, school, changes)
    for (let start = 0; start < changes.length; start += batch) {
      await onProgress(start, changes.length)
      const part = changes.slice(start, start + batch).map((change) => ({
        ...change,
        after: { ...change.after, homeClassId: classes.get(change.classKey)!.id },
      }))
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
      const links = await this.saveGuardianships(
        tx,
        school,
        part.map(({ after, guardians }) => ({ studentId: idOf.get(after.studentNumberHash!)!, guardians })),
      )
      await this.audit.recordMany(
        tx,
        person,
        part.map(({ before, after }) => {
          const studentId = idOf.get(after.studentNumberHash!)!
          return {
            action: before ? 'student.update' : 'student.create',
            entity: 'student',
            entityId: studentId,
            schoolId: school.id,
            before: before && { ...before, guardians: links.before.get(studentId) },
            after: { ...after, guardians: links.after.get(studentId) },
          }
        }),
      )
    }
    await onProgress(changes.length, changes.length)
  }

  private async saveGuardians(
    tx: EntityManager,
    person: ActingPerson,
    school: School,
    changes: readonly StudentChange[],
  ): Promise<void> {
    const added = [
      ...new Map(
        changes.flatMap(({ guardians }) => guardians.added.map((guardian) => [guardian.phoneHash, guardian])),
      ).values(),
    ]
    const renamed = [
      ...new Map(
        changes.flatMap(({ guardians }) => guardians.renamed.map((change) => [change.guardian.id, change])),
      ).values(),
    ]
    for (let start = 0; start < added.length; start += batch) {
      const part = added.slice(start, start + batch)
      await tx.insert(
        Guardian,
        part.map(({ name, phone, phoneHash }) => ({
          schoolId: school.id,
          name,
          phoneSealed: this.seal.seal(phone),
          phoneHash,
          userId: null,
        })),
      )
      const made = await tx.findBy(Guardian, {
        schoolId: school.id,
        phoneHash: In(part.map(({ phoneHash }) => phoneHash)),
      })
      await this.audit.recordMany(
        tx,
        person,
        made.map((guardian) => ({
          action: 'guardian.create',
          entity: 'guardian',
          entityId: guardian.id,
          schoolId: school.id,
          after: guardian,
        })),
      )
    }
    for (let start = 0; start < renamed.length; start += batch) {
      const part = renamed.slice(start, start + batch)
      await tx
        .createQueryBuilder()
        .insert()
        .into(Guardian)
        .values(part.map(({ guardian, name }) => ({ ...guardian, name })))
        .orUpdate(['name'], ['id'])
        .updateEntity(false)
        .execute()
      await this.audit.recordMany(
        tx,
        person,
        part.map(({ guardian, name }) => ({
          action: 'guardian.update',
          entity: 'guardian',
          entityId: guardian.id,
          schoolId: school.id,
          before: guardian,
          after: { ...guardian, name },
        })),
      )
    }
  }

  /** The links as they were and as they are, by student, for the audit trail. */
  private async saveGuardianships(
    tx: EntityManager,
    school: School,
    students: readonly { studentId: number; guardians: GuardianChanges }[],
  ) {
    const hashes = [
      ...new Set(students.flatMap(({ guardians }) => guardians.linked.map(({ phoneHash }) => phoneHash))),
    ]
    const idOf = new Map<string, number>()
    for (let start = 0; start < hashes.length; start += batch) {
      for (const guardian of await tx.findBy(Guardian, {
        schoolId: school.id,
        phoneHash: In(hashes.slice(start, start + batch)),
      }))
        idOf.set(guardian.phoneHash, guardian.id)
    }
    const links = students.flatMap(({ studentId, guardians }) =>
      guardians.linked.map(({ phoneHash, relation }) => ({
        schoolId: school.id,
        studentId,
        guardianId: idOf.get(phoneHash)!,
        relation,
      })),
    )
    const gone = students.flatMap(({ guardians }) => guardians.unlinked)
    if (gone.length > 0) await tx.delete(Guardianship, { id: In(gone.map(({ id }) => id)) })
    for (let start = 0; start < links.length; start += batch) {
      await tx
        .createQueryBuilder()
        .insert()
        .into(Guardianship)
        .values(links.slice(start, start + batch))
        .orUpdate(['relation'], ['studentId', 'guardianId'])
        .updateEntity(false)
        .execute()
    }
    const shown = ({ guardianId, relation }: Pick<Guardianship, 'guardianId' | 'relation'>) => ({
      guardianId,
      relation,
    })
    return {
      before: new Map(
        students.map(({ studentId, guardians }) => [
          studentId,
          guardians.isChange ? guardians.present.map(shown) : undefined,
        ]),
      ),
      after: new Map(
        students.map(({ studentId, guardians }) => [
          studentId,
          guardians.isChange
            ? [
                ...guardians.present.filter(
                  ({ id, guardianId }) =>
                    !gone.some((each) => each.id === id) &&
                    !links.some((link) => link.studentId === studentId && link.guardianId === guardianId),
                ),
                ...links.filter((link) => link.studentId === studentId),
              ].map(shown)
            : undefined,
        ]),
      ),
    }
  }
}
