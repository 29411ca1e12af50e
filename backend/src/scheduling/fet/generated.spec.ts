import { generateWithAnswer, generateWeek } from '../../../bench/timetable/generate.mjs'
import { check } from '../solver/check.js'

describe('the generated week of the benchmark', () => {
  it.each([
    [1, false],
    [2, false],
    [3, true],
    [4, true],
  ])('seed %d, choices %s: full, and has an answer', (seed, withChoices) => {
    const { problem, answer } = generateWithAnswer(seed, { withChoices })
    expect(problem.meetings).toHaveLength(380)
    expect(problem.rooms).toHaveLength(40)
    expect(problem.people.filter(({ kind }) => kind === 'teacher')).toHaveLength(90)
    expect(problem.people.length).toBe(90 + 36 + (withChoices ? 36 * 12 : 0))
    expect(check(problem, answer)).toEqual([])
  })

  it('is the same for the same seed and another for another', () => {
    expect(generateWeek(7)).toEqual(generateWeek(7))
    expect(generateWeek(7)).not.toEqual(generateWeek(8))
  })
})
