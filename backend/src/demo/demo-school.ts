/** Fills one demo school (演示学校): rooms, classes, teachers, and where wanted children, courses, a published week and enrolments. */
import type { EntityManager } from 'typeorm'
import { type Category, Course, Section } from '../catalogue/index.js'
import { Enrolment } from '../enrolment/index.js'
import {
  type CalendarDay,
  HomeClass,
  printClassName,
  Room,
  type School,
  type Term,
} from '../organisation/index.js'
import { Clearance, Guardian, Guardianship, pinyinOf, Student, Teacher } from '../people/index.js'
import type { FieldSeal } from '../platform/crypto.js'
import { Placement, Slot, Timetable } from '../timetabling/index.js'
import { Session } from '../sessions/index.js'
import { clubs, specialRooms } from './catalogue.js'
import { Draw } from './names.js'

export interface DemoSchoolShape {
  readonly classesPerGrade: number
  readonly teacherCount: number
  /** 0: the roster is still to be imported. */
  readonly studentsPerClass: number
}

export interface Surroundings {
  readonly term: Term
  readonly days: readonly Pick<CalendarDay, 'dayOn' | 'weekdayFollowed'>[]
  readonly categories: ReadonlyMap<string, Category>
  readonly seal: FieldSeal
  readonly now: Date
}

const batch = 400

async function insertAll<E extends object>(
  tx: EntityManager,
  target: new () => E,
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += batch)
    await tx.insert(target, rows.slice(start, start + batch) as never)
}

export async function fillSchool(
  tx: EntityManager,
  school: School,
  shape: DemoSchoolShape,
  around: Surroundings,
): Promise<void> {
  const draw = new Draw(school.id * 7919)
  const grades = school.stage === 'primary' ? [1, 2, 3, 4, 5, 6] : [7, 8, 9]
  const homes = grades.flatMap((grade) =>
    Array.from({ length: shape.classesPerGrade }, (_, index) => ({
      grade,
      number: index + 1,
      name: printClassName(grade, index + 1),
    })),
  )
  await insertAll(tx, Room, [
    ...homes.map(({ name }) => ({
      schoolId: school.id,
      name: `${name}教室`,
      code: null,
      kind: 'classroom',
      capacity: 50,
      equipment: [],
    })),
    ...specialRooms.map((room) => ({ ...room, schoolId: school.id, code: null, equipment: [] })),
  ])
  const rooms = new Map((await tx.findBy(Room, { schoolId: school.id })).map((room) => [room.name, room]))
  await insertAll(
    tx,
    HomeClass,
    homes.map((home) => ({
      ...home,
      schoolId: school.id,
      schoolYear: around.term.schoolYear,
      homeRoomId: rooms.get(`${home.name}教室`)!.id,
      isActive: true,
    })),
  )
  const classes = await tx.find(HomeClass, {
    where: { schoolId: school.id },
    order: { grade: 'ASC', number: 'ASC' },
  })
  await addTeachers(tx, school, classes, shape, around, draw)
  if (shape.studentsPerClass === 0) return
  await addStudents(tx, school, classes, shape, around, draw)
  await addService(tx, school, classes, rooms, around, draw)
}

async function addTeachers(
  tx: EntityManager,
  school: School,
  classes: readonly HomeClass[],
  shape: DemoSchoolShape,
  around: Surroundings,
  draw: Draw,
): Promise<void> {
  await insertAll(
    tx,
    Teacher,
    Array.from({ length: shape.teacherCount }, (_, index) => {
      const name = draw.person()
      return {
        schoolId: school.id,
        name,
        namePinyin: pinyinOf(name),
        staffNumber: `T${String(index + 1).padStart(3, '0')}`,
        kind: index >= shape.teacherCount - 2 ? 'lecturer' : 'staff',
        subject: draw.of(['语文', '数学', '英语', '科学', '体育', '音乐', '美术']),
        phoneSealed: around.seal.seal(draw.phone()),
        homeClassId: classes[index]?.id ?? null,
        userId: null,
        isActive: true,
      }
    }),
  )
  const lecturers = await tx.findBy(Teacher, { schoolId: school.id, kind: 'lecturer' })
  await insertAll(
    tx,
    Clearance,
    lecturers.map(({ id }) => ({
      schoolId: school.id,
      teacherId: id,
      validFromOn: around.term.startsOn,
      validToOn: around.term.endsOn,
      document: '无犯罪记录证明、健康证明',
      isRevoked: false,
      recordedById: 0,
    })),
  )
}

