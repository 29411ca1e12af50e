/** Writes what a roster changes of guardians (保存监护人), and of who is whose guardian. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type ActingPerson, AuditEntries } from '../../audit/index.js'
import type { School } from '../../organisation/index.js'
import { FieldSeal } from '../../platform/crypto.js'
import type { GuardianChanges } from '../students/guardian-changes.js'
import { batch } from '../students/student-change.js'
import { Guardian } from './guardian.entity.js'
import { Guardianship } from './guardianship.entity.js'

@Injectable()
export class GuardiansSave {
  constructor(
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
  ) {}

  /** The people: who is new, who has another name. */
  async save(
    tx: EntityManager,
    person: ActingPerson,
    school: School,
    changes: readonly GuardianChanges[],
  ): Promise<void> {
    const added = [
      ...new Map(
        changes.flatMap(({ added }) => added.map((guardian) => [guardian.phoneHash, guardian])),
      ).values(),
    ]
    const renamed = [
      ...new Map(
        changes.flatMap(({ renamed }) => renamed.map((change) => [change.guardian.id, change])),
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
  async link(
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
