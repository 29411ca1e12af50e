import { at, hard, week } from '../../../test/fixtures/small-week.js'
import { hardViolations, softCost } from './check.js'
import type { Meeting, Problem, Rule, Solution } from './problem.js'

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
