/** Can this week be arranged at all (排课前检查)? What is plainly wrong is said before anything is worked out. Pure. */
import { clashesOf, isWholeTerm, type Placed } from '../timetables/clashes.js'
import { busyChildren, sharedChildren } from '../timetables/shared-children.js'
import type { Obstacle, Week, WeekPlacement, WeekSection } from './week.js'
import { fittingRooms, givenRoom, givenTeacherId, leadersOf, openSlots } from './week-candidates.js'

export interface Readiness {
  /** While one of them stands the week is not arranged, unless its section is left out. */
  readonly blocking: readonly Obstacle[]
  readonly warnings: readonly Obstacle[]
}

/** The automatic arrangement leaves it where it is: locked, or not in every week of the whole term. */
export const isFixed = (placed: WeekPlacement): boolean => placed.isLocked || !isWholeTerm(placed)

export function readiness(week: Week): Readiness {
  if (week.slots.length === 0)
    return { blocking: [{ code: 'scheduling.ready_no_slots', params: {}, sectionId: null }], warnings: [] }
  if (week.sections.length === 0)
    return { blocking: [{ code: 'scheduling.ready_no_sections', params: {}, sectionId: null }], warnings: [] }
  return {
    blocking: [
      ...contradictoryLocks(week),
      ...week.sections.flatMap((section) => [
        ...againstPeople(week, section),
        ...againstRooms(week, section),
        ...againstCount(week, section),
      ]),
    ],
    warnings: [
      ...overloaded(week),
      ...unwilling(week),
      ...tooClose(week),
      ...narrowGrades(week),
      ...unequalRelations(week),
    ],
  }
}

const ofSection = (section: WeekSection, code: string, params: Obstacle['params'] = {}): Obstacle => ({
  code,
  params: { section: section.name, course: section.courseName, ...params },
  sectionId: section.id,
})

function againstPeople(week: Week, section: WeekSection): Obstacle[] {
  const givenId = givenTeacherId(week, section)
  if (givenId === null) {
    if (section.leaderIds.length === 0) return [ofSection(section, 'scheduling.ready_no_teacher')]
    return leadersOf(week, section).length > 0
      ? []
      : [
          ofSection(section, 'scheduling.ready_no_leader', {
            leaders: week.teachers
              .filter(({ id }) => section.leaderIds.includes(id))
              .map(({ name }) => name)
              .join('、'),
          }),
        ]
  }
  const teacher = week.teachers.find(({ id }) => id === givenId)
  if (!teacher?.isActive)
    return [ofSection(section, 'scheduling.ready_teacher_left', { teacher: teacher?.name ?? '' })]
  return openSlots(week, teacher).length > 0
    ? []
    : [ofSection(section, 'scheduling.ready_teacher_no_time', { teacher: teacher.name })]
}

function againstRooms(week: Week, section: WeekSection): Obstacle[] {
  const given = givenRoom(week, section)
  const { capacity } = section
  if (given)
    return given.capacity >= capacity
      ? []
      : [
          ofSection(section, 'scheduling.ready_room_too_small', {
            capacity,
            room: given.name,
            roomCapacity: given.capacity,
          }),
        ]
  if (fittingRooms(week, section).length > 0) return []
  const largest = [...week.rooms].sort((one, other) => other.capacity - one.capacity)[0]
  if (!largest) return [ofSection(section, 'scheduling.ready_no_rooms')]
  if (largest.capacity < capacity)
    return [
      ofSection(section, 'scheduling.ready_larger_than_rooms', {
        capacity,
        room: largest.name,
        roomCapacity: largest.capacity,
      }),
    ]
  return [ofSection(section, 'scheduling.ready_no_fitting_room', { capacity })]
}

function againstCount(week: Week, section: WeekSection): Obstacle[] {
  return section.meetingsPerWeek <= week.slots.length
    ? []
    : [
        ofSection(section, 'scheduling.ready_too_many_meetings', {
          meetings: section.meetingsPerWeek,
          slots: week.slots.length,
        }),
      ]
}

function contradictoryLocks(week: Week): Obstacle[] {
  const fixed = week.placed.filter(isFixed).map((placed, id) => asPlaced(week, placed, id))
  const shared = sharedChildren(week.profiles)
  const slotOf = (slotId: number) => week.slots.find(({ id }) => id === slotId)
  const clashing = fixed.flatMap((one) =>
    clashesOf(one, fixed, busyChildren(fixed, shared, one.sectionId))
      .filter(({ other }) => other.id > one.id)
      .map(({ code, other }): Obstacle => ({
        code: 'scheduling.ready_locks_contradict',
        sectionId: null,
        ...withSlot(slotOf(one.slotId)),
        params: {
          one: one.sectionName,
          other: other.sectionName,
          what:
            code === 'scheduling.teacher_busy'
              ? one.teacherName
              : code === 'scheduling.room_busy'
                ? one.roomName
                : (one.homeClassName ?? one.sectionName),
        },
      })),
  )
  const impossible = fixed.flatMap((one): Obstacle[] => {
    const [teacher, slot] = [week.teachers.find(({ id }) => id === one.teacherId), slotOf(one.slotId)]
    if (!teacher || !slot || openSlots(week, teacher).includes(slot)) return []
    return [
      {
        code: 'scheduling.ready_lock_against_teacher',
        params: { section: one.sectionName, teacher: teacher.name },
        sectionId: null,
        slot,
      },
    ]
  })
  return [...clashing, ...impossible]
}

const withSlot = (slot: Week['slots'][number] | undefined) => (slot ? { slot } : {})

