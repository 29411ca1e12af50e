import { generateWithAnswer, generateWeek } from '../../../bench/timetable/generate.mjs'
import { generateGrades, generateGradesWithAnswer } from '../../../bench/timetable/generate-grades.mjs'
import { check } from '../solver/check.js'
import { problemToFet } from './problem-to-fet.js'
import { readFet } from './read-fet.js'
import { toProblem } from './to-problem.js'

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

describe('the generated week of full grades', () => {
  it.each([
    [1, 8],
    [2, 8],
    [3, 36],
  ])('seed %d, %d rooms to choose from: nearly full, and has an answer', (seed, roomChoice) => {
    const { problem, answer } = generateGradesWithAnswer(seed, { roomChoice })
    expect(problem.meetings).toHaveLength(380)
    expect(problem.rooms).toHaveLength(40)
    expect(problem.people.filter(({ kind }) => kind === 'teacher')).toHaveLength(90)
    expect(new Set(problem.meetings.slice(180).map(({ section }) => section)).size).toBe(120)
    expect(Math.max(...problem.meetings.slice(180).map(({ rooms }) => rooms.length))).toBe(roomChoice)
    expect(check(problem, answer)).toEqual([])
  })

  it('is the same for the same seed and another for another, and is written as a .fet file and read again', () => {
    expect(generateGrades(7)).toEqual(generateGrades(7))
    expect(generateGrades(7)).not.toEqual(generateGrades(8))
    const { problem, answer } = generateGradesWithAnswer(7)
    const names = { institution: '甲', days: ['1', '2', '3', '4', '5'], hours: ['1', '2'] }
    const { problem: read } = toProblem(readFet(Buffer.from(problemToFet(problem, names).text)))
    expect(read.meetings).toHaveLength(380)
    expect(check(read, answer)).toEqual([])
  })
})
