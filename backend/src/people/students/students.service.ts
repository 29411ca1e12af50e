/** Which students (学生) are there, and who looks after them? What identifies them is sealed and shown only to those who may. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { HomeClass, scoped } from '../../organisation/index.js'
import { Clock, type LocalDate } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { cases, equals, search } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { Guardian } from '../guardians/guardian.entity.js'
import { Guardianship } from '../guardians/guardianship.entity.js'
import { maskBirthDate, maskNumber, maskPhone } from '../masking.js'
import { pinyinOf } from '../names.js'
import { raiseWeekRevision } from './raise-week-revision.js'
import { StudentStay } from './student-stay.entity.js'
import { requireDayInClass, StudentStays } from './student-stays.service.js'
import { Student } from './student.entity.js'
import {
  type CreateStudentIn,
  type GuardianOut,
  studentListSheet,
  toStudentStayOut,
  type StudentListQuery,
  type StudentOut,
  type StudentWithGuardiansOut,
  type UnmaskedStudentOut,
  type UpdateStudentIn,
} from './students.dto.js'

const students: Listing<StudentListQuery> = {
  sortable: {
    homeClassId: 'student.homeClassId',
    className: 'student.homeClassId',
    name: 'student.namePinyin',
    sex: 'student.sex',
    id: 'student.id',
  },
  filters: {
    schoolId: equals('student.schoolId'),
    homeClassId: equals('student.homeClassId'),
    grade: equals('homeClass.grade'),
    isLeftBehind: equals('student.isLeftBehind'),
    hasLeft: cases({ true: 'student.leftOn IS NOT NULL', false: 'student.leftOn IS NULL' }),
    q: search({ names: ['student.name'], pinyin: ['student.namePinyin'] }),
  },
}
// Fifteen digits in a row are no name: a number in a search would stand in the address.
const holdsNumber = /\d{15}/

/** Who has left is shown when asked for, or by number; a whole number is looked up by `findByNumber`, whose request has it in the body. */
function asked(list: StudentListQuery): StudentListQuery {
  if (list.q && holdsNumber.test(list.q.normalize('NFKC'))) throw new Invalid('people.number_in_address')
  return { ...list, hasLeft: list.hasLeft || (list.ids ? undefined : false) }
}

