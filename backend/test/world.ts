/** Builders for tests: defaults and overrides; missing parents are made, numbers come from a counter, nothing is random. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { EntityTarget, ObjectLiteral } from 'typeorm'
import { Delegation, type Permission, type Role, schoolRoles, User } from '../src/access/index.js'
import { Category, Course, Section } from '../src/catalogue/index.js'
import { Fund, FundingStandard } from '../src/entitlement/index.js'
import {
  CalendarDay,
  HomeClass,
  printClassName,
  proposeCalendar,
  Region,
  Room,
  School,
  Term,
} from '../src/organisation/index.js'
import { Guardian, Guardianship, Student, StudentStay, Teacher } from '../src/people/index.js'
import type { Clock } from '../src/platform/calendar.js'
import { FieldSeal } from '../src/platform/crypto.js'
import type { Database } from '../src/platform/database/database.js'
import { fen } from '../src/platform/money.js'
import { Slot } from '../src/timetabling/index.js'
import { Session } from '../src/sessions/index.js'
import { daysOf, stayOf } from './days-of.js'

/** argon2id of 'correct horse battery'; hashing once for every test would be most of their time. */
export const worldPassword = 'correct horse battery'
const worldPasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$I7nrd6fmSePYcdL4fM8fAg$uBlVE+6Y0nKInjAow+nOQeODmpbC6rxZIzOPOaNsXY8'

export class World {
  private counter = 0

  constructor(
    private readonly database: Database,
    private readonly nest: NestFastifyApplication,
    private readonly clock: Clock,
  ) {}

  next(): number {
    this.counter += 1
    return this.counter
  }

  get seal(): FieldSeal {
    return this.nest.get(FieldSeal)
  }

  async make<E extends ObjectLiteral>(target: EntityTarget<E>, values: object): Promise<E> {
    return this.database.transaction(async (tx) => (await tx.save(tx.create(target, values as never))) as E)
  }

  async region(code = '140213'): Promise<Region> {
    const found = await this.database.read.findOneBy(Region, { code })
    if (found) return found
    const level = code.length === 2 ? 'province' : code.length === 4 ? 'city' : 'district'
    return this.make(Region, { code, level, name: `地区${code}`, nameEn: `Region ${code}` })
  }

  /** A primary school of the district 140213, unless said otherwise. */
  async school({ regionCode = '140213', ...overrides }: Partial<School> = {}): Promise<School> {
    const region = await this.region(regionCode)
    const number = this.next()
    return this.make(School, {
      code: `31400000${String(number).padStart(2, '0')}`,
      name: `第${number}小学`,
      nameEn: `Primary School ${number}`,
      stage: 'primary',
      area: 'urban',
      ownership: 'public',
      regionId: region.id,
      regionCode,
      lastLessonEndTime: '16:00',
      isActive: true,
      ...overrides,
    })
  }

  /** Somebody with a role: in the school if given, else in the region (default the city 1402). */
  async user(
    role: Role,
    { school, regionCode = '1402', ...overrides }: Partial<User> & { school?: School } = {},
  ): Promise<User> {
    const number = this.next()
    if (schoolRoles.has(role) && !school) school = await this.school()
    return this.make(User, {
      username: `user${number}`,
      displayName: `用户${number}`,
      passwordHash: worldPasswordHash,
      role,
      regionCode: school?.regionCode ?? regionCode,
      schoolId: school?.id ?? null,
      isFrozen: false,
      mustChangePassword: false,
      oneTimeUntilAt: null,
      lastSignInAt: null,
      createdAt: this.clock.now(),
      ...overrides,
    })
  }

  /** In force now and for a month, unless said otherwise. */
  async delegation({
    from,
    to,
    permissions,
    ...overrides
  }: Partial<Omit<Delegation, 'permissions'>> & {
    from: User
    to: User
    permissions: Permission[]
  }): Promise<Delegation> {
    return this.make(Delegation, {
      fromUserId: from.id,
      toUserId: to.id,
      schoolId: from.schoolId,
      regionCode: from.regionCode,
      permissions,
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
      reason: '外出培训',
      revokedAt: null,
      createdAt: this.clock.now(),
      ...overrides,
    })
  }