async function addStudents(
  tx: EntityManager,
  school: School,
  classes: readonly HomeClass[],
  shape: DemoSchoolShape,
  { seal, term }: Surroundings,
  draw: Draw,
): Promise<void> {
  const students: object[] = []
  for (const homeClass of classes) {
    for (let count = 0; count < shape.studentsPerClass; count += 1) {
      const name = draw.person()
      const bornOn = `${term.schoolYear - 6 - homeClass.grade}-${String(9 + draw.below(4)).padStart(2, '0')}-${String(1 + draw.below(28)).padStart(2, '0')}`
      // L numbers are temporary ones, without a check digit; the area code is assigned to nobody.
      const studentNumber = `L140299${bornOn.replaceAll('-', '')}${String((school.id * 2000 + students.length) % 10_000).padStart(4, '0')}`
      students.push({
        schoolId: school.id,
        homeClassId: homeClass.id,
        name,
        namePinyin: pinyinOf(name),
        sex: draw.below(2) ? 'male' : 'female',
        studentNumberSealed: seal.seal(studentNumber),
        studentNumberHash: seal.hash(studentNumber),
        nationalIdSealed: null,
        nationalIdHash: null,
        bornOnSealed: seal.seal(bornOn),
        isLeftBehind: draw.below(12) === 0,
        isMigrantChild: draw.below(10) === 0,
        aidCategorySealed: null,
        remarkSealed: null,
        leftOn: null,
        weekRevision: 0,
      })
    }
  }
  await insertAll(tx, Student, students)
  const saved = await tx.find(Student, { where: { schoolId: school.id }, order: { id: 'ASC' } })
  await insertAll(
    tx,
    Guardian,
    saved.map((student, index) => {
      const phone = `1980${String(school.id).padStart(2, '0')}${String(index).padStart(5, '0')}`
      return {
        schoolId: school.id,
        name: student.name[0]! + draw.person().slice(1),
        phoneSealed: seal.seal(phone),
        phoneHash: seal.hash(phone),
        userId: null,
      }
    }),
  )
  const guardians = await tx.find(Guardian, { where: { schoolId: school.id }, order: { id: 'ASC' } })
  await insertAll(
    tx,
    Guardianship,
    saved.map((student, index) => ({
      schoolId: school.id,
      studentId: student.id,
      guardianId: guardians[index]!.id,
      relation: draw.of(['母亲', '父亲', '祖母']),
    })),
  )
}

async function addService(
  tx: EntityManager,
  school: School,
  classes: readonly HomeClass[],
  rooms: ReadonlyMap<string, Room>,
  around: Surroundings,
  draw: Draw,
): Promise<void> {
  const { term } = around
  await addSections(tx, school, classes, rooms, around)
  const sections = await tx.find(Section, { where: { schoolId: school.id }, order: { id: 'ASC' } })
  await addSlots(tx, school, term)
  const slots = await tx.find(Slot, {
    where: { schoolId: school.id },
    order: { weekday: 'ASC', startTime: 'ASC' },
  })
  const timetable = await tx.save(
    tx.create(Timetable, {
      schoolId: school.id,
      termId: term.id,
      version: 1,
      name: null,
      revision: 0,
      status: 'published',
      createdAt: around.now,
      publishedAt: around.now,
    }),
  )
  const placements = place(sections, slots, timetable, school)
  await insertAll(tx, Placement, placements)
  await addSessions(tx, school, around, slots, placements)
  await enrol(tx, school, sections, term, draw)
}

async function addSections(
  tx: EntityManager,
  school: School,
  classes: readonly HomeClass[],
  rooms: ReadonlyMap<string, Room>,
  { term, categories }: Surroundings,
): Promise<void> {
  const teachers = await tx.find(Teacher, { where: { schoolId: school.id }, order: { id: 'ASC' } })
  const course = (name: string, item: string) => ({
    schoolId: school.id,
    categoryId: categories.get(item)!.id,
    name,
    description: null,
    grades: [...new Set(classes.map((each) => each.grade))],
    roomKinds: [],
    equipment: [],
    isActive: true,
  })
  await insertAll(tx, Course, [
    course('班内作业辅导', '班内作业'),
    ...clubs.map((club) => course(`${club.item}社团`, club.item)),
  ])
  const courses = new Map(
    (await tx.findBy(Course, { schoolId: school.id })).map((each) => [each.name, each.id]),
  )
  const common = { schoolId: school.id, termId: term.id, enrolledCount: 0, isActive: true }
  await insertAll(tx, Section, [
    ...classes.map((home, index) => ({
      ...common,
      courseId: courses.get('班内作业辅导')!,
      name: `${home.name}作业辅导`,
      kind: 'home_class',
      homeClassId: home.id,
      grades: [home.grade],
      teacherId: teachers[index % teachers.length]!.id,
      roomId: home.homeRoomId,
      capacity: 50,
      meetingsPerWeek: 5,
    })),
    ...clubs.map((club, index) => ({
      ...common,
      courseId: courses.get(`${club.item}社团`)!,
      name: `${club.item}社团`,
      kind: 'mixed',
      homeClassId: null,
      grades: [...new Set(classes.map((each) => each.grade))],
      teacherId: teachers[(classes.length + index) % teachers.length]!.id,
      roomId: [...rooms.values()].find((room) => room.kind === club.room)!.id,
      capacity: 40,
      meetingsPerWeek: 1,
    })),
  ])
}

