import { generateGrades } from '../../../bench/timetable/generate-grades.mjs'
import { check, unplaced } from './check.js'
import type { Problem } from './problem.js'
import { solve } from './solve.js'

/** So many sections of a meeting each, at most so many at each of two times. */
const crowdOf = (count: number, most: number, locked: readonly (0 | 1)[] = []): Problem => ({
  days: 1,
  periods: 2,
  closed: [],
  people: [],
  rooms: [],
  meetings: Array.from({ length: count }, (_, section) => ({
    name: `小组${section}`,
    section,
    length: 1,
    people: [],
    leaders: [],
    rooms: [],
    isRoomOptional: false,
    starts: null,
    locked: locked[section] === undefined ? null : { time: locked[section], room: null, leader: null },
    category: 0,
    former: null,
  })),
  rules: [
    {
      weight: 100,
      kind: 'at_most_at_once',
      meetings: Array.from({ length: count }, (_, meeting) => meeting),
      times: [0, 1],
      most,
    },
  ],
})

describe('at most so many at once', () => {
  it('places as many as there is room for, and never one more', () => {
    for (const [count, most, left] of [
      [6, 3, 0],
      [7, 3, 1],
      [4, 0, 4],
    ] as const) {
      const problem = crowdOf(count, most)
      const { solution } = solve(problem, { seed: 1, steps: 2000 })
      expect([check(problem, solution), unplaced(solution).length]).toEqual([[], left])
    }
  })

  it('never sends away what is locked', () => {
    const problem = crowdOf(4, 2, [0, 0])
    const { solution } = solve(problem, { seed: 3, steps: 2000 })
    expect(solution.places.map((place) => place?.time)).toEqual([0, 0, 1, 1])
  })

  // Sent away in the order of the list, the same groups went round in a circle: of these, one in ten came out.
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'a week whose grades are nearly full comes out whole, with seed %d',
    (seed) => {
      const problem = generateGrades(seed, { classesPerGrade: 4 })
      const options = { seed, steps: 60_000, improves: false }
      const solved = solve(problem, options)
      expect([unplaced(solved.solution), check(problem, solved.solution)]).toEqual([[], []])
      const again = solve(problem, options)
      expect(again.solution).toEqual(solved.solution)
      expect(again.steps).toBe(solved.steps)
    },
  )
})