  async room(overrides: Partial<Room> & { school: School }): Promise<Room> {
    const { school, ...rest } = overrides
    return this.make(Room, {
      schoolId: school.id,
      name: `教室${this.next()}`,
      code: null,
      kind: 'classroom',
      capacity: 45,
      equipment: [],
      ...rest,
    })
  }

  async homeClass({ school, ...overrides }: Partial<HomeClass> & { school: School }): Promise<HomeClass> {
    const grade = overrides.grade ?? (school.stage === 'primary' ? 3 : 7)
    const number = overrides.number ?? this.next()
    return this.make(HomeClass, {
      schoolId: school.id,
      schoolYear: 2026,
      grade,
      number,
      name: printClassName(grade, number),
      homeRoomId: null,
      ...overrides,
      ...daysOf(overrides),
    })
  }

  /** Autumn 2026 with its real calendar. */
  async term(overrides: Partial<Term> = {}): Promise<Term> {
    const values = {
      regionCode: '1402',
      schoolYear: 2026,
      name: '2026年秋季学期',
      nameEn: 'Autumn 2026',
      startsOn: '2026-09-01',
      endsOn: '2027-01-22',
      ...overrides,
    }
    const found = await this.database.read.findOneBy(Term, {
      regionCode: values.regionCode,
      startsOn: values.startsOn,
    })
    if (found) return found
    const term = await this.make(Term, values)
    await this.database.transaction((tx) =>
      tx.insert(
        CalendarDay,
        proposeCalendar(values.startsOn, values.endsOn).map((day) => ({ ...day, termId: term.id })),
      ),
    )
    return term
  }

  async teacher({ school, ...overrides }: Partial<Teacher> & { school: School }): Promise<Teacher> {
    const number = this.next()
    return this.make(Teacher, {
      schoolId: school.id,
      name: `教师${number}`,
      namePinyin: `jiao shi ${number}`,
      staffNumber: String(number),
      kind: 'staff',
      subject: null,
      phoneSealed: null,
      homeClassId: null,
      userId: null,
      isActive: true,
      ...overrides,
    })
  }

  /** In the class since it started, unless said otherwise. */
  async student({
    school,
    homeClass,
    inClassSince,
    ...overrides
  }: Partial<Student> & { school: School; homeClass?: HomeClass; inClassSince?: string }): Promise<Student> {
    const number = this.next()
    const inClass = homeClass ?? (await this.homeClass({ school }))
    const studentNumber = `L140299201709${String(number).padStart(6, '0')}`
    const student = await this.make(Student, {
      schoolId: school.id,
      homeClassId: inClass.id,
      name: `学生${number}`,
      namePinyin: `xue sheng ${number} xs`,
      sex: number % 2 ? 'male' : 'female',
      studentNumberSealed: this.seal.seal(studentNumber),
      studentNumberHash: this.seal.hash(studentNumber),
      nationalIdSealed: null,
      nationalIdHash: null,
      bornOnSealed: this.seal.seal('2017-09-01'),
      isLeftBehind: false,
      isMigrantChild: false,
      aidCategorySealed: null,
      remarkSealed: null,
      leftOn: null,
      weekRevision: 0,
      ...overrides,
    })
    await this.make(StudentStay, stayOf(student, inClassSince ?? inClass.startsOn))
    return student
  }

  /** A guardian of the student, with an account if `user` is given. */
  async guardian({
    student,
    user,
    phone,
  }: {
    student: Student
    user?: User
    phone?: string
  }): Promise<Guardian> {
    const number = phone ?? `138${String(this.next()).padStart(8, '0')}`
    const guardian = await this.make(Guardian, {
      schoolId: student.schoolId,
      name: `家长${this.next()}`,
      phoneSealed: this.seal.seal(number),
      phoneHash: this.seal.hash(number),
      userId: user?.id ?? null,
    })
    await this.make(Guardianship, {
      schoolId: student.schoolId,
      studentId: student.id,
      guardianId: guardian.id,
      relation: '母亲',
    })
    return guardian
  }

