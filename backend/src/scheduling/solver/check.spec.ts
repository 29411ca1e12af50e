import { check, hardViolations, softCost, unplaced } from './check.js'
import type { Meeting, Person, Place, Problem, Rule, Solution } from './problem.js'

// Two days of four periods: times 0 1 2 3 and 4 5 6 7. Person 0 teaches, 1 and 2 are children.
const person = (name: string, more: Partial<Person> = {}): Person => ({
  name,
  kind: 'students',
  unavailable: [],
  ...more,
})
const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  name: '',
  section: 0,
  length: 1,
  people: [],
  leaders: [],
  rooms: [],
  isRoomOptional: false,
  starts: null,
  locked: null,
  category: 0,
  former: null,
  ...more,
})
const week = (
  meetings: readonly Partial<Meeting>[],
  rules: readonly Rule[] = [],
  more: Partial<Problem> = {},
): Problem => ({
  days: 2,
  periods: 4,
  closed: [],
  people: [person('T', { kind: 'teacher' }), person('A'), person('B')],
  rooms: [
    { name: 'R', unavailable: [] },
    { name: 'S', unavailable: [] },
  ],
  meetings: meetings.map((each, index) => meeting({ section: index, ...each })),
  rules,
  ...more,
})
const at = (...places: (number | Partial<Place> | null)[]): Solution => ({
  places: places.map((place) =>
    place === null
      ? null
      : { time: 0, room: null, leader: null, ...(typeof place === 'number' ? { time: place } : place) },
  ),
})
/** Meetings of one person at these times, judged by one rule: the sum of the amounts. */
const amountOf = (rule: Rule, times: readonly number[], more: Partial<Problem> = {}) =>
  check(
    week(
      times.map(() => ({ people: [0] })),
      [rule],
      more,
    ),
    at(...times),
  )
    .filter((found) => found.rule === rule.kind)
    .reduce((total, { amount }) => total + amount, 0)
const kindsOf = (problem: Problem, solution: Solution) =>
  check(problem, solution).map(({ rule, amount }) => [rule, amount])
const hard = { weight: 100 } as const
const who = { ...hard, who: [0] } as const

