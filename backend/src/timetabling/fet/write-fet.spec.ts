import fc from 'fast-check'
import { bytes, constraint, el, fet, problemOf } from '../../../test/fixtures/fet/small-file.js'
import { check } from '../solver/check.js'
import type { Problem, Solution } from '../solver/problem.js'
import { problemToFet } from './problem-to-fet.js'
import { readAnswer } from './read-answer.js'
import { readFet } from './read-fet.js'
import { toProblem } from './to-problem.js'
import { writeFet } from './write-fet.js'

describe('writing .fet files', () => {
  it('keeps the file and adds the fixed times and rooms, once', () => {
    const given = toProblem(
      readFet(
        bytes(
          fet(
            [{ s: ['B'] }, { s: ['B'] }],
            constraint('SubjectPreferredRooms', el('Subject', 'M') + el('Preferred_Room', 'R', 'S')),
          ),
        ),
      ),
    )
    const solution: Solution = { places: [{ time: 5, room: 1, leader: null }, null] }
    const again = toProblem(readFet(bytes(writeFet(given, solution))))
    expect(again.problem.meetings).toMatchObject([
      { starts: [5], rooms: [1] },
      { starts: null, rooms: [0, 1] },
    ])
    expect(again.file.constraints).toHaveLength(given.file.constraints.length + 2)
    expect(toProblem(readFet(bytes(writeFet(again, solution)))).file.constraints).toHaveLength(
      again.file.constraints.length,
    )
  })

  it('names may be any characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'binary' }),
        (one, other) => {
          const meeting = {
            section: 0,
            length: 1,
            people: [0, 1],
            leaders: [],
            rooms: [0],
            isRoomOptional: false,
            starts: null,
            locked: null,
            category: 0,
            former: null,
          }
          const problem: Problem = {
            days: 1,
            periods: 2,
            closed: [1],
            rooms: [{ name: other, unavailable: [] }],
            rules: [{ weight: 100, kind: 'max_days', who: [0, 1], most: 1 }],
            people: [
              { name: one, kind: 'teacher', unavailable: [] },
              { name: one, kind: 'students', unavailable: [1] },
            ],
            meetings: [{ ...meeting, name: other }],
          }
          const { text, key } = problemToFet(problem, {
            institution: one,
            days: [one],
            hours: [other, other],
          })
          const again = toProblem(readFet(bytes(text)))
          expect(again.key).toEqual(key)
          expect(again.problem).toMatchObject({
            closed: [1],
            people: [{ kind: 'teacher' }, { kind: 'students', unavailable: [1] }],
            meetings: [{ people: [0, 1], rooms: [0] }],
          })
        },
      ),
    )
  })

  it('refuses what FET has no words for', () => {
    const problem: Problem = {
      ...problemOf([{}]),
      rules: [
        { weight: 10, kind: 'even_load', who: [0], times: null },
        { weight: 50, kind: 'max_days', who: [0], most: 1 },
      ],
    }
    expect(() =>
      problemToFet(problem, { institution: '', days: ['1', '2'], hours: ['1', '2', '3', '4'] }),
    ).toThrow(
      expect.objectContaining({
        code: 'scheduling.fet_not_expressible',
        params: { kinds: 'even_load, max_days' },
      }),
    )
  })
})

describe('reading an answer of FET', () => {
  const given = toProblem(readFet(bytes(fet([{}, {}]))))
  const answer = (...rows: [id: number, day: string, hour: string, room: string][]) =>
    bytes(
      `<Activities_Timetable>${rows.map(([id, day, hour, name]) => `<Activity>${el('Id', id)}${el('Day', day)}${el('Hour', hour)}${el('Room', name)}</Activity>`).join('')}</Activities_Timetable>`,
    )

  it('by the names of the file', () => {
    const solution = readAnswer(answer([2, 'D1', 'H2', 'S'], [1, '', '', '']), given.key)
    expect(solution.places).toEqual([null, { time: 6, room: 1, leader: null }])
    expect(check(given.problem, solution)).toMatchObject([{ rule: 'room' }])
  })

  it('not the answer to another file', () => {
    expect(() => readAnswer(answer([3, 'D1', 'H2', '']), given.key)).toThrow(
      expect.objectContaining({ code: 'scheduling.fet_answer_of_other_file' }),
    )
    expect(() => readAnswer(answer([1, 'D9', 'H2', '']), given.key)).toThrow(
      expect.objectContaining({ code: 'scheduling.fet_unknown_day' }),
    )
    expect(() => readAnswer(bytes(fet([])), given.key)).toThrow(
      expect.objectContaining({ code: 'scheduling.fet_wrong_root' }),
    )
  })
})
