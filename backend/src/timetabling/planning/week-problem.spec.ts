import { wholeTerm } from '../timetables/clashes.js'
import type { Week, WeekPlacement, WeekSection, WeekTeacher } from './week.js'
import { arrangedOf, draftAsSolution, weekProblem } from './week-problem.js'
import { readiness } from './week-readiness.js'

const teacher = (id: number, overrides: Partial<WeekTeacher> = {}): WeekTeacher => ({
  id,
  name: `教师${id}`,
  isActive: true,
  isWilling: true,
  cannotSlotIds: [],
  ratherNotSlotIds: [],
  unclearedWeekdays: [],
  mostDaysAWeek: null,
  mostSessionsADay: null,
  mostInARow: null,
  ...overrides,
})
const section = (id: number, overrides: Partial<WeekSection> = {}): WeekSection => ({
  id,
  name: `课程班${id}`,
  homeClassId: null,
  grades: [3],
  teacherId: null,
  roomId: null,
  capacity: 30,
  meetingsPerWeek: 1,
  courseName: `课程${id}`,
  category: id,
  leaderIds: [],
  roomKinds: [],
  equipment: [],
  ...overrides,
})
const placed = (
  sectionId: number,
  slotId: number,
  teacherId: number,
  roomId: number,
  overrides: Partial<WeekPlacement> = {},
): WeekPlacement => ({ sectionId, slotId, teacherId, roomId, isLocked: false, ...wholeTerm, ...overrides })

/** Two slots on Monday, one on Tuesday; a home class with homework twice, football with two possible leaders, a choir. */
const school = (overrides: Partial<Week> = {}): Week => ({
  slots: [
    { id: 11, weekday: 1, startTime: '16:00', endTime: '17:00' },
    { id: 12, weekday: 1, startTime: '17:00', endTime: '18:00' },
    { id: 21, weekday: 2, startTime: '16:00', endTime: '17:00' },
  ],
  teachers: [
    teacher(1),
    teacher(2, { cannotSlotIds: [21] }),
    teacher(3, { ratherNotSlotIds: [12], mostDaysAWeek: 1 }),
    teacher(4, { isActive: false }),
  ],
  rooms: [
    { id: 101, name: '三(1)班教室', kind: 'classroom', capacity: 45, equipment: [] },
    { id: 102, name: '操场', kind: 'ground', capacity: 200, equipment: ['球门'] },
    { id: 103, name: '音乐教室', kind: 'music', capacity: 40, equipment: ['钢琴'] },
  ],
  homeClasses: [{ id: 31, name: '三(1)班', homeRoomId: 101 }],
  sections: [
    section(1, { homeClassId: 31, teacherId: 1, meetingsPerWeek: 2, capacity: 45 }),
    section(2, { leaderIds: [2, 3, 4], roomKinds: ['ground', 'gymnasium'], equipment: ['球门'] }),
    section(3, { teacherId: 1, roomId: 103 }),
  ],
  profiles: [
    { sectionIds: [1, 2], count: 4 },
    { sectionIds: [1, 2, 3], count: 2 },
  ],
  relations: [],
  setting: { leastKindsADay: null, mostSectionsAtOnce: null, daysApart: 1 },
  placed: [],
  former: null,
  ...overrides,
})

