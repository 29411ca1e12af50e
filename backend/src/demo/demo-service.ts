/** The after-school service of a demo school (演示课后服务): courses and sections, a published week with its sessions, and who comes. */
import type { EntityManager } from 'typeorm'
import { Course, Section } from '../catalogue/index.js'
import { Enrolment } from '../enrolment/index.js'
import type { HomeClass, Room, School, Term } from '../organisation/index.js'
import { Student, Teacher } from '../people/index.js'
import { Session } from '../sessions/index.js'
import { Placement, Slot, Timetable } from '../timetabling/index.js'
import { clubs } from './catalogue.js'
import type { Draw } from './names.js'
import { insertAll, type Surroundings } from './surroundings.js'

export async function addService(
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
