import { generateGrades } from '../../../bench/timetable/generate-grades.mjs'
import { check, unplaced } from './check.js'
import { solve } from './solve.js'

describe('the search', () => {
  // Five meetings of one teacher gave way to one another for ever and became dearer together, so that a way out that
  // costs a little more was never taken.
  it.each([1105, 1144])('finds its way out of a circle, with seed %d', (seed) => {
    const problem = generateGrades(seed)
    const { solution } = solve(problem, { seed, steps: 60_000, improves: false })
    expect([unplaced(solution), check(problem, solution)]).toEqual([[], []])
  })
})