describe('a week as a problem', () => {
  it('holds days and periods, people, rooms and meetings, exactly', () => {
    const { problem, slotIds, meetings } = weekProblem(school())
    expect(slotIds).toEqual([11, 12, 21, null])
    expect({ days: problem.days, periods: problem.periods, closed: problem.closed }).toEqual({
      days: 2,
      periods: 2,
      closed: [3],
    })
    expect(problem.people).toEqual([
      { name: '教师1', kind: 'teacher', unavailable: [] },
      { name: '教师2', kind: 'teacher', unavailable: [2] },
      { name: '教师3', kind: 'teacher', unavailable: [] },
      { name: '教师4', kind: 'teacher', unavailable: [] },
      { name: '三(1)班', kind: 'students', unavailable: [] },
      { name: '课程班1、课程班2、课程班3 ×2', kind: 'students', unavailable: [] },
    ])
    expect(problem.rooms.map(({ name }) => name)).toEqual(['三(1)班教室', '操场', '音乐教室'])
    const homework = {
      name: '课程班1',
      section: 0,
      length: 1,
      people: [0, 4, 5],
      leaders: [],
      rooms: [0],
      isRoomOptional: false,
      starts: null,
      locked: null,
      category: 1,
      former: null,
    }
    expect(problem.meetings).toEqual([
      homework,
      homework,
      { ...homework, name: '课程班2', section: 1, people: [5], leaders: [1, 2], rooms: [1], category: 2 },
      { ...homework, name: '课程班3', section: 2, people: [0, 5], rooms: [2], category: 3 },
    ])
    expect(meetings).toEqual([
      { sectionId: 1, teacherId: 1 },
      { sectionId: 1, teacherId: 1 },
      { sectionId: 2, teacherId: null },
      { sectionId: 3, teacherId: 1 },
    ])
    expect(problem.rules).toEqual([
      { kind: 'days_apart', weight: 100, meetings: [0, 1], least: 1, adjacent: false },
      { kind: 'max_days', weight: 100, who: [2], most: 1 },
      { kind: 'rather_not', weight: 10, who: [2], times: [1] },
      { kind: 'even_load', weight: 2, who: [1, 2], times: null },
      { kind: 'even_load', weight: 2, who: [0, 1, 2], times: [1, 2] },
      { kind: 'mixed_days', weight: 5, who: [4, 5] },
    ])
  })

  it("becomes the school's week again", () => {
    const week = school()
    const solved = {
      places: [
        { time: 0, room: 0, leader: null },
        { time: 2, room: 0, leader: null },
        { time: 1, room: 1, leader: 2 },
        null,
      ],
    }
    expect(arrangedOf(week, weekProblem(week), solved)).toEqual([
      { sectionId: 1, slotId: 11, teacherId: 1, roomId: 101 },
      { sectionId: 1, slotId: 21, teacherId: 1, roomId: 101 },
      { sectionId: 2, slotId: 12, teacherId: 3, roomId: 102 },
    ])
  })

  it('keeps locks, and what stands in odd weeks or on some days only takes people and rooms away', () => {
    const week = school({
      placed: [
        placed(1, 21, 1, 101, { isLocked: true }),
        placed(2, 12, 3, 102, { isLocked: true }),
        placed(3, 11, 1, 103, { weeks: 'odd' }),
      ],
    })
    const { problem, meetings } = weekProblem(week)
    expect(problem.meetings.map(({ name, locked, leaders }) => [name, locked, leaders])).toEqual([
      ['课程班1', { time: 2, room: 0, leader: null }, []],
      ['课程班1', null, []],
      ['课程班2', { time: 1, room: 1, leader: null }, []],
    ])
    expect(meetings[2]).toEqual({ sectionId: 2, teacherId: 3 })
    expect([
      problem.people[0]!.unavailable,
      problem.people[5]!.unavailable,
      problem.rooms[2]!.unavailable,
    ]).toEqual([[0], [0], [0]])
  })

  it('without the sections that are not ready leaves what they have where it is', () => {
    const week = school({ placed: [placed(3, 12, 1, 103)] })
    const { problem } = weekProblem(week, new Set([3]))
    expect(problem.meetings.map(({ name }) => name)).toEqual(['课程班1', '课程班1', '课程班2'])
    expect([problem.people[0]!.unavailable, problem.rooms[2]!.unavailable]).toEqual([[1], [1]])
  })

  it('knows the published week and the draft as places', () => {
    const week = school({
      former: [placed(1, 11, 1, 101), placed(2, 12, 3, 102)],
      placed: [placed(1, 12, 1, 101), placed(2, 12, 9, 102)],
    })
    const made = weekProblem(week)
    expect(made.problem.meetings.map(({ former }) => former)).toEqual([
      { time: 0, room: 0, leader: null },
      null,
      { time: 1, room: 1, leader: 2 },
      null,
    ])
    expect(made.problem.rules.at(-1)).toEqual({ kind: 'keep', weight: 30, meetings: [0, 2] })
    expect(draftAsSolution(week, made).places).toEqual([{ time: 1, room: 0, leader: null }, null, null, null])
  })

  it("turns relations and the school's settings into rules", () => {
    const week = school({
      relations: [
        { kind: 'parallel', sectionIds: [2, 3] },
        { kind: 'not_parallel', sectionIds: [1, 3] },
      ],
      setting: { leastKindsADay: 2, mostSectionsAtOnce: 1, daysApart: 1 },
    })
    const kinds = weekProblem(week).problem.rules.filter((rule) =>
      ['same_start', 'not_overlapping', 'kinds_a_day', 'at_most_at_once'].includes(rule.kind),
    )
    expect(kinds).toEqual([
      // Two kinds on each of two days need four meetings, and there are two: asked for, but not demanded.
      { kind: 'kinds_a_day', weight: 90, meetings: [2, 3], days: [0, 1], least: 2 },
      { kind: 'at_most_at_once', weight: 100, meetings: [2, 3], times: [0, 1, 2], most: 1 },
      { kind: 'same_start', weight: 100, meetings: [2, 3] },
      { kind: 'not_overlapping', weight: 100, meetings: [0, 1, 3] },
    ])
  })
})

