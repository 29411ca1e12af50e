/** What would a roster (学生花名册导入) change, and how is it saved? Students are known by their number, guardians by their telephone. */
import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import type { ActingPerson } from '../../audit/index.js'
import { CalendarService, HomeClass, HomeClassesService, type School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { brokenField } from '../../platform/http/validation.js'
import {
  type AcceptedRow,
  type Doubt,
  faultOf,
  type PlanContext,
  type RowFault,
} from '../../platform/sheets/index.js'
import type { Guardian } from '../guardians/guardian.entity.js'
import type { Guardianship } from '../guardians/guardianship.entity.js'
import { maskNumber } from '../masking.js'
import { neededClasses, type NeededClasses } from '../needed-classes.js'
import { pinyinOf } from '../names.js'
import { guardianChanges, type WantedGuardian } from './guardian-changes.js'
import { knownGuardians, knownStudents, namesakes, type PresentStay, presentStays } from './known-students.js'
import { type OnProgress, type Prepared, type StudentChange, written } from './student-change.js'
import type { Student } from './student.entity.js'
import { StudentsSave } from './students-save.service.js'
import { CreateStudentIn } from './students.dto.js'
import type { StudentRow } from './students.sheet.js'

type HasColumn = PlanContext['hasColumn']

const formFields: Readonly<Record<string, string>> = { isLeftBehind: 'leftBehind', isMigrantChild: 'migrant' }

@Injectable()
export class StudentsImport {
  constructor(
    private readonly saving: StudentsSave,
    private readonly seal: FieldSeal,
    private readonly homeClasses: HomeClassesService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  async plan(
    manager: EntityManager,
    school: School,
    rows: readonly AcceptedRow<StudentRow>[],
    { hasColumn, decisionOf }: PlanContext,
  ) {
    const classes = await neededClasses(manager, school, this.homeClasses, this.calendar, this.clock.today())
    const prepared = rows.map((row) => this.prepare(row))
    const known = await knownStudents(manager, school, prepared)
    const guardians = await knownGuardians(manager, school, prepared, known.own)
    const stays = await presentStays(
      manager,
      rows.some(({ values }) => values.inClassSince !== null) ? known.own.map(({ id }) => id) : [],
    )
    const doubtful = await this.doubtful(manager, school, prepared, (each) => known.find(each, classes))
    const claimed = new Map<number, AcceptedRow<StudentRow>>()
    const refused: RowFault[] = []
    const doubts: Doubt[] = []
    const changes: StudentChange[] = []
    let unchanged = 0
    for (const each of prepared) {
      const { sheet, row } = each.row
      const decision = decisionOf(sheet, row) ?? null
      const namesake = doubtful(each)
      if (namesake) doubts.push(this.doubt(each.row, namesake.student, namesake.className, decision))
      const before = known.find(each, classes) ?? (decision === 'same' ? (namesake?.student ?? null) : null)
      const first = before && claimed.get(before.id)
      const fault =
        namesake && decision === null
          ? faultOf(each.row, 'studentNumber', 'may_be_same', { className: namesake.className })
          : this.fault(each.row, school, before, first, classes, stays)
      if (fault) {
        refused.push(fault)
        continue
      }
      if (before) claimed.set(before.id, each.row)
      const stay = before && stays.get(before.id)
      const change = this.change(each, school, before, classes, hasColumn, { ...guardians, stay })
      if (change.isOwnChange || change.guardians.isChange) changes.push(change)
      else unchanged += 1
    }
    return {
      newCount: changes.filter(({ before }) => !before).length,
      changedCount: changes.filter(({ before }) => before).length,
      unchangedCount: unchanged,
      refused,
      doubts,
      homeClasses: classes.missingNames(),
      save: (tx: EntityManager, person: ActingPerson, onProgress: OnProgress) =>
        this.saving.save(tx, person, school, changes, classes, onProgress),
    }
  }

  /** For rows of nobody who is known: the child with the same name and birth date and another number, if there is one. */
  private async doubtful(
    manager: EntityManager,
    school: School,
    prepared: readonly Prepared[],
    find: (each: Prepared) => Student | null,
  ): Promise<(each: Prepared) => { student: Student; className: string } | null> {
    const unknown = new Set(prepared.filter((each) => !find(each)))
    if (unknown.size === 0) return () => null
    const inFile = new Set(prepared.map(({ hash }) => hash))
    const namesakeOf = await namesakes(manager, school, this.seal, [...unknown], (hash) => inFile.has(hash))
    const found = new Map(
      [...unknown].flatMap((each) => {
        const student = namesakeOf(each)
        return student ? [[each, student] as const] : []
      }),
    )
    const classIds = [...new Set([...found.values()].map(({ homeClassId }) => homeClassId))]
    const classes = classIds.length === 0 ? [] : await manager.findBy(HomeClass, { id: In(classIds) })
    const names = new Map(classes.map(({ id, name }) => [id, name]))
    return (each) => {
      const student = found.get(each)
      return student ? { student, className: names.get(student.homeClassId) ?? '' } : null
    }
  }

  private doubt(
    { sheet, row, values }: AcceptedRow<StudentRow>,
    { studentNumberSealed }: Student,
    knownClassName: string,
    decision: Doubt['decision'],
  ): Doubt {
    return {
      sheet,
      row,
      name: values.name,
      className: values.className.name,
      knownNumber: maskNumber(this.seal.open(studentNumberSealed)),
      knownClassName,
      decision,
    }
  }

  private fault(
    row: AcceptedRow<StudentRow>,
    school: School,
    before: Student | null,
    first: AcceptedRow<StudentRow> | null | undefined,
    classes: NeededClasses,
    stays: ReadonlyMap<number, PresentStay>,
  ): RowFault | null {
    if (before && before.schoolId !== school.id) return faultOf(row, 'studentNumber', 'other_school')
    if (first) return faultOf(row, 'studentNumber', 'same_one', { sheet: first.sheet, row: first.row })
    const { className, inClassSince } = row.values
    return (
      this.formFault(row) ??
      classes.fault(row, 'className', className) ??
      (inClassSince === null
        ? null
        : (classes.dayFault(row, 'inClassSince', className, inClassSince) ??
          stayFault(row, inClassSince, before && stays.get(before.id))))
    )
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
      stay: PresentStay | null | undefined
    },
  ): StudentChange {
    const { name, sex, studentNumber, residentId, bornOn } = row.values
    const { leftBehind, migrant, aidCategory, remark, className, inClassSince } = row.values
    const startsOn = inClassSince ?? classes.usualDay(className)
    const classKey = classes.need(className, startsOn)
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
    const isNewThere = before?.homeClassId !== after.homeClassId || before.leftOn !== null
    const correctedFrom = isNewThere ? null : otherDay(known.stay, inClassSince)
    return {
      before,
      startsOn: isNewThere || correctedFrom !== null ? startsOn : null,
      correctedFrom,
      after,
      classKey,
      isOwnChange:
        isNewThere || correctedFrom !== null || written.some((column) => before[column] !== after[column]),
      guardians: guardianChanges(
        guardians,
        before ? (known.ofStudent.get(before.id) ?? []) : [],
        known.byPhone,
        known.names,
      ),
    }
  }
}

/** The day that the stay has now, where the sheet says another one. */
const otherDay = (stay: PresentStay | null | undefined, inClassSince: string | null): string | null =>
  stay && inClassSince !== null && inClassSince !== stay.startsOn ? stay.startsOn : null

// Whoever came from another class cannot have been in this one before they left that.
function stayFault(
  row: AcceptedRow<StudentRow>,
  inClassSince: string,
  stay: PresentStay | null | undefined,
): RowFault | null {
  const first = stay?.firstOn ?? null
  return first !== null && inClassSince < first
    ? faultOf(row, 'inClassSince', 'day_before_stay', { first })
    : null
}
