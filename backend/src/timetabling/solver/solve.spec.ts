import * as fc from 'fast-check'
import { check, hardViolations, softCost, unplaced } from './check.js'
import { explainRule } from './constraints.js'
import { explainTimes } from './explain.js'
import { whyImpossible, wouldFree } from './impossible.js'
import type { Meeting, Problem, Rule } from './problem.js'
import { solve } from './solve.js'

const meeting = (over: Partial<Meeting> & { name: string }): Meeting => ({
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
  ...over,
})
const teacher = (name: string, unavailable: number[] = []) => ({
  name,
  kind: 'teacher' as const,
  unavailable,
})
const students = (name: string, unavailable: number[] = []) => ({
  name,
  kind: 'students' as const,
  unavailable,
})
const room = (name: string, unavailable: number[] = []) => ({ name, unavailable })
const naming = {
  time: (time: number) => ({ zh: `时段${time}`, en: `time ${time}` }),
  day: (day: number) => ({ zh: `第${day + 1}天`, en: `day ${day + 1}` }),
}
const problem = (over: Partial<Problem>): Problem => ({
  days: 5,
  periods: 2,
  closed: [],
  people: [],
  rooms: [],
  meetings: [],
  rules: [],
  ...over,
})

/** Any small week with rules of every watched kind; whether it can work at all is left to chance. */
const anyProblem: fc.Arbitrary<Problem> = fc
  .record({
    days: fc.integer({ min: 2, max: 5 }),
    periods: fc.integer({ min: 2, max: 4 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    teachers: fc.integer({ min: 2, max: 6 }),
    classes: fc.integer({ min: 1, max: 4 }),
    rooms: fc.integer({ min: 1, max: 5 }),
    sections: fc.integer({ min: 1, max: 14 }),
  })
  .map(({ days, periods, seed, teachers, classes, rooms, sections }) => {
    let state = seed + 1
    const below = (count: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 8) % count
    }
    const times = days * periods
    const some = (chance: number, count: number) =>
      Array.from({ length: count }, (_, each) => each).filter(() => below(100) < chance)
    const people = [
      ...Array.from({ length: teachers }, (_, i) => teacher(`T${i}`, some(15, times))),
      ...Array.from({ length: classes }, (_, i) => students(`C${i}`, some(5, times))),
    ]
    const meetings: Meeting[] = []
    const rules: Rule[] = []
    for (let section = 0; section < sections; section += 1) {
      const isLed = below(4) === 0
      const allowed = some(60, rooms)
      const own = Array.from(
        { length: 1 + below(2) },
        () =>
          meetings.push(
            meeting({
              name: `S${section}`,
              section,
              length: 1 + (below(5) === 0 ? 1 : 0),
              people: [...(isLed ? [] : [below(teachers)]), ...(below(2) ? [teachers + below(classes)] : [])],
              leaders: isLed ? some(70, teachers) : [],
              rooms: allowed,
              isRoomOptional: below(6) === 0,
              starts: below(4) === 0 ? some(60, times) : null,
              category: below(3),
            }),
          ) - 1,
      )
      if (own.length > 1)
        rules.push({
          kind: 'days_apart',
          weight: below(2) ? 100 : 50,
          meetings: own,
          least: 1,
          adjacent: false,
        })
    }
    const two = () =>
      [below(meetings.length), below(meetings.length)].filter((each, at, all) => all.indexOf(each) === at)
    const all = meetings.map((_, index) => index)
    const weight = () => (below(2) ? 100 : 40)
    const classNumbers = Array.from({ length: classes }, (_, i) => teachers + i)
    const teacherNumbers = Array.from({ length: teachers }, (_, i) => i)
    rules.push(
      { kind: 'max_days', weight: weight(), who: teacherNumbers, most: 1 + below(days) },
      { kind: 'max_a_day', weight: weight(), who: teacherNumbers, most: 1 + below(periods) },
      { kind: 'max_in_a_row', weight: weight(), who: teacherNumbers, most: 1 + below(periods) },
      { kind: 'max_gaps_a_week', weight: weight(), who: classNumbers, most: below(2) },
      { kind: 'max_gaps_a_day', weight: weight(), who: teacherNumbers, most: below(2) },
      { kind: 'early_start', weight: weight(), who: classNumbers, most: below(days) },
      { kind: 'min_a_day', weight: weight(), who: classNumbers, least: 1 + below(2), everyDay: false },
      { kind: 'same_start', weight: weight(), meetings: two() },
      { kind: 'same_day', weight: weight(), meetings: two() },
      { kind: 'not_overlapping', weight: weight(), meetings: two() },
      {
        kind: 'at_most_at_once',
        weight: weight(),
        meetings: all,
        times: some(50, times),
        most: 1 + below(3),
      },
      { kind: 'ends_day', weight: weight(), meetings: two().slice(0, 1) },
      { kind: 'kinds_a_day', weight: 40, meetings: all, days: [0], least: 2 },
      { kind: 'starts_among', weight: 20, meetings: two(), times: some(50, times) },
      { kind: 'rooms_among', weight: 20, meetings: two(), rooms: some(50, rooms) },
      { kind: 'rather_not', weight: 10, who: teacherNumbers, times: some(30, times) },
      { kind: 'even_load', weight: 3, who: teacherNumbers, times: null },
      { kind: 'one_room', weight: 5, meetings: all },
      { kind: 'mixed_days', weight: 7, who: classNumbers },
    )
    const isUsable = (rule: Rule) =>
      !('meetings' in rule) ||
      !rule.meetings ||
      rule.meetings.length > 1 ||
      rule.kind === 'ends_day' ||
      rule.kind === 'starts_among' ||
      rule.kind === 'rooms_among'
    return problem({
      days,
      periods,
      people,
      rooms: Array.from({ length: rooms }, (_, i) => room(`R${i}`, some(5, times))),
      meetings,
      rules: rules.filter(isUsable),
    })
  })

describe('solve', () => {
  it('never breaks what must hold, whatever the week: the judge agrees', () => {
    let wholeCount = 0
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 1, max: 99 }), (week, seed) => {
        const { solution } = solve(week, { seed, steps: 1000 })
        if (unplaced(solution).length === 0) {
          wholeCount += 1
          expect(hardViolations(week, solution)).toEqual([])
        } else {
          // What is placed clashes nowhere; only what the missing ones would have filled may be short.
          expect(
            hardViolations(week, solution).filter(
              ({ rule }) => !['min_a_day', 'early_start', 'max_gaps_a_week', 'max_gaps_a_day'].includes(rule),
            ),
          ).toEqual([])
        }
      }),
      { numRuns: 100, seed: 7 },
    )
    expect(wholeCount).toBeGreaterThan(20)
  })

  it('gives the same week for the same seed and steps, and a better one with more', () => {
    fc.assert(
      fc.property(anyProblem, (week) => {
        const once = solve(week, { seed: 5, steps: 800 })
        expect(solve(week, { seed: 5, steps: 800 }).solution).toEqual(once.solution)
        if (once.placedAfterSteps === null) return
        expect(softCost(week, once.solution)).toBeLessThanOrEqual(
          softCost(week, solve(week, { seed: 5, steps: 800, improves: false }).solution),
        )
      }),
      { numRuns: 40, seed: 11 },
    )
  })

  it('chooses teachers among those able, one for all meetings of a section, with an even load', () => {
    const people = Array.from({ length: 4 }, (_, i) => teacher(`T${i}`))
    const meetings = Array.from({ length: 8 }, (_, section) =>
      [0, 1].map(() =>
        meeting({
          name: `S${section}`,
          section,
          leaders: [0, 1, 2, 3],
          rooms: [section % 3],
          category: section,
        }),
      ),
    ).flat()
    const week = problem({
      people,
      rooms: ['A', 'B', 'C'].map((name) => room(name)),
      meetings,
      rules: [{ kind: 'even_load', weight: 10, who: [0, 1, 2, 3], times: null }],
    })
    const { solution } = solve(week, { seed: 1, steps: 5000 })
    expect(check(week, solution)).toEqual([])
    const loads = [0, 1, 2, 3].map(
      (person) => solution.places.filter((place) => place!.leader === person).length,
    )
    expect(loads).toEqual([4, 4, 4, 4])
  })

  it('leaves what is locked, and changes as little as it can against the week before', () => {
    const people = [teacher('T0'), teacher('T1', [0])]
    const former = (time: number) => ({ time, room: null, leader: null })
    const meetings = [
      meeting({ name: 'A', section: 0, people: [0], locked: former(3), former: former(3) }),
      ...[0, 1, 2, 4].map((time, at) =>
        meeting({ name: `B${at}`, section: at + 1, people: [time === 0 ? 1 : 0], former: former(time) }),
      ),
    ]
    const week = problem({ people, meetings, rules: [{ kind: 'keep', weight: 30, meetings: [1, 2, 3, 4] }] })
    const { solution } = solve(week, { seed: 3, steps: 4000 })
    expect(
      solution.places
        .map((place) => place!.time)
        .filter((time, at) => time !== (meetings[at]!.former as { time: number }).time),
    ).toHaveLength(1)
    expect(solution.places[0]!.time).toBe(3)
  })

  it('stops when it is told to, with the best so far', () => {
    const meetings = Array.from({ length: 12 }, (_, section) =>
      meeting({ name: `S${section}`, section, people: [0] }),
    )
    const week = problem({ people: [teacher('T')], meetings, rules: [] })
    let asked = 0
    const { solution, steps } = solve(week, {
      seed: 1,
      seconds: 60,
      isCancelled: () => {
        asked += 1
        return asked > 3
      },
    })
    expect(steps).toBeLessThan(200)
    expect(unplaced(solution)).toHaveLength(2)
    expect(hardViolations(week, solution)).toEqual([])
  })

  it('takes an empty week as it is', () => {
    expect(solve(problem({ days: 0, periods: 0 }), { seed: 1 }).solution).toEqual({ places: [] })
  })
})