describe('the readiness of a week', () => {
  const codes = (week: Week) =>
    readiness(week).blocking.map(({ code, sectionId }) => [code.replace('scheduling.ready_', ''), sectionId])
  const warned = (week: Week) =>
    readiness(week).warnings.map(({ code }) => code.replace('scheduling.ready_', ''))

  it('is given where everybody and everything is there', () => {
    expect(readiness(school())).toEqual({ blocking: [], warnings: [] })
  })

  it('needs slots and sections', () => {
    expect(codes(school({ slots: [] }))).toEqual([['no_slots', null]])
    expect(codes(school({ sections: [] }))).toEqual([['no_sections', null]])
  })

  it('names each section that nobody can teach', () => {
    expect(
      codes(
        school({
          sections: [
            section(1),
            section(2, { leaderIds: [4] }),
            section(3, { teacherId: 4 }),
            section(5, { teacherId: 2 }),
          ],
          teachers: [teacher(2, { cannotSlotIds: [11, 12, 21] }), teacher(4, { isActive: false })],
        }),
      ),
    ).toEqual([
      ['no_teacher', 1],
      ['no_leader', 2],
      ['teacher_left', 3],
      ['teacher_no_time', 5],
    ])
  })

  it('names each section that no room would hold, with the numbers', () => {
    const week = school({
      sections: [
        section(1, { teacherId: 1, capacity: 201 }),
        section(2, { teacherId: 1, roomId: 103, capacity: 41 }),
        section(3, { teacherId: 1, roomKinds: ['dance'] }),
        section(4, { teacherId: 1, meetingsPerWeek: 4 }),
      ],
    })
    expect(readiness(week).blocking).toMatchObject([
      {
        code: 'scheduling.ready_larger_than_rooms',
        params: { capacity: 201, room: '操场', roomCapacity: 200 },
      },
      { code: 'scheduling.ready_room_too_small', params: { capacity: 41, roomCapacity: 40 } },
      { code: 'scheduling.ready_no_fitting_room' },
      { code: 'scheduling.ready_too_many_meetings', params: { meetings: 4, slots: 3 } },
    ])
    expect(
      codes(school({ rooms: [], homeClasses: [{ id: 31, name: '三(1)班', homeRoomId: null }] })).map(
        ([code]) => code,
      ),
    ).toEqual(['no_rooms', 'no_rooms', 'no_rooms'])
  })

  it('names locks that contradict one another, and a lock where the teacher cannot', () => {
    const both = [placed(1, 11, 1, 101, { isLocked: true }), placed(3, 11, 1, 103, { isLocked: true })]
    expect(readiness(school({ placed: both })).blocking).toMatchObject([
      {
        code: 'scheduling.ready_locks_contradict',
        params: { one: '课程班1', other: '课程班3', what: '教师1' },
        sectionId: null,
        slot: { id: 11 },
      },
      { code: 'scheduling.ready_locks_contradict' },
    ])
    expect(
      codes(
        school({
          placed: [
            placed(1, 11, 1, 101, { isLocked: true, weeks: 'odd' }),
            placed(3, 11, 1, 103, { weeks: 'even' }),
          ],
        }),
      ),
    ).toEqual([])
    expect(codes(school({ placed: [placed(2, 21, 2, 102, { isLocked: true })] }))).toEqual([
      ['lock_against_teacher', null],
    ])
  })

  it('warns of what cannot be had whole', () => {
    const busy = [1, 2, 3, 4].map((id) => section(id, { teacherId: 1, roomId: 102 }))
    expect(warned(school({ sections: busy }))).toEqual(['teacher_overloaded'])
    expect(
      warned(school({ sections: [section(1, { homeClassId: 31, teacherId: 1, meetingsPerWeek: 3 })] })),
    ).toEqual(['days_too_few'])
    expect(warned(school({ setting: { leastKindsADay: 3, mostSectionsAtOnce: 1, daysApart: 1 } }))).toEqual([
      'too_few_kinds',
    ])
    expect(warned(school({ relations: [{ kind: 'parallel', sectionIds: [1, 3] }] }))).toEqual([
      'parallel_unequal',
    ])
    expect(
      warned(
        school({
          teachers: [teacher(1, { isWilling: false }), teacher(2)],
          sections: [section(1, { teacherId: 1 })],
        }),
      ),
    ).toEqual(['teacher_unwilling'])
  })
})
