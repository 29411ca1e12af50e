import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KeptTerminal } from '../../test/terminal.js'
import { type Problem, problemToFet, readFet, type Solution, toProblem } from '../timetabling/index.js'
import { readArguments } from './read-arguments.js'
import { type Solve, solveTimetable } from './solve-timetable.js'

// One teacher, two activities, one day of two hours.
const problem: Problem = {
  days: 1,
  periods: 2,
  closed: [],
  rooms: [],
  rules: [],
  people: [{ name: '王 & 李', kind: 'teacher', unavailable: [] }],
  meetings: [0, 1].map((section) => ({
    name: `书法${section}`,
    section,
    length: 1,
    people: [0],
    leaders: [],
    rooms: [],
    isRoomOptional: false,
    starts: null,
    locked: null,
    category: 0,
    former: null,
  })),
}
const { text } = problemToFet(problem, { institution: '甲小学', days: ['周一'], hours: ['1', '2'] })

describe('kehou timetable solve', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kehou-solve-'))
  const [given, target] = [join(folder, 'in.fet'), join(folder, 'out.fet')]
  beforeEach(() => {
    rmSync(target, { force: true })
    writeFileSync(given, text)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Stands for the solver: it answers these starting times. */
  const answering =
    (...times: (number | null)[]): Solve =>
    (_, { onProgress }) => {
      onProgress?.({ placed: 1, total: 2, softCost: null, steps: 1 })
      const solution: Solution = {
        places: times.map((time) => (time === null ? null : { time, room: null, leader: null })),
      }
      return { solution, steps: 2, milliseconds: 3 }
    }
  async function run(solve: Solve, ...more: string[]) {
    const terminal = new KeptTerminal()
    const code = await solveTimetable(
      readArguments(['timetable', 'solve', given, '--seed', '7', '--seconds', '9', '--out', target, ...more]),
      terminal,
      solve,
    )
    const out = terminal.lines.map((line): unknown => JSON.parse(line))
    return { code, out, complaints: terminal.complaints }
  }

  it('writes the file with its timetable and says one line of JSON', async () => {
    const solve = jest.fn(answering(1, 0))
    expect(await run(solve)).toEqual({
      code: 0,
      out: [{ placed: 2, unplaced: 0, violations: 0, softCost: 0, milliseconds: 3 }],
      complaints: ['已排 1/2，偏好代价 —，1 步'],
    })
    expect(solve.mock.calls[0]![1]).toMatchObject({ seed: 7, seconds: 9 })
    expect(toProblem(readFet(readFileSync(target))).problem.meetings.map(({ starts }) => starts)).toEqual([
      [1],
      [0],
    ])
  })

  it('says what is not placed, in the language asked for', async () => {
    const { code, out, complaints } = await run(answering(null, 0), '--lang', 'en')
    expect([code, out]).toEqual([
      0,
      [{ placed: 1, unplaced: 1, violations: 0, softCost: 0, milliseconds: 3 }],
    ])
    expect(complaints).toContain('1 activities could not be placed: 1')
  })

  it('writes nothing when the answer breaks a rule', async () => {
    const { code, out, complaints } = await run(answering(0, 0))
    expect([code, out]).toEqual([
      1,
      [{ placed: 2, unplaced: 0, violations: 1, softCost: 0, milliseconds: 3 }],
    ])
    expect(complaints).toContain('违反规则 person_twice：活动 1, 2')
    expect(existsSync(target)).toBe(false)
  })

  it('with --json says everything with its code and values', async () => {
    const unplacedOne = {
      code: 'cli.unplaced',
      params: { count: 1, activities: '1' },
      message: '有 1 项活动没有排下：1',
    }
    const left = await run(answering(null, 0), '--json')
    expect(left.out).toEqual([
      { placed: 1, unplaced: 1, violations: 0, softCost: 0, milliseconds: 3, errors: [unplacedOne] },
    ])
    expect(left.complaints.map((line): unknown => JSON.parse(line))).toEqual([
      {
        code: 'cli.progress',
        params: { placed: 1, total: 2, softCost: null, steps: 1 },
        message: '已排 1/2，偏好代价 —，1 步',
      },
      unplacedOne,
    ])
    const broken = await run(answering(0, 0), '--json', '--lang', 'en')
    expect([broken.code, broken.out]).toMatchObject([
      1,
      [
        {
          violations: 1,
          errors: [
            { code: 'cli.rule_broken', params: { rule: 'person_twice', activities: '1, 2' } },
            { code: 'cli.answer_not_written', params: {} },
          ],
        },
      ],
    ])
  })

  it('refuses what it does not understand, unless told to ignore it', async () => {
    writeFileSync(
      given,
      text.replace(
        '</Time_Constraints_List>',
        '<ConstraintTeachersMaxSpanPerDay><Weight_Percentage>100</Weight_Percentage></ConstraintTeachersMaxSpanPerDay></Time_Constraints_List>',
      ),
    )
    await expect(run(answering(0, 1))).rejects.toMatchObject({
      code: 'scheduling.fet_unsupported',
      params: { kinds: 'ConstraintTeachersMaxSpanPerDay × 1' },
    })
    const { code, complaints } = await run(answering(0, 1), '--ignore-unsupported')
    expect([code, complaints[0]]).toEqual([0, '未考虑：ConstraintTeachersMaxSpanPerDay × 1'])
  })

  it('says what is wrong with the command or its files', async () => {
    for (const argv of [
      [],
      ['x.fet'],
      ['x.fet', '--out', 'y', '--seed', '-1'],
      ['x.fet', '--out', 'y', '--seconds', '0'],
      ['x.fet', 'z.fet', '--out', 'y'],
    ]) {
      expect(() => readArguments(['timetable', 'solve', ...argv])).toThrow(
        expect.objectContaining({ exitCode: 2 }),
      )
    }
    const terminal = new KeptTerminal()
    const lost = readArguments(['timetable', 'solve', join(folder, 'none.fet'), '--out', target])
    await expect(solveTimetable(lost, terminal, answering(0, 1))).rejects.toMatchObject({
      exitCode: 1,
      code: 'cli.file_not_found',
      params: { file: join(folder, 'none.fet') },
    })
    const nowhere = readArguments(['timetable', 'solve', given, '--out', join(folder, 'no', 'where.fet')])
    await expect(solveTimetable(nowhere, terminal, answering(0, 1))).rejects.toMatchObject({ exitCode: 1 })
  })
})