describe('check: what always holds', () => {
  it('nobody and no room is at two meetings at once', () => {
    const shared = week([
      { people: [0, 1], rooms: [0, 1], length: 2 },
      { people: [0, 2], rooms: [0, 1] },
    ])
    expect(check(shared, at({ time: 0, room: 0 }, { time: 1, room: 0 }))).toEqual([
      { rule: 'person_twice', weight: 100, amount: 1, meetings: [0, 1], people: [0], rooms: [], times: [1] },
      { rule: 'room_twice', weight: 100, amount: 1, meetings: [0, 1], people: [], rooms: [0], times: [1] },
    ])
    expect(kindsOf(shared, at({ time: 0, room: 0 }, { time: 2, room: 0 }))).toEqual([])
    expect(kindsOf(week([{ people: [0] }, { people: [1] }]), at(0, 0))).toEqual([])
  })

  it('nobody is where they are unavailable, nothing in closed times', () => {
    const problem = week([{ people: [0], rooms: [0], length: 2 }], [], {
      closed: [3],
      people: [person('T', { unavailable: [1] })],
      rooms: [{ name: 'R', unavailable: [5] }],
    })
    expect(kindsOf(problem, at({ time: 0, room: 0 }))).toEqual([['person_unavailable', 1]])
    expect(kindsOf(problem, at({ time: 2, room: 0 }))).toEqual([['closed', 1]])
    expect(kindsOf(problem, at({ time: 4, room: 0 }))).toEqual([['room_unavailable', 1]])
    expect(kindsOf(problem, at({ time: 6, room: 0 }))).toEqual([])
  })

  it('nothing runs over the end of a day or out of the week', () => {
    expect(kindsOf(week([{ length: 3 }]), at(1))).toEqual([])
    expect(kindsOf(week([{ length: 3 }]), at(2))).toEqual([['over_end', 1]])
    for (const time of [-1, 8, 0.5, Number.NaN])
      expect(kindsOf(week([{}]), at(time))).toEqual([['over_end', 1]])
    // What stands over the end does not reach into the next day.
    expect(kindsOf(week([{ length: 3, people: [0] }, { people: [0] }]), at(2, 4))).toEqual([['over_end', 1]])
  })

  it('starts, rooms and locks are kept', () => {
    expect(kindsOf(week([{ starts: [1, 2] }]), at(2))).toEqual([])
    expect(kindsOf(week([{ starts: [1, 2] }]), at(3))).toEqual([['start', 1]])
    expect(kindsOf(week([{ rooms: [0] }]), at({ room: 1 }))).toEqual([['room', 1]])
    expect(kindsOf(week([{ rooms: [0] }]), at(0))).toEqual([['room', 1]])
    expect(kindsOf(week([{ rooms: [0], isRoomOptional: true }]), at(0))).toEqual([])
    expect(kindsOf(week([{ rooms: [0], isRoomOptional: true }]), at({ room: 1 }))).toEqual([['room', 1]])
    expect(kindsOf(week([{}]), at({ room: 1 }))).toEqual([['room', 1]])
    const locked = week([{ rooms: [0, 1], leaders: [0, 1], locked: { time: 1, room: 1, leader: null } }])
    expect(kindsOf(locked, at({ time: 1, room: 1, leader: 0 }))).toEqual([])
    expect(kindsOf(locked, at({ time: 1, room: 0, leader: 0 }))).toEqual([['lock', 1]])
    expect(kindsOf(locked, at({ time: 0, room: 1, leader: 0 }))).toEqual([['lock', 1]])
  })

  it('the leader is one of the leaders, free, available and the same for a section', () => {
    const problem = week(
      [{ section: 7, leaders: [0, 1] }, { section: 7, leaders: [0, 1] }, { people: [0] }],
      [],
      { people: [person('T', { unavailable: [6] }), person('U'), person('V')] },
    )
    expect(kindsOf(problem, at({ time: 0, leader: 0 }, { time: 1, leader: 0 }, 2))).toEqual([])
    expect(kindsOf(problem, at({ time: 0, leader: 0 }, { time: 1, leader: 1 }, 2))).toEqual([
      ['section_leader', 1],
    ])
    expect(kindsOf(problem, at({ time: 0, leader: 2 }, null, 2))).toEqual([['leader', 1]])
    expect(kindsOf(problem, at(0, null, 2))).toEqual([['leader', 1]])
    expect(kindsOf(problem, at({ time: 2, leader: 0 }, null, 2))).toEqual([['person_twice', 1]])
    expect(kindsOf(problem, at({ time: 6, leader: 0 }, null, 2))).toEqual([['person_unavailable', 1]])
    expect(kindsOf(week([{ people: [0] }]), at({ leader: 1 }))).toEqual([['leader', 1]])
  })

  it('counts what is not placed apart, and refuses an answer to another problem', () => {
    expect(unplaced(at(0, null, 1, null))).toEqual([1, 3])
    expect(
      check(
        week([{ people: [0] }, { people: [0] }], [{ ...hard, kind: 'same_start', meetings: [0, 1] }]),
        at(0, null),
      ),
    ).toEqual([])
    expect(() => check(week([{}]), at(0, 1))).toThrow('2 places for 1 meetings')
  })
})