@Injectable()
export class StudentsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
    private readonly stays: StudentStays,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, list: StudentListQuery): Promise<Page<StudentOut>> {
    return paged(this.visible(actor), asked(list), students, (student) => this.out(student))
  }

  /** All rows, numbers masked; that the list was taken out is noted first, with the filters but not what was searched for. */
  async sheet(actor: Actor, list: StudentListQuery): Promise<SheetOut> {
    const query = ordered(this.visible(actor), asked(list), students)
    await this.database.transaction((tx) =>
      this.audit.record(tx, actor, {
        action: 'student.export',
        entity: 'student',
        entityId: null,
        schoolId: list.schoolId ?? actor.schoolId,
        after: {
          homeClassId: list.homeClassId ?? null,
          grade: list.grade ?? null,
          hasSearch: Boolean(list.q),
        },
      }),
    )
    return listSheet(
      studentListSheet,
      actor.language,
      rowsOf(query, (student) => this.out(student)),
    )
  }

  private visible(actor: Actor): SelectQueryBuilder<Student> {
    return scoped(this.joined(this.database.read), actor)
  }

  /** Looks a whole student number or resident id up by its keyed hash, within the scope; the look is noted, not the number. */
  async findByNumber(actor: Actor, number: string): Promise<StudentOut[]> {
    const hash = this.seal.hash(number.normalize('NFKC').replace(/\s/g, '').toUpperCase())
    return this.database.transaction(async (tx) => {
      const found = await scoped(this.joined(tx), actor, 'student.schoolId')
        .andWhere('(student.studentNumberHash = :hash OR student.nationalIdHash = :hash)', { hash })
        .getMany()
      await this.audit.record(tx, actor, {
        action: 'student.find-by-number',
        entity: 'student',
        entityId: found[0]?.id ?? null,
      })
      return found.map((student) => this.out(student))
    })
  }

  async get(actor: Actor, id: number): Promise<StudentWithGuardiansOut> {
    return this.withGuardians(this.database.read, await this.find(this.database.read, actor, id))
  }

  /** Everything in full; the look is noted before the answer leaves. */
  async unmask(actor: Actor, id: number): Promise<UnmaskedStudentOut> {
    return this.database.transaction(async (tx) => {
      const student = await this.find(tx, actor, id)
      const guardians = await this.guardiansOf(tx, id)
      await this.audit.record(tx, actor, {
        action: 'student.unmask',
        entity: 'student',
        entityId: id,
        schoolId: student.schoolId,
      })
      const { studentNumberSealed, nationalIdSealed, bornOnSealed, aidCategorySealed, remarkSealed } = student
      return {
        id,
        studentNumber: this.seal.open(studentNumberSealed),
        nationalId: this.seal.open(nationalIdSealed),
        bornOn: this.seal.open(bornOnSealed),
        aidCategory: this.seal.open(aidCategorySealed),
        remark: this.seal.open(remarkSealed),
        guardians: guardians.map((guardian) => ({
          id: guardian.id,
          phone: this.seal.open(guardian.phoneSealed),
        })),
      }
    })
  }

  async create(actor: Actor, given: CreateStudentIn): Promise<StudentWithGuardiansOut> {
    return this.database.transaction(async (tx) => {
      const homeClass = await this.requireClass(tx, actor, given.homeClassId)
      const startsOn = given.startsOn ?? this.firstDayIn(homeClass)
      requireDayInClass(homeClass, startsOn, this.clock.today())
      const student = tx.create(Student, {
        ...this.columns(given),
        schoolId: homeClass.schoolId,
        homeClassId: homeClass.id,
        name: given.name,
        namePinyin: pinyinOf(given.name),
        sex: given.sex,
        nationalIdSealed: null,
        nationalIdHash: null,
        remarkSealed: null,
        isLeftBehind: given.isLeftBehind ?? false,
        isMigrantChild: given.isMigrantChild ?? false,
        leftOn: null,
        weekRevision: 0,
      })
      await onDuplicate(() => tx.save(student), numberTaken)
      await this.stays.put(tx, student.schoolId, [
        { studentId: student.id, homeClassId: homeClass.id, startsOn },
      ])
      await this.audit.record(tx, actor, {
        action: 'student.create',
        entity: 'student',
        entityId: student.id,
        schoolId: student.schoolId,
        after: { ...student, inClassSince: startsOn },
      })
      return this.withGuardians(tx, { ...student, homeClass })
    })
  }

  async update(actor: Actor, id: number, given: UpdateStudentIn): Promise<StudentWithGuardiansOut> {
    const { schoolId } = await this.find(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      await raiseWeekRevision(tx, schoolId, [id])
      const { homeClass: _homeClass, ...before } = await this.find(tx, actor, id)
      const moved = await this.movedToday(tx, actor, before, given.homeClassId)
      const { name, sex, isLeftBehind, isMigrantChild } = given
      const plain = Object.fromEntries(
        Object.entries({
          name,
          sex,
          isLeftBehind,
          isMigrantChild,
          namePinyin: name && pinyinOf(name),
        }).filter(([, value]) => value !== undefined),
      )
      const change = { ...plain, ...this.columns(given) }
      await onDuplicate(() => tx.update(Student, { id }, change), numberTaken)
      await this.audit.record(tx, actor, {
        action: 'student.update',
        entity: 'student',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after: { ...before, ...change, ...moved },
      })
      return this.withGuardians(tx, await this.find(tx, actor, id))
    })
  }

  // The class of the form, where it is another one: from today on. On an earlier day it is a transfer.
  private async movedToday(
    tx: EntityManager,
    actor: Actor,
    { id, schoolId, homeClassId: before, leftOn }: Student,
    homeClassId: number | undefined,
  ): Promise<object> {
    if (homeClassId === undefined || homeClassId === before) return {}
    const homeClass = await this.requireClass(tx, actor, homeClassId, schoolId)
    if (leftOn !== null) throw new RuleBroken('people.has_left', { leftOn })
    const startsOn = this.firstDayIn(homeClass)
    requireDayInClass(homeClass, startsOn, this.clock.today())
    await this.stays.put(tx, schoolId, [{ studentId: id, homeClassId, startsOn }])
    return { homeClassId, inClassSince: startsOn }
  }

  // Today, or the first day of a class that is still to come.
  private firstDayIn({ startsOn }: HomeClass): LocalDate {
    const today = this.clock.today()
    return startsOn > today ? startsOn : today
  }

  // Only what was given: a missing field stays as it is, null empties it.
  private columns({
    studentNumber,
    bornOn,
    aidCategory,
  }: Pick<CreateStudentIn, 'studentNumber' | 'bornOn' | 'aidCategory'>): Partial<Student> {
    return {
      ...(studentNumber === undefined
        ? {}
        : {
            studentNumberSealed: this.seal.seal(studentNumber),
            studentNumberHash: studentNumber === null ? null : this.seal.hash(studentNumber),
          }),
      ...(bornOn === undefined ? {} : { bornOnSealed: this.seal.seal(bornOn) }),
      ...(aidCategory === undefined ? {} : { aidCategorySealed: this.seal.seal(aidCategory) }),
    }
  }

  /** A class of the person's, and where a school is given of that one. */
  async requireClass(
    tx: EntityManager,
    actor: Actor,
    homeClassId: number,
    schoolId?: number,
  ): Promise<HomeClass> {
    const homeClass = await scoped(tx.createQueryBuilder(HomeClass, 'homeClass'), actor)
      .andWhere('homeClass.id = :homeClassId', { homeClassId })
      .getOne()
    if (!homeClass || (schoolId !== undefined && homeClass.schoolId !== schoolId))
      throw Invalid.field('homeClassId', 'validation.isIn')
    return homeClass
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Student> {
    const student = await scoped(this.joined(manager), actor, 'student.schoolId')
      .andWhere('student.id = :id', { id })
      .getOne()
    if (!student) throw new NotFound('student', id)
    return student
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Student> {
    return manager
      .createQueryBuilder(Student, 'student')
      .innerJoinAndMapOne('student.homeClass', HomeClass, 'homeClass', 'homeClass.id = student.homeClassId')
  }

  private guardiansOf(
    manager: EntityManager,
    studentId: number,
  ): Promise<(Guardian & { guardianship: Guardianship })[]> {
    return manager
      .createQueryBuilder(Guardian, 'guardian')
      .innerJoinAndMapOne(
        'guardian.guardianship',
        Guardianship,
        'guardianship',
        'guardianship.guardianId = guardian.id',
      )
      .where('guardianship.studentId = :studentId', { studentId })
      .orderBy('guardianship.id')
      .getMany() as Promise<(Guardian & { guardianship: Guardianship })[]>
  }

  async withGuardians(manager: EntityManager, student: Student): Promise<StudentWithGuardiansOut> {
    const guardians = await this.guardiansOf(manager, student.id)
    const stays = await manager
      .createQueryBuilder(StudentStay, 'stay')
      .innerJoinAndMapOne('stay.homeClass', HomeClass, 'homeClass', 'homeClass.id = stay.homeClassId')
      .where('stay.studentId = :id', { id: student.id })
      .orderBy('stay.startsOn', 'DESC')
      .getMany()
    return {
      ...this.out(student),
      stays: stays.map(toStudentStayOut),
      guardians: guardians.map(({ id, name, phoneSealed, userId, guardianship }): GuardianOut => ({
        id,
        name,
        relation: guardianship.relation,
        phone: maskPhone(this.seal.open(phoneSealed))!,
        isActivated: userId !== null,
      })),
    }
  }

  private out({
    id,
    schoolId,
    homeClassId,
    homeClass,
    name,
    sex,
    studentNumberSealed,
    bornOnSealed,
    isLeftBehind,
    isMigrantChild,
    leftOn,
  }: Student): StudentOut {
    return {
      id,
      schoolId,
      homeClassId,
      className: homeClass!.name,
      grade: homeClass!.grade,
      name,
      sex,
      studentNumber: maskNumber(this.seal.open(studentNumberSealed)),
      bornIn: maskBirthDate(this.seal.open(bornOnSealed)),
      isLeftBehind,
      isMigrantChild,
      leftOn,
    }
  }
}

const numberTaken = () => new RuleBroken('people.student_number_taken')
