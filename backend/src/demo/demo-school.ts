/** Fills one demo school (演示学校): rooms, classes, teachers, and where wanted children, courses, a published week and enrolments. */
import type { EntityManager } from 'typeorm'
import { firstDayOf, HomeClass, printClassName, Room, type School } from '../organisation/index.js'
import {
  Clearance,
  Guardian,
  Guardianship,
  pinyinOf,
  Student,
  StudentStay,
  Teacher,
} from '../people/index.js'
import { specialRooms } from './catalogue.js'
import { addService } from './demo-service.js'
import { Draw } from './names.js'
import { insertAll, type Surroundings } from './surroundings.js'

export interface DemoSchoolShape {
  readonly classesPerGrade: number
  readonly teacherCount: number
  /** 0: the roster is still to be imported. */
  readonly studentsPerClass: number
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
      startsOn: firstDayOf(around.term.schoolYear),
      endsOn: null,
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
    StudentStay,
    saved.map(({ id, homeClassId }) => ({
      schoolId: school.id,
      studentId: id,
      homeClassId,
      startsOn: firstDayOf(term.schoolYear),
      endsOn: null,
      openStudentId: id,
    })),
  )
  await addGuardians(tx, school, saved, seal, draw)
}

async function addGuardians(
  tx: EntityManager,
  school: School,
  saved: readonly Student[],
  seal: Surroundings['seal'],
  draw: Draw,
): Promise<void> {
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