describe("check: one person's week", () => {
  it('days a week', () => {
    expect(amountOf({ ...who, kind: 'max_days', most: 2 }, [0, 4])).toBe(0)
    expect(amountOf({ ...who, kind: 'max_days', most: 1 }, [0, 4, 5])).toBe(1)
  })

  it('periods a day at most, of all meetings or of some', () => {
    expect(amountOf({ ...who, kind: 'max_a_day', most: 2 }, [0, 3, 4, 5])).toBe(0)
    expect(amountOf({ ...who, kind: 'max_a_day', most: 2 }, [0, 1, 2, 3, 4, 5, 6])).toBe(3)
    expect(amountOf({ ...who, kind: 'max_a_day', most: 2, meetings: [0, 1] }, [0, 1, 2, 3])).toBe(0)
    expect(amountOf({ ...who, kind: 'max_a_day', most: 1, meetings: [0, 1] }, [0, 1, 2, 3])).toBe(1)
  })

  it('periods a day at least, on days used or on every day', () => {
    expect(amountOf({ ...who, kind: 'min_a_day', least: 2, everyDay: false }, [0, 3])).toBe(0)
    expect(amountOf({ ...who, kind: 'min_a_day', least: 3, everyDay: false }, [0, 3])).toBe(1)
    expect(amountOf({ ...who, kind: 'min_a_day', least: 2, everyDay: true }, [0, 3])).toBe(2)
    expect(amountOf({ ...who, kind: 'min_a_day', least: 2, everyDay: true }, [0, 3, 4])).toBe(1)
  })

  it('periods in a row; a free or closed one ends the row', () => {
    expect(amountOf({ ...who, kind: 'max_in_a_row', most: 2 }, [0, 1, 3])).toBe(0)
    expect(amountOf({ ...who, kind: 'max_in_a_row', most: 2 }, [0, 1, 2, 3])).toBe(2)
    expect(amountOf({ ...who, kind: 'max_in_a_row', most: 2 }, [2, 3, 4, 5])).toBe(0)
    expect(amountOf({ ...who, kind: 'max_in_a_row', most: 1 }, [0, 2], { closed: [1] })).toBe(0)
    expect(amountOf({ ...who, kind: 'max_in_a_row', most: 1, meetings: [0, 2] }, [0, 1, 2])).toBe(0)
    expect(amountOf({ ...who, kind: 'max_in_a_row', most: 1, meetings: [0, 1] }, [0, 1, 2])).toBe(1)
  })

  it('gaps: not before the first, after the last, in closed times or where they cannot be', () => {
    expect(amountOf({ ...who, kind: 'max_gaps_a_week', most: 0 }, [1, 2, 5])).toBe(0)
    expect(amountOf({ ...who, kind: 'max_gaps_a_week', most: 1 }, [0, 2, 4, 7])).toBe(2)
    expect(amountOf({ ...who, kind: 'max_gaps_a_week', most: 3 }, [0, 2, 4, 7])).toBe(0)
    expect(amountOf({ ...who, kind: 'max_gaps_a_day', most: 1 }, [0, 2, 4, 7])).toBe(1)
    expect(amountOf({ ...who, kind: 'max_gaps_a_day', most: 1 }, [0, 2, 4, 6])).toBe(0)
    expect(
      amountOf({ ...who, kind: 'max_gaps_a_day', most: 0 }, [0, 3], {
        closed: [1],
        people: [person('T', { unavailable: [2] })],
      }),
    ).toBe(0)
    expect(amountOf({ ...who, kind: 'max_gaps_a_day', most: 0 }, [0, 3], { closed: [1] })).toBe(1)
  })

  it('early start: the first open period, on some days the second, never later', () => {
    expect(amountOf({ ...who, kind: 'early_start', most: 0 }, [0, 4])).toBe(0)
    expect(amountOf({ ...who, kind: 'early_start', most: 0 }, [0])).toBe(0)
    expect(amountOf({ ...who, kind: 'early_start', most: 1 }, [1, 4])).toBe(0)
    expect(amountOf({ ...who, kind: 'early_start', most: 1 }, [1, 5])).toBe(1)
    expect(amountOf({ ...who, kind: 'early_start', most: 2 }, [2, 4])).toBe(1)
    expect(
      amountOf({ ...who, kind: 'early_start', most: 0 }, [2, 4], {
        closed: [0],
        people: [person('T', { unavailable: [1] })],
      }),
    ).toBe(0)
  })

  it('building changes need periods between, of whatever kind', () => {
    const rooms = [
      { name: 'X', unavailable: [], building: 1 },
      { name: 'Z', unavailable: [], building: 2 },
      { name: 'N', unavailable: [] },
    ]
    const mine = { people: [0], rooms: [0, 1, 2] }
    const amount = (least: number, ...places: Partial<Place>[]) =>
      check(
        week(
          places.map(() => mine),
          [{ ...who, kind: 'building_gaps', least }],
          { rooms },
        ),
        at(...places),
      ).reduce((total, found) => total + found.amount, 0)
    expect(amount(1, { time: 0, room: 0 }, { time: 1, room: 1 })).toBe(1)
    expect(amount(1, { time: 0, room: 0 }, { time: 2, room: 1 })).toBe(0)
    expect(amount(2, { time: 0, room: 0 }, { time: 1, room: 2 }, { time: 2, room: 1 })).toBe(1)
    expect(amount(1, { time: 0, room: 0 }, { time: 1, room: 2 }, { time: 2, room: 0 })).toBe(0)
    expect(amount(1, { time: 3, room: 0 }, { time: 4, room: 1 })).toBe(0)
  })

  it('names the person, the meetings and the times; each person is judged alone', () => {
    const problem = week(
      [{ people: [0, 1] }, { people: [0] }],
      [{ ...hard, who: [0, 1], kind: 'max_a_day', most: 1 }],
    )
    expect(check(problem, at(1, 3))).toEqual([
      { rule: 'max_a_day', weight: 100, amount: 1, meetings: [0, 1], people: [0], rooms: [], times: [1, 3] },
    ])
  })
})