async function addSlots(tx: EntityManager, school: School, term: Term): Promise<void> {
  await insertAll(
    tx,
    Slot,
    [1, 2, 3, 4, 5].flatMap((weekday) =>
      [
        ['16:20', '17:00'],
        ['17:10', '17:50'],
      ].map(([startTime, endTime]) => ({
        schoolId: school.id,
        termId: term.id,
        weekday,
        startTime,
        endTime,
        serviceType: 'after_school',
      })),
    ),
  )
}

async function addSessions(
  tx: EntityManager,
  school: School,
  { term, days }: Surroundings,
  slots: readonly Slot[],
  placements: ReturnType<typeof place>,
): Promise<void> {
  const slotsById = new Map(slots.map((slot) => [slot.id, slot]))
  await insertAll(
    tx,
    Session,
    days.flatMap((day) =>
      placements
        .filter((each) => slotsById.get(each.slotId)!.weekday === day.weekdayFollowed)
        .map(({ sectionId, slotId, teacherId, roomId }) => {
          const { startTime, endTime } = slotsById.get(slotId)!
          return {
            schoolId: school.id,
            termId: term.id,
            sectionId,
            slotId,
            heldOn: day.dayOn,
            startTime,
            endTime,
            teacherId,
            roomId,
            plannedOn: day.dayOn,
            plannedStartTime: startTime,
            plannedEndTime: endTime,
            plannedTeacherId: teacherId,
            plannedRoomId: roomId,
            makesUpId: null,
            status: 'planned',
            reason: null,
          }
        }),
    ),
  )
}

// The first hour of each day is the home class's homework; the second, on the club's weekday, the mixed section.
function place(sections: readonly Section[], slots: readonly Slot[], timetable: Timetable, school: School) {
  const weekdayOfClub = new Map<string, number>(clubs.map((club) => [`${club.item}社团`, club.weekday]))
  const first = slots.filter((slot) => slot.startTime === '16:20')
  const taken = new Set<string>()
  return sections.flatMap((section) => {
    const wanted =
      section.kind === 'home_class'
        ? first
        : slots.filter(
            (slot) => slot.startTime === '17:10' && slot.weekday === weekdayOfClub.get(section.name),
          )
    return wanted.flatMap((slot) => {
      const keys = [`t${section.teacherId}/${slot.id}`, `r${section.roomId}/${slot.id}`]
      if (keys.some((key) => taken.has(key))) return []
      keys.forEach((key) => taken.add(key))
      return [
        {
          schoolId: school.id,
          timetableId: timetable.id,
          sectionId: section.id,
          slotId: slot.id,
          teacherId: section.teacherId!,
          roomId: section.roomId!,
          homeClassId: section.homeClassId,
          weeks: 'every',
          startsOn: null,
          endsOn: null,
          isLocked: false,
        },
      ]
    })
  })
}

// Nine children of ten take part in the homework hour; half of them in one club, as long as there are places.
async function enrol(
  tx: EntityManager,
  school: School,
  sections: readonly Section[],
  term: Term,
  draw: Draw,
): Promise<void> {
  const students = await tx.find(Student, { where: { schoolId: school.id }, order: { id: 'ASC' } })
  const ofClass = new Map(
    sections.filter((section) => section.homeClassId).map((section) => [section.homeClassId!, section]),
  )
  const mixed = sections.filter((section) => section.kind === 'mixed')
  const count = new Map<number, number>()
  const rows: object[] = []
  const add = (studentId: number, section: Section) => {
    const enrolled = count.get(section.id) ?? 0
    if (enrolled >= section.capacity) return
    count.set(section.id, enrolled + 1)
    rows.push({
      schoolId: school.id,
      termId: term.id,
      studentId,
      sectionId: section.id,
      startsOn: term.startsOn,
      endsOn: null,
      status: 'active',
    })
  }
  for (const student of students) {
    if (draw.below(10) === 0) continue
    add(student.id, ofClass.get(student.homeClassId)!)
    if (draw.below(2) === 0) add(student.id, draw.of(mixed))
  }
  await insertAll(tx, Enrolment, rows)
  const cases = [...count].map(([id, enrolled]) => `WHEN ${id} THEN ${enrolled}`).join(' ')
  await tx
    .createQueryBuilder()
    .update(Section)
    .set({ enrolledCount: () => `CASE id ${cases} ELSE 0 END` })
    .where('schoolId = :schoolId', { schoolId: school.id })
    .execute()
}
