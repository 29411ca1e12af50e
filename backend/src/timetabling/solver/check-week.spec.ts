import { amountOf, at, hard, person, week, who } from '../../../test/fixtures/small-week.js'
import { check } from './check.js'
import type { Place } from './problem.js'

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