describe('check: meetings to one another', () => {
  const two = { ...hard, meetings: [0, 1] } as const
  const days = (least: number, adjacent: boolean): Rule => ({
    ...hard,
    kind: 'days_apart',
    meetings: [0, 1],
    least,
    adjacent,
  })
  const pair = (
    rule: Rule,
    solution: Solution,
    meetings: Partial<Meeting>[] = [{}, {}],
    more: Partial<Problem> = {},
  ) => check(week(meetings, [rule], more), solution).reduce((total, { amount }) => total + amount, 0)

  it('days apart: each pair, by the days that are missing', () => {
    expect(pair(days(1, false), at(0, 4))).toBe(0)
    expect(pair(days(1, false), at(0, 3))).toBe(1)
    expect(pair(days(2, false), at(0, 4))).toBe(1)
    expect(pair(days(2, false), at(0, 2))).toBe(2)
    expect(
      check(
        week([{}, {}, {}], [{ ...hard, kind: 'days_apart', meetings: [0, 1, 2], least: 1, adjacent: false }]),
        at(0, 1, 2),
      ),
    ).toHaveLength(3)
  })

  it('days apart, adjacent: two on one day touch', () => {
    expect(pair(days(0, true), at(1, 0))).toBe(0)
    expect(pair(days(0, true), at(0, 2))).toBe(1)
    expect(pair(days(0, true), at(0, 2), [{ length: 2 }, {}])).toBe(0)
    expect(pair(days(0, true), at(3, 4))).toBe(0)
    expect(pair(days(0, true), at(0, 2), [{}, {}], { closed: [1] })).toBe(1)
    expect(pair(days(1, true), at(0, 1))).toBe(1)
    expect(pair(days(1, true), at(0, 2))).toBe(2)
  })

  it('same start, day, period', () => {
    expect(pair({ ...two, kind: 'same_start' }, at(1, 1))).toBe(0)
    expect(pair({ ...two, kind: 'same_start' }, at(1, 5))).toBe(1)
    expect(pair({ ...two, kind: 'same_day' }, at(0, 3))).toBe(0)
    expect(pair({ ...two, kind: 'same_day' }, at(3, 4))).toBe(1)
    expect(pair({ ...two, kind: 'same_period' }, at(1, 5))).toBe(0)
    expect(pair({ ...two, kind: 'same_period' }, at(1, 2))).toBe(1)
  })

  it('not overlapping: the periods in common', () => {
    expect(pair({ ...two, kind: 'not_overlapping' }, at(0, 2), [{ length: 2 }, { length: 2 }])).toBe(0)
    expect(pair({ ...two, kind: 'not_overlapping' }, at(0, 1), [{ length: 3 }, { length: 2 }])).toBe(2)
  })

  it('consecutive and ordered', () => {
    const then = { ...hard, kind: 'consecutive', first: 0, second: 1 } as const
    expect(pair(then, at(0, 2), [{ length: 2 }, {}])).toBe(0)
    expect(pair(then, at(0, 2), [{ length: 1 }, {}])).toBe(1)
    expect(pair(then, at(0, 2), [{}, {}], { closed: [1] })).toBe(0)
    expect(pair(then, at(1, 0))).toBe(1)
    expect(pair(then, at(3, 4))).toBe(1)
    const later = { ...hard, kind: 'ordered', first: 0, second: 1 } as const
    expect(pair(later, at(0, 2), [{ length: 2 }, {}])).toBe(0)
    expect(pair(later, at(0, 1), [{ length: 2 }, {}])).toBe(1)
    expect(pair(later, at(3, 4))).toBe(0)
    expect(pair(later, at(4, 3))).toBe(1)
  })

  it('at most so many at once', () => {
    const rule = { ...hard, kind: 'at_most_at_once', meetings: [0, 1, 2], times: [0, 1], most: 1 } as const
    expect(check(week([{}, {}, {}], [rule]), at(2, 2, 2))).toEqual([])
    expect(check(week([{}, {}, {}], [rule]), at(0, 1, 4))).toEqual([])
    expect(
      check(week([{ length: 2 }, {}, {}], [rule]), at(0, 1, 1)).map(({ amount, times }) => [amount, times]),
    ).toEqual([[2, [1]]])
  })

  it('kinds a day', () => {
    const rule = { ...hard, kind: 'kinds_a_day', meetings: [0, 1, 2], days: [0, 1], least: 2 } as const
    const kinds = [{ category: 1 }, { category: 2 }, { category: 2 }, { category: 3 }]
    expect(kindsOf(week(kinds, [rule]), at(0, 0, 4, 4))).toEqual([['kinds_a_day', 1]])
    expect(kindsOf(week(kinds, [{ ...rule, days: [0] }]), at(0, 0, 4, 4))).toEqual([])
  })

  it('ends the day of its children, not of its teacher', () => {
    const rule = { ...hard, kind: 'ends_day', meetings: [0] } as const
    expect(kindsOf(week([{ people: [0, 1] }, { people: [0, 2] }], [rule]), at(0, 1))).toEqual([])
    expect(kindsOf(week([{ people: [1, 2] }, { people: [1, 2] }], [rule]), at(0, 2))).toEqual([
      ['ends_day', 2],
    ])
    expect(kindsOf(week([{ people: [1] }, { people: [1] }], [rule]), at(2, 0))).toEqual([])
    expect(kindsOf(week([{ people: [1] }, { people: [1] }], [rule]), at(0, 4))).toEqual([])
  })
})