describe('explanations', () => {
  const week = problem({
    days: 1,
    periods: 2,
    people: [teacher('王老师'), students('三(1)班')],
    rooms: [room('体育馆')],
    meetings: [
      meeting({ name: '篮球', section: 0, people: [0, 1], rooms: [0] }),
      meeting({ name: '足球', section: 1, people: [0], rooms: [0] }),
    ],
  })

  it('say for each time what a meeting would break, and with whom', () => {
    const solution = { places: [{ time: 0, room: 0, leader: null }, null] }
    const [first, second] = explainTimes(week, solution, 1)
    expect(first!.breaks.map((found) => explainRule(week, found, naming).zh).toSorted()).toEqual(
      ['“体育馆”在时段0同时安排了“篮球”和“足球”', '王老师在时段0要同时参加“篮球”和“足球”'].toSorted(),
    )
    expect(second).toMatchObject({ time: 1, room: 0, breaks: [] })
    expect(first!.breaks.map(({ rule }) => rule).toSorted()).toEqual(['person_twice', 'room_twice'])
  })

  it('name a small set that needs more than there is, and what would help', () => {
    const three = problem({
      ...week,
      people: [...week.people, teacher('李老师')],
      meetings: ['篮球', '足球', '排球'].map((name, section) =>
        meeting({ name, section, people: [section === 0 ? 0 : 2], rooms: [0], starts: [0, 1] }),
      ),
    })
    const [reason] = whyImpossible(three, naming)
    expect(reason!.sentence).toEqual({
      zh: '“篮球”、“足球”和“排球”共 3 次都要用到“体育馆”，可用的只有 2 次（时段0和时段1）',
      en: '篮球, 足球 and 排球 need 体育馆 3 times, but there are only 2 (time 0 and time 1)',
    })
    expect(reason!.meetings).toEqual([0, 1, 2])
    expect(whyImpossible(week, naming)).toEqual([])
  })

  it('name a person with too little time, a meeting with none, and locks that contradict', () => {
    const busy = problem({
      ...week,
      meetings: [0, 1, 2].map((section) => meeting({ name: `M${section}`, section, people: [0] })),
    })
    expect(whyImpossible(busy, naming)[0]!.sentence.zh).toContain('共 3 次都要用到王老师，可用的只有 2 次')
    const never = problem({
      ...week,
      people: [teacher('王老师', [0, 1])],
      meetings: [meeting({ name: 'M', people: [0] })],
    })
    expect(whyImpossible(never, naming)[0]!.sentence.zh).toBe(
      '“M”没有一个可以排的时段：王老师都有空的时间不存在',
    )
    const locked = problem({
      ...week,
      meetings: [0, 1].map((section) =>
        meeting({ name: `M${section}`, section, people: [0], locked: { time: 0, room: null, leader: null } }),
      ),
    })
    expect(whyImpossible(locked, naming)[0]!.sentence.zh).toBe(
      '锁定互相矛盾：“M0”和“M1”都锁定在时段0（王老师）',
    )
  })

  it('find the rule that would have to give way', () => {
    const apart = problem({
      days: 1,
      periods: 2,
      people: [teacher('T')],
      meetings: [0, 1].map(() => meeting({ name: 'M', people: [0] })),
      rules: [{ kind: 'days_apart', weight: 100, meetings: [0, 1], least: 1, adjacent: false }],
    })
    expect(wouldFree(apart, { seed: 1, steps: 500 })).toEqual([{ kind: 'days_apart' }])
  })
})