  async category(overrides: Partial<Category> = {}): Promise<Category> {
    const number = this.next()
    return this.make(Category, {
      regionCode: '1402',
      code: `SPORTS_${number}`,
      nationalCode: 'SPORTS',
      name: `阳光体育${number}`,
      nameEn: `Sports ${number}`,
      position: number,
      parentId: null,
      ...overrides,
    })
  }

  async course({ school, ...overrides }: Partial<Course> & { school: School }): Promise<Course> {
    const categoryId = overrides.categoryId ?? (await this.category()).id
    return this.make(Course, {
      schoolId: school.id,
      name: `课程${this.next()}`,
      description: null,
      grades: [1, 2, 3, 4, 5, 6],
      roomKinds: [],
      equipment: [],
      isActive: true,
      ...overrides,
      categoryId,
    })
  }

  async section({ school, ...overrides }: Partial<Section> & { school: School }): Promise<Section> {
    const term = await this.term()
    const course = await this.course({ school })
    return this.make(Section, {
      schoolId: school.id,
      termId: term.id,
      courseId: course.id,
      name: `课程班${this.next()}`,
      kind: 'mixed',
      homeClassId: null,
      grades: [1, 2, 3, 4, 5, 6],
      teacherId: (await this.teacher({ school })).id,
      roomId: (await this.room({ school })).id,
      capacity: 30,
      enrolledCount: 0,
      meetingsPerWeek: 1,
      isActive: true,
      ...overrides,
    })
  }

  async slot({ school, ...overrides }: Partial<Slot> & { school: School }): Promise<Slot> {
    const term = await this.term()
    return this.make(Slot, {
      schoolId: school.id,
      termId: term.id,
      weekday: 1,
      startTime: '16:30',
      endTime: '17:30',
      serviceType: 'after_school',
      ...overrides,
    })
  }

  /** A dated meeting as publishing makes it. */
  async session({
    section,
    slot,
    ...overrides
  }: Partial<Session> & { section: Section; slot: Slot; heldOn: string }): Promise<Session> {
    const held = {
      startTime: slot.startTime,
      endTime: slot.endTime,
      teacherId: section.teacherId!,
      roomId: section.roomId!,
      ...overrides,
    }
    return this.make(Session, {
      schoolId: section.schoolId,
      termId: section.termId,
      sectionId: section.id,
      slotId: slot.id,
      plannedOn: held.heldOn,
      plannedStartTime: held.startTime,
      plannedEndTime: held.endTime,
      plannedTeacherId: held.teacherId,
      plannedRoomId: held.roomId,
      makesUpId: null,
      status: 'planned',
      reason: null,
      ...held,
    })
  }

  async fund(overrides: Partial<Fund> = {}): Promise<Fund> {
    return this.make(Fund, {
      regionCode: '1402',
      code: `FUND_${this.next()}`,
      name: '课后看护经费',
      nameEn: 'After-school care fund',
      purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }],
      ...overrides,
    })
  }

  /** 10,000 yuan a primary class a year, counted on 1 October. */
  async standard({
    fund,
    ...overrides
  }: Partial<FundingStandard> & { fund?: Fund } = {}): Promise<FundingStandard> {
    return this.make(FundingStandard, {
      fundId: (fund ?? (await this.fund())).id,
      stage: 'primary',
      regionCode: '1402',
      schoolId: null,
      schoolKey: 0,
      area: 'any',
      ownership: 'any',
      model: 'per_class',
      unit: 'year',
      amountFen: fen(1_000_000),
      sharePerMille: 1000,
      monthTenths: 120,
      monthsCounted: 'fixed',
      monthsPer: 'year',
      countDay: '10-01',
      roundTo: 'fen',
      roundMode: 'half_up',
      roundAt: 'class',
      tiers: [],
      shares: [],
      version: 1,
      packCode: null,
      validFromOn: '2019-01-01',
      validToOn: null,
      issuer: '市财政局',
      documentNumber: '同财教〔2019〕1号',
      ...overrides,
    })
  }
}
