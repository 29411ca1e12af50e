import {
  type Act,
  at,
  bytes,
  constraint,
  el,
  fet,
  meetingOf,
  problemOf,
  room,
} from '../../../test/fixtures/fet/small-file.js'
import { readFet } from './read-fet.js'
import { toProblem } from './to-problem.js'

describe('a .fet file as a problem', () => {
  it('students who always go together are one person', () => {
    const people = (activities: Act[], constraints = '') =>
      problemOf(activities, constraints)
        .people.filter(({ kind }) => kind === 'students')
        .map(({ name }) => name)
    expect(people([{ s: ['Y'] }])).toEqual(['A1 +2'])
    expect(people([{ s: ['A'] }, { s: ['Y'] }])).toEqual(['A1 +1', 'B'])
    expect(people([{ s: ['A1'] }, { s: ['A2'] }])).toEqual(['A1', 'A2'])
    expect(people([{ s: ['A'] }])).toEqual(['A1 +1'])
    expect(
      people(
        [{ s: ['A'] }],
        constraint('StudentsSetMaxGapsPerWeek', el('Max_Gaps', 0) + el('Students', 'A1')),
      ),
    ).toEqual(['A1', 'A2'])
  })

  it('who cannot when, closed times, inactive activities', () => {
    const problem = problemOf(
      [{ s: ['A'] }, { active: false }],
      constraint('TeacherNotAvailableTimes', el('Teacher', 'T') + at(0, 1, 'Not_Available_Time', '')) +
        constraint('StudentsSetNotAvailableTimes', el('Students', 'Y') + at(1, 0, 'Not_Available_Time', '')) +
        constraint('BreakTimes', at(1, 3, 'Break_Time', '')) +
        constraint('RoomNotAvailableTimes', room('S') + at(0, 0, 'Not_Available_Time', '')) +
        constraint('ActivitiesSameStartingTime', el('Activity_Id', 1, 2)),
    )
    expect(problem).toMatchObject({ closed: [7], meetings: [{ people: [0, 2] }], rules: [] })
    expect(problem.people.map(({ unavailable }) => unavailable)).toEqual([[1], [], [4]])
    expect(problem.rooms.map(({ unavailable, building }) => [unavailable, building])).toEqual([
      [[], 0],
      [[0], 1],
    ])
  })

  it('starting times intersect; slots must hold the whole activity; soft ones are wishes', () => {
    const times = (...hours: number[]) => hours.map((hour) => at(0, hour)).join('')
    const slots = (...hours: number[]) =>
      hours.map((hour) => at(0, hour, 'Preferred_Time_Slot', 'Preferred_')).join('')
    const id = el('Activity_Id', 1)
    expect(
      meetingOf(
        {},
        constraint(
          'ActivityPreferredStartingTime',
          `${id}<Preferred_Day>D1</Preferred_Day><Preferred_Hour>H2</Preferred_Hour><Permanently_Locked>true</Permanently_Locked>`,
        ),
      ).starts,
    ).toEqual([6])
    expect(
      meetingOf(
        {},
        constraint('ActivityPreferredStartingTimes', id + times(0, 1, 2)) +
          constraint('ActivityPreferredStartingTimes', id + times(2, 1, 3)),
      ).starts,
    ).toEqual([1, 2])
    expect(meetingOf({ n: 2 }, constraint('ActivityPreferredTimeSlots', id + slots(0, 1, 3))).starts).toEqual(
      [0],
    )
    expect(problemOf([{}], constraint('ActivityPreferredStartingTimes', id + times(0), 80)).rules).toEqual([
      { weight: 80, kind: 'starts_among', meetings: [0], times: [0] },
    ])
    // Students: whoever shares some; component: place among the parts; duration.
    const starts = (act: Act, body: string, kind = 'ActivitiesPreferredStartingTimes') =>
      meetingOf(act, constraint(kind, body + times(3))).starts
    expect(starts({ s: ['A1'] }, el('Students_Name', 'Y'))).toEqual([3])
    expect(starts({ s: ['Y'] }, el('Students_Name', 'A1'))).toEqual([3])
    expect(starts({ s: ['B'] }, el('Students_Name', 'A'))).toBeNull()
    expect(starts({}, el('Duration', 2))).toBeNull()
    expect(starts({}, el('Component_Number', 1), 'SubactivitiesPreferredStartingTimes')).toEqual([3])
    expect(starts({}, el('Component_Number', 2), 'SubactivitiesPreferredStartingTimes')).toBeNull()
  })

  it('rooms: hard ones intersect, home rooms only for who is alone and has no hard preference, capacity counts', () => {
    const rooms = (act: Act, ...constraints: string[]) => {
      const { rooms: all, isRoomOptional } = meetingOf(act, constraints.join(''))
      return [all, isRoomOptional]
    }
    const own = (name: string, weight = 100) =>
      constraint('ActivityPreferredRoom', el('Activity_Id', 1) + room(name), weight)
    const some = constraint('SubjectPreferredRooms', el('Subject', 'M') + el('Preferred_Room', 'R', 'S'))
    const home = (name: string, weight = 100) =>
      constraint('TeacherHomeRoom', el('Teacher', 'T') + room(name), weight)
    const alone = { s: ['B'] }
    expect(rooms(alone)).toEqual([[], false])
    expect(rooms(alone, some)).toEqual([[0, 1], false])
    expect(rooms(alone, some, own('S'))).toEqual([[1], false])
    expect(rooms({ s: ['A'] }, some)).toEqual([[0], false])
    expect(rooms({ s: ['A'], size: 5 }, some)).toEqual([[0, 1], false])
    expect(rooms(alone, home('R'))).toEqual([[0], false])
    expect(rooms({ ...alone, t: ['T', 'U'] }, home('R'))).toEqual([[], false])
    expect(rooms(alone, home('R'), own('S'))).toEqual([[1], false])
    expect(rooms(alone, own('S', 50))).toEqual([[1], true])
    expect(rooms(alone, own('S', 50), home('R'))).toEqual([[0, 1], false])
    expect(rooms(alone, constraint('StudentsSetHomeRoom', el('Students', 'B') + room('R')))).toEqual([
      [0],
      false,
    ])
    expect(rooms(alone, constraint('StudentsSetHomeRoom', el('Students', 'Y') + room('R')))).toEqual([
      [],
      false,
    ])
    for (const bad of [
      own('R') + own('S'),
      constraint('StudentsSetHomeRoom', el('Students', 'A') + room('S')),
    ])
      expect(() => rooms({ s: ['A'] }, bad)).toThrow(
        expect.objectContaining({ code: 'scheduling.fet_no_room' }),
      )
    expect(problemOf([alone], own('S', 50) + home('R', 40)).rules).toEqual([
      { weight: 50, kind: 'rooms_among', meetings: [0], rooms: [1] },
    ])
  })

  it('min days: consecutive if on the same day is a must even where the days are a wish', () => {
    const days = (weight: number, isConsecutive: boolean) =>
      problemOf(
        [{}, {}],
        constraint(
          'MinDaysBetweenActivities',
          el('Consecutive_If_Same_Day', String(isConsecutive)) + el('Activity_Id', 1, 2) + el('MinDays', 1),
          weight,
        ),
      ).rules
    const rule = { kind: 'days_apart', meetings: [0, 1], least: 1, adjacent: false }
    expect(days(100, true)).toEqual([{ ...rule, weight: 100 }])
    expect(days(95, false)).toEqual([{ ...rule, weight: 95 }])
    expect(days(95, true)).toEqual([
      { ...rule, weight: 95 },
      { ...rule, weight: 100, least: 0, adjacent: true },
    ])
    expect(days(0, true)).toEqual([{ ...rule, weight: 100, least: 0, adjacent: true }])
  })

  it.each<[string, string, object]>([
    ['TeachersMaxDaysPerWeek', el('Max_Days_Per_Week', 1), { kind: 'max_days', who: [0], most: 1 }],
    [
      'TeacherMaxHoursDaily',
      el('Teacher_Name', 'U') + el('Maximum_Hours_Daily', 3),
      { kind: 'max_a_day', who: [1], most: 3 },
    ],
    [
      'StudentsMinHoursDaily',
      el('Minimum_Hours_Daily', 2) + el('Allow_Empty_Days', 'false'),
      { kind: 'min_a_day', who: [2, 3], least: 2, everyDay: true },
    ],
    [
      'TeachersActivityTagMaxHoursContinuously',
      el('Activity_Tag_Name', 'G') + el('Maximum_Hours_Continuously', 2),
      { kind: 'max_in_a_row', who: [0], most: 2, meetings: [1] },
    ],
    [
      'StudentsSetMaxGapsPerWeek',
      el('Students', 'B') + el('Max_Gaps', 0),
      { kind: 'max_gaps_a_week', who: [3], most: 0 },
    ],
    ['TeachersMaxGapsPerDay', el('Max_Gaps', 1), { kind: 'max_gaps_a_day', who: [0], most: 1 }],
    [
      'StudentsEarlyMaxBeginningsAtSecondHour',
      el('Max_Beginnings_At_Second_Hour', 0),
      { kind: 'early_start', who: [2, 3], most: 0 },
    ],
    [
      'TeachersMinGapsBetweenBuildingChanges',
      el('Min_Gaps_Between_Building_Changes', 1),
      { kind: 'building_gaps', who: [0], least: 1 },
    ],
    ['ActivitiesSameStartingDay', el('Activity_Id', 1, 2), { kind: 'same_day', meetings: [0, 1] }],
    ['ActivitiesSameStartingHour', el('Activity_Id', 1, 2), { kind: 'same_period', meetings: [0, 1] }],
    ['ActivitiesNotOverlapping', el('Activity_Id', 1, 2), { kind: 'not_overlapping', meetings: [0, 1] }],
    [
      'TwoActivitiesConsecutive',
      el('First_Activity_Id', 2) + el('Second_Activity_Id', 1),
      { kind: 'consecutive', first: 1, second: 0 },
    ],
    [
      'TwoActivitiesOrdered',
      el('First_Activity_Id', 1) + el('Second_Activity_Id', 2),
      { kind: 'ordered', first: 0, second: 1 },
    ],
    ['ActivitiesEndStudentsDay', el('Students_Name', 'A'), { kind: 'ends_day', meetings: [0] }],
    [
      'ActivitiesMaxSimultaneousInSelectedTimeSlots',
      el('Activity_Id', 1, 2) +
        at(1, 1, 'Selected_Time_Slot', 'Selected_') +
        el('Max_Number_of_Simultaneous_Activities', 1),
      { kind: 'at_most_at_once', meetings: [0, 1], times: [5], most: 1 },
    ],
  ])('%s', (kind, body, rule) => {
    expect(problemOf([{ s: ['A'] }, { s: ['B'], tags: ['G'] }], constraint(kind, body)).rules).toEqual([
      { weight: 100, ...rule },
    ])
  })

  it('grouped is the same day and side by side, where there are no breaks', () => {
    const grouped = constraint(
      'TwoActivitiesGrouped',
      el('First_Activity_Id', 1) + el('Second_Activity_Id', 2),
    )
    expect(problemOf([{}, {}], grouped).rules).toMatchObject([
      { kind: 'same_day', meetings: [0, 1] },
      { kind: 'days_apart', least: 0, adjacent: true, weight: 100 },
    ])
    expect(() => problemOf([{}, {}], grouped + constraint('BreakTimes', at(0, 1, 'Break_Time', '')))).toThrow(
      expect.objectContaining({ code: 'scheduling.fet_unsupported' }),
    )
  })

  it('what is not understood is named and counted, or left out', () => {
    const file = readFet(
      bytes(fet([{}], constraint('TeachersMaxSpanPerDay', el('Max_Span', 3)).repeat(2) + constraint('Foo'))),
    )
    expect(() => toProblem(file)).toThrow(
      expect.objectContaining({
        params: { kinds: 'ConstraintFoo × 1, ConstraintTeachersMaxSpanPerDay × 2' },
      }),
    )
    expect(toProblem(file, { ignoreUnsupported: true })).toMatchObject({
      problem: { rules: [] },
      leftOut: [{ kind: 'ConstraintFoo', count: 1 }, { count: 2 }],
    })
  })
})