describe('check: wishes', () => {
  const soft = { weight: 10 } as const
  const cost = (
    meetings: Partial<Meeting>[],
    rule: Rule,
    solution: Solution,
    more: Partial<Problem> = {},
  ) => {
    expect(hardViolations(week(meetings, [rule], more), solution)).toEqual([])
    return softCost(week(meetings, [rule], more), solution)
  }
  const places = (...rooms: (number | null)[]) => at(...rooms.map((room, time) => ({ room, time })))

  it('starts and rooms', () => {
    expect(cost([{}, {}], { ...soft, kind: 'starts_among', meetings: [0, 1], times: [0, 1] }, at(1, 2))).toBe(
      10,
    )
    const anywhere = { rooms: [0, 1], isRoomOptional: true }
    expect(
      cost(
        [anywhere, anywhere, anywhere],
        { ...soft, kind: 'rooms_among', meetings: [0, 1, 2], rooms: [1] },
        places(1, 0, null),
      ),
    ).toBe(20)
  })

  it('rather not', () => {
    expect(
      cost(
        [{ people: [0], length: 2 }, { people: [1] }],
        { ...soft, kind: 'rather_not', who: [0], times: [1, 2, 3] },
        at(0, 1),
      ),
    ).toBe(10)
    expect(
      cost([{ people: [0], length: 2 }], { ...soft, kind: 'rather_not', who: [0], times: [2] }, at(0)),
    ).toBe(0)
  })

  it('even load: squares of the difference from the mean, rounded down', () => {
    const meetings = [{ people: [0], length: 3 }, { people: [1] }, { people: [1] }]
    // 3, 2 and 0 periods: mean 1.
    expect(cost(meetings, { ...soft, kind: 'even_load', who: [0, 1, 2], times: null }, at(0, 0, 4))).toBe(
      10 * (4 + 1 + 1),
    )
    expect(cost(meetings, { ...soft, kind: 'even_load', who: [0, 1], times: [0] }, at(0, 0, 4))).toBe(0)
  })

  it('one room for a section', () => {
    const one = { section: 3, rooms: [0, 1] }
    expect(
      cost(
        [one, one, { section: 4, rooms: [1] }],
        { ...soft, kind: 'one_room', meetings: [0, 1, 2] },
        places(0, 1, 1),
      ),
    ).toBe(10)
    expect(
      cost(
        [one, one, { section: 4, rooms: [1] }],
        { ...soft, kind: 'one_room', meetings: [0, 1, 2] },
        places(0, 0, 1),
      ),
    ).toBe(0)
  })

  it('mixed days', () => {
    const meetings = [
      { people: [1], category: 1 },
      { people: [1], category: 1 },
      { people: [1], category: 1 },
      { people: [1], category: 2 },
    ]
    expect(cost(meetings, { ...soft, kind: 'mixed_days', who: [1, 2] }, at(0, 1, 2, 3))).toBe(20)
    expect(cost(meetings, { ...soft, kind: 'mixed_days', who: [1, 2] }, at(0, 1, 4, 2))).toBe(10)
  })

  it('keep: one for the time, one for room or leader', () => {
    const before = { rooms: [0, 1], leaders: [0, 1], former: { time: 1, room: 0, leader: 0 } }
    const keep = { ...soft, kind: 'keep', meetings: [0] } as const
    expect(cost([before], keep, at({ time: 1, room: 0, leader: 0 }))).toBe(0)
    expect(cost([before], keep, at({ time: 2, room: 0, leader: 0 }))).toBe(10)
    expect(cost([before], keep, at({ time: 2, room: 1, leader: 1 }))).toBe(20)
    expect(cost([{}], keep, at(3))).toBe(0)
  })

  it('a wish of weight 100 must hold and costs nothing besides', () => {
    const problem = week([{}], [{ ...hard, kind: 'starts_among', meetings: [0], times: [1] }])
    expect(hardViolations(problem, at(0))).toHaveLength(1)
    expect(softCost(problem, at(0))).toBe(0)
  })
})
