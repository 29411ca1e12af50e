/** Whom of a roster does the school know already (已登记的学生与监护人)? */
import { In, type EntityManager } from 'typeorm'
import type { School } from '../../organisation/index.js'
import type { FieldSeal } from '../../platform/crypto.js'
import { Guardian } from '../guardians/guardian.entity.js'
import { Guardianship } from '../guardians/guardianship.entity.js'
import type { NeededClasses } from '../needed-classes.js'
import { batch, type Prepared } from './student-change.js'
import { StudentStay } from './student-stay.entity.js'
import { Student } from './student.entity.js'

/** By number; else by resident id (a temporary number was replaced); else by name and class, of those without a number. */
export async function knownStudents(manager: EntityManager, school: School, prepared: readonly Prepared[]) {
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

/**
 * Children of the school with the name and birth date of a row, but with another number that the file does not name
 * itself: a temporary number may have become a permanent one. Keyed by name and birth date; null where there are several.
 */
export async function namesakes(
  manager: EntityManager,
  school: School,
  seal: FieldSeal,
  unknown: readonly Prepared[],
  isInFile: (numberHash: string) => boolean,
): Promise<(each: Prepared) => Student | null> {
  const found = new Map<string, Student | null>()
  const wanted = [...new Set(unknown.map(({ row }) => row.values.name))]
  for (let start = 0; start < wanted.length; start += batch) {
    const students = await manager.findBy(Student, {
      schoolId: school.id,
      name: In(wanted.slice(start, start + batch)),
    })
    for (const student of students) {
      if (student.studentNumberHash !== null && isInFile(student.studentNumberHash)) continue
      const key = namesakeKey(student.name, seal.open(student.bornOnSealed))
      found.set(key, found.has(key) ? null : student)
    }
  }
  return ({ row }) => found.get(namesakeKey(row.values.name, row.values.bornOn)) ?? null
}

const namesakeKey = (name: string, bornOn: string | null) => `${bornOn ?? 'unknown'} ${name}`

export interface PresentStay {
  readonly startsOn: string
  /** Since when they could have been in it at the earliest: the end of the stay before. */
  readonly firstOn: string | null
}

/** The present stays of those for whom the sheet says since when they are in their class. */
export async function presentStays(
  manager: EntityManager,
  studentIds: readonly number[],
): Promise<Map<number, PresentStay>> {
  const present = new Map<number, PresentStay>()
  const endOf = new Map<number, string | null>()
  for (let start = 0; start < studentIds.length; start += batch) {
    const stays = await manager.find(StudentStay, {
      where: { studentId: In(studentIds.slice(start, start + batch)) },
      order: { startsOn: 'ASC' },
    })
    for (const { studentId, startsOn, endsOn } of stays) {
      present.set(studentId, { startsOn, firstOn: endOf.get(studentId) ?? null })
      endOf.set(studentId, endsOn)
    }
  }
  return present
}

export async function knownGuardians(
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
      ofStudent.set(guardianship.studentId, [...(ofStudent.get(guardianship.studentId) ?? []), guardianship])
  }
  // One telephone is one person: the first name written for it counts.
  const names = new Map<string, string>()
  for (const { guardians } of prepared)
    for (const { phoneHash, name } of guardians)
      if (name !== null && !names.has(phoneHash)) names.set(phoneHash, name)
  return { byPhone, ofStudent, names }
}
