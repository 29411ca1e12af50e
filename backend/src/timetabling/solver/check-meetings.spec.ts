import { at, hard, kindsOf, week } from '../../../test/fixtures/small-week.js'
import { check } from './check.js'
import type { Meeting, Problem, Rule, Solution } from './problem.js'

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