function asPlaced(week: Week, placed: WeekPlacement, id: number): Placed {
  const section = week.sections.find((each) => each.id === placed.sectionId)
  const homeClass = week.homeClasses.find((each) => each.id === section?.homeClassId)
  return {
    ...placed,
    id,
    sectionName: section?.name ?? '',
    teacherName: week.teachers.find((each) => each.id === placed.teacherId)?.name ?? '',
    roomName: week.rooms.find((each) => each.id === placed.roomId)?.name ?? '',
    homeClassId: homeClass?.id ?? null,
    homeClassName: homeClass?.name ?? null,
  }
}

/** More meetings than a teacher or a home class has times for: what is too much stays unplaced. */
function overloaded(week: Week): Obstacle[] {
  const sum = (sections: readonly WeekSection[]) =>
    sections.reduce((total, { meetingsPerWeek }) => total + meetingsPerWeek, 0)
  const teachers = week.teachers.flatMap((teacher): Obstacle[] => {
    const [meetings, slots] = [
      sum(week.sections.filter((section) => givenTeacherId(week, section) === teacher.id)),
      openSlots(week, teacher).length,
    ]
    return meetings > slots
      ? [
          {
            code: 'scheduling.ready_teacher_overloaded',
            params: { teacher: teacher.name, meetings, slots },
            sectionId: null,
          },
        ]
      : []
  })
  const classes = week.homeClasses.flatMap((homeClass): Obstacle[] => {
    const meetings = sum(week.sections.filter((section) => section.homeClassId === homeClass.id))
    return meetings > week.slots.length
      ? [
          {
            code: 'scheduling.ready_class_overloaded',
            params: { homeClass: homeClass.name, meetings, slots: week.slots.length },
            sectionId: null,
          },
        ]
      : []
  })
  return [...teachers, ...classes]
}

function unwilling(week: Week): Obstacle[] {
  return week.sections.flatMap((section) => {
    const teacher = week.teachers.find(({ id }) => id === section.teacherId)
    return teacher && !teacher.isWilling
      ? [{ ...ofSection(section, 'scheduling.ready_teacher_unwilling', { teacher: teacher.name }) }]
      : []
  })
}

const daysOf = (week: Week): number => new Set(week.slots.map((slot) => slot.weekday)).size

/** The days that a section's meetings can be apart: what the school asks, or the most that there are days for; 0: some share a day. */
export function possibleDaysApart(week: Week, meetings: number): number {
  if (meetings < 2) return 0
  return Math.min(week.setting.daysApart, Math.floor((daysOf(week) - 1) / (meetings - 1)))
}

function tooClose(week: Week): Obstacle[] {
  return week.sections
    .filter(
      ({ meetingsPerWeek }) =>
        meetingsPerWeek > 1 && possibleDaysApart(week, meetingsPerWeek) < week.setting.daysApart,
    )
    .map((section) =>
      ofSection(section, 'scheduling.ready_days_too_few', {
        meetings: section.meetingsPerWeek,
        days: daysOf(week),
        daysApart: week.setting.daysApart,
      }),
    )
}

export interface GradeChoice {
  readonly grade: number
  readonly sections: readonly WeekSection[]
  /** Whether the sections suffice for so many kinds on each day, and there are times enough for at most so many at once. */
  readonly canBeBroad: boolean
  readonly canBeThin: boolean
}

/** What each grade can choose from (走班). */
export function gradeChoices(week: Week): GradeChoice[] {
  const mixed = week.sections.filter((section) => section.homeClassId === null)
  const { leastKindsADay, mostSectionsAtOnce } = week.setting
  return [...new Set(mixed.flatMap((section) => section.grades))]
    .sort((a, b) => a - b)
    .map((grade) => {
      const sections = mixed.filter((section) => section.grades.includes(grade))
      const meetings = sections.reduce((sum, section) => sum + section.meetingsPerWeek, 0)
      // A kind can stand on as many days as it has meetings; each day needs so many kinds.
      const kinds = [...new Set(sections.map((section) => section.category))].map((category) =>
        sections
          .filter((section) => section.category === category)
          .reduce((sum, section) => sum + section.meetingsPerWeek, 0),
      )
      const covered = kinds.reduce((sum, count) => sum + Math.min(count, daysOf(week)), 0)
      return {
        grade,
        sections,
        canBeBroad:
          leastKindsADay === null ||
          (kinds.length >= leastKindsADay && covered >= leastKindsADay * daysOf(week)),
        canBeThin: mostSectionsAtOnce === null || meetings <= mostSectionsAtOnce * week.slots.length,
      }
    })
}

function narrowGrades(week: Week): Obstacle[] {
  const { leastKindsADay, mostSectionsAtOnce } = week.setting
  return gradeChoices(week).flatMap(({ grade, canBeBroad, canBeThin }): Obstacle[] => [
    ...(canBeBroad
      ? []
      : [
          {
            code: 'scheduling.ready_too_few_kinds',
            params: { grade, least: leastKindsADay! },
            sectionId: null,
          },
        ]),
    ...(canBeThin
      ? []
      : [
          {
            code: 'scheduling.ready_too_many_at_once',
            params: { grade, most: mostSectionsAtOnce! },
            sectionId: null,
          },
        ]),
  ])
}

function unequalRelations(week: Week): Obstacle[] {
  return week.relations
    .filter(({ kind }) => kind === 'parallel')
    .flatMap(({ sectionIds }): Obstacle[] => {
      const sections = week.sections.filter(({ id }) => sectionIds.includes(id))
      const isEqual = new Set(sections.map(({ meetingsPerWeek }) => meetingsPerWeek)).size <= 1
      return isEqual
        ? []
        : [
            {
              code: 'scheduling.ready_parallel_unequal',
              params: { sections: sections.map(({ name }) => name).join('、') },
              sectionId: null,
            },
          ]
    })
}
