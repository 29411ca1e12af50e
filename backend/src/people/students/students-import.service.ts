/** What would a roster (学生花名册导入) change, and how is it saved? Students are known by their number, guardians by their telephone. */
import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import { type ActingPerson, AuditEntries } from '../../audit/index.js'
import { CalendarService, HomeClassesService, type School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { brokenField } from '../../platform/http/validation.js'
import { type AcceptedRow, faultOf, type RowFault } from '../../platform/sheets/index.js'
import { Guardian } from '../guardians/guardian.entity.js'
import { Guardianship } from '../guardians/guardianship.entity.js'
import { neededClasses, type NeededClasses } from '../needed-classes.js'
import { pinyinOf } from '../names.js'
import { type GuardianChanges, guardianChanges, type WantedGuardian } from './guardian-changes.js'
import { Student } from './student.entity.js'
import { CreateStudentIn } from './students.dto.js'
import type { StudentRow } from './students.sheet.js'

type HasColumn = (sheet: string, field: string) => boolean
type OnProgress = (done: number, total: number) => Promise<void>

/** `hash`, `idHash`: of the numbers; worked out once, since each takes its time. */
interface Prepared {
  readonly row: AcceptedRow<StudentRow>
  readonly hash: string
  readonly idHash: string | null
  readonly guardians: readonly WantedGuardian[]
}

interface StudentChange {
  readonly before: Student | null
  readonly after: Omit<Student, 'id' | 'homeClass' | 'weekRevision'>
  readonly classKey: string
  readonly isOwnChange: boolean
  readonly guardians: GuardianChanges
}

const batch = 500
const written = [
  'homeClassId',
  'name',
  'namePinyin',
  'sex',
  'studentNumberSealed',
  'studentNumberHash',
  'nationalIdSealed',
  'nationalIdHash',
  'bornOnSealed',
  'isLeftBehind',
  'isMigrantChild',
  'aidCategorySealed',
  'remarkSealed',
  'leftOn',
] as const satisfies readonly (keyof Student)[]
const formFields: Readonly<Record<string, string>> = { isLeftBehind: 'leftBehind', isMigrantChild: 'migrant' }

@Injectable()
export class StudentsImport {
  constructor(
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
    private readonly homeClasses: HomeClassesService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  async plan(
    manager: EntityManager,
    school: School,
    rows: readonly AcceptedRow<StudentRow>[],
    hasColumn: HasColumn,
  ) {
    const classes = await neededClasses(manager, school, this.homeClasses, this.calendar, this.clock.today())
    const prepared = rows.map((row) => this.prepare(row))
    const known = await this.knownStudents(manager, school, prepared)
    const guardians = await this.knownGuardians(manager, school, prepared, known.own)
    const claimed = new Map<number, AcceptedRow<StudentRow>>()
    const refused: RowFault[] = []
    const changes: StudentChange[] = []
    let unchanged = 0
    for (const each of prepared) {
      const before = known.find(each, classes)
      const first = before && claimed.get(before.id)
      const fault =
        before && before.schoolId !== school.id
          ? faultOf(each.row, 'studentNumber', 'other_school')
          : first
            ? faultOf(each.row, 'studentNumber', 'same_one', { sheet: first.sheet, row: first.row })
            : (this.formFault(each.row) ?? classes.fault(each.row, 'className', each.row.values.className))
      if (fault) {
        refused.push(fault)
        continue
      }
      if (before) claimed.set(before.id, each.row)
      const change = this.change(each, school, before, classes, hasColumn, guardians)
      if (change.isOwnChange || change.guardians.isChange) changes.push(change)
      else unchanged += 1
    }
    return {
      newCount: changes.filter(({ before }) => !before).length,
      changedCount: changes.filter(({ before }) => before).length,
      unchangedCount: unchanged,
      refused,
      homeClasses: classes.missingNames(),
      save: (tx: EntityManager, person: ActingPerson, onProgress: OnProgress) =>
        this.save(tx, person, school, changes, classes, onProgress),
    }
  }

  private prepare(row: AcceptedRow<StudentRow>): Prepared {
    const { studentNumber, residentId, guardians } = row.values
    const wanted = new Map<string, WantedGuardian>()
    for (const { name, relation, phone } of guardians) {
      if (phone === null) continue
      const phoneHash = this.seal.hash(phone)
      if (!wanted.has(phoneHash)) wanted.set(phoneHash, { name, relation, phone, phoneHash })
    }
    return {
      row,
      hash: this.seal.hash(studentNumber),
      idHash: residentId === null ? null : this.seal.hash(residentId),
      guardians: [...wanted.values()],
    }
  }

  /** By number; else by resident id (a temporary number was replaced); else by name and class, of those without a number. */
  private async knownStudents(manager: EntityManager, school: School, prepared: readonly Prepared[]) {
    const byNumber = new Map<string, Student>()
    const byId = new Map<string, Student>()
    for (let start = 0; start < prepared.length; start += batch) {
      const part = prepared.slice(start, start + batch)
      for (const student of await manager.findBy(Student, {
        studentNumberHash: In(part.map(({ hash }) => hash)),
      }))
        byNumber.set(student.studentNumberHash!, student)
      const idHashes = part.flatMap(({ idHash }) => (idHash === null ? [] : [idHash]))
      if (idHashes.length === 0) continue
      for (const student of await manager.findBy(Student, {
        schoolId: school.id,
        nationalIdHash: In(idHashes),
      }))
        byId.set(student.nationalIdHash!, student)
    }
    const unnumbered = await manager
      .createQueryBuilder(Student, 'student')
      .where('student.schoolId = :schoolId AND student.studentNumberHash IS NULL', { schoolId: school.id })
      .getMany()
    const find = ({ row, hash, idHash }: Prepared, classes: NeededClasses): Student | null => {
      const found = byNumber.get(hash) ?? (idHash === null ? undefined : byId.get(idHash))
      if (found) return found
      const { name, className } = row.values
      const homeClassId = classes.idOf(`${className.grade}/${className.number}`)
      const [only, ...others] = unnumbered.filter(
        (student) => student.name === name && student.homeClassId === homeClassId,
      )
      return only && others.length === 0 ? only : null
    }
    const own = [
      ...new Map(
        [...byNumber.values(), ...byId.values(), ...unnumbered]
          .filter(({ schoolId }) => schoolId === school.id)
          .map((student) => [student.id, student]),
      ).values(),
    ]
    return { find, own }
  }

  private async knownGuardians(
    manager: EntityManager,
    school: School,
    prepared: readonly Prepared[],
    students: readonly Student[],
  ) {
    const byPhone = new Map<string, Guardian>()
    const phoneHashes = [
      ...new Set(prepared.flatMap(({ guardians }) => guardians.map(({ phoneHash }) => phoneHash))),
    ]
    for (let start = 0; start < phoneHashes.length; start += batch) {
      const found = await manager.findBy(Guardian, {
        schoolId: school.id,
        phoneHash: In(phoneHashes.slice(start, start + batch)),
      })
      for (const guardian of found) byPhone.set(guardian.phoneHash, guardian)
    }
    const ofStudent = new Map<number, Guardianship[]>()
    for (let start = 0; start < students.length; start += batch) {
      const found = await manager.find(Guardianship, {
        where: { studentId: In(students.slice(start, start + batch).map(({ id }) => id)) },
        order: { id: 'ASC' },
      })
      for (const guardianship of found)
        ofStudent.set(guardianship.studentId, [
          ...(ofStudent.get(guardianship.studentId) ?? []),
          guardianship,
        ])
    }
    // One telephone is one person: the first name written for it counts.
    const names = new Map<string, string>()
    for (const { guardians } of prepared)
      for (const { phoneHash, name } of guardians)
        if (name !== null && !names.has(phoneHash)) names.set(phoneHash, name)
    return { byPhone, ofStudent, names }
  }

  private formFault(row: AcceptedRow<StudentRow>): RowFault | null {
    const { name, sex, studentNumber, bornOn, leftBehind, migrant, aidCategory } = row.values
    const broken = brokenField(CreateStudentIn, {
      homeClassId: 1,
      name,
      sex,
      studentNumber,
      bornOn,
      isLeftBehind: leftBehind,
      isMigrantChild: migrant,
      aidCategory,
    })
    return broken ? faultOf(row, formFields[broken] ?? broken, 'form') : null
  }

  private change(
    { row, hash, idHash, guardians }: Prepared,
    school: School,
    before: Student | null,
    classes: NeededClasses,
    hasColumn: HasColumn,
    known: {
      byPhone: ReadonlyMap<string, Guardian>
      ofStudent: ReadonlyMap<number, Guardianship[]>
      names: ReadonlyMap<string, string>
    },
  ): StudentChange {
    const {
      name,
      sex,
      studentNumber,
      residentId,
      bornOn,
      leftBehind,
      migrant,
      aidCategory,
      remark,
      className,
    } = row.values
    const classKey = classes.need(className)
    // A column that the sheet has not says nothing about what is known already.
    const kept = <T>(field: string, old: T | undefined, fresh: () => T): T =>
      before && !hasColumn(row.sheet, field) ? old! : fresh()
    const sealed = (old: string | null | undefined, fresh: string | null) =>
      old !== undefined && this.seal.open(old) === fresh ? old : this.seal.seal(fresh)
    const after = {
      schoolId: school.id,
      homeClassId: classes.idOf(classKey) ?? 0,
      name,
      namePinyin: before?.name === name ? before.namePinyin : pinyinOf(name),
      sex,
      studentNumberSealed:
        before?.studentNumberHash === hash ? before.studentNumberSealed : this.seal.seal(studentNumber),
      studentNumberHash: hash,
      nationalIdSealed:
        residentId === null
          ? (before?.nationalIdSealed ?? null)
          : sealed(before?.nationalIdSealed, residentId),
      nationalIdHash: residentId === null ? (before?.nationalIdHash ?? null) : idHash,
      bornOnSealed: sealed(before?.bornOnSealed, bornOn),
      isLeftBehind: kept('leftBehind', before?.isLeftBehind, () => leftBehind),
      isMigrantChild: kept('migrant', before?.isMigrantChild, () => migrant),
      aidCategorySealed: kept('aidCategory', before?.aidCategorySealed, () =>
        sealed(before?.aidCategorySealed, aidCategory),
      ),
      remarkSealed: kept('remark', before?.remarkSealed, () => sealed(before?.remarkSealed, remark)),
      leftOn: null,
    }
    return {
      before,
      after,
      classKey,
      isOwnChange: !before || written.some((column) => before[column] !== after[column]),
      guardians: guardianChanges(
        guardians,
        before ? (known.ofStudent.get(before.id) ?? []) : [],
        known.byPhone,
        known.names,
      ),
    }
  }

  private async save(
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
