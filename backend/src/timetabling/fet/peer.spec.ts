import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateWeek } from '../../../bench/timetable/generate.mjs'
import { runFet } from '../../../bench/timetable/peers.mjs'
import { check, unplaced } from '../solver/check.js'
import { hardWeight, type Problem, type Solution } from '../solver/problem.js'
import { problemToFet } from './problem-to-fet.js'
import { readAnswer } from './read-answer.js'
import { readFet } from './read-fet.js'
import { toProblem } from './to-problem.js'
import { writeFet } from './write-fet.js'

// FET itself is the judge of how we read its files: what it answers must break no rule of ours, and it must open what we write.
const examples = '/usr/share/doc/fet-data/examples'
const names = [
  'primaria.fet',
  'School-10-Oradea-2007-2008.fet',
  'St-Marys-College-Puthanagadi.fet',
  '6th-Primary-School.fet',
]
const hasFet = spawnSync('fet-cl', ['--version']).status === 0
const found =
  hasFet && existsSync(examples) ? readdirSync(examples, { recursive: true, encoding: 'utf8' }) : []
const files = names
  .flatMap((name) =>
    found.filter((path) => path.endsWith(`/${name}`) && path.includes('official')).slice(0, 1),
  )
  .map((path) => join(examples, path))
const broken = (problem: Problem, solution: Solution) =>
  check(problem, solution).filter(({ weight }) => weight === hardWeight)

describe('FET and we', () => {
  if (files.length < names.length) {
    it.skip(`SKIPPED: fet-cl or the examples (${names.join(', ')}) are not here; apt-get install fet fet-data`, () => {})
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'kehou-peer-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(files)(
    '%s: its answer keeps all rules, and it opens what we write',
    async (file) => {
      const ours = toProblem(readFet(readFileSync(file)))
      const { answer } = await runFet(file, 60, 1)
      const solution = readAnswer(answer!, ours.key)
      expect(unplaced(solution)).toEqual([])
      expect(broken(ours.problem, solution)).toEqual([])

      const written = join(folder, 'written.fet')
      writeFileSync(written, writeFet(ours, solution))
      const again = await runFet(written, 20, 2)
      expect(again.cpuSeconds).toBeLessThan(5)
      expect(readAnswer(again.answer!, ours.key)).toEqual(solution)

      // The same week in our own words means the same to FET: what it answers to them it also takes as an answer to its own file.
      const retold = problemToFet(ours.problem, {
        institution: '甲',
        days: ours.file.days,
        hours: ours.file.hours,
      })
      const retoldFile = join(folder, 'retold.fet')
      writeFileSync(retoldFile, retold.text)
      const { answer: second } = await runFet(retoldFile, 60, 3)
      const other = readAnswer(second!, retold.key)
      expect(broken(ours.problem, other)).toEqual([])
      writeFileSync(written, writeFet(ours, other))
      expect(readAnswer((await runFet(written, 20, 4)).answer!, ours.key)).toEqual(other)
    },
    120_000,
  )

  it('a generated week: FET solves it and breaks no rule', async () => {
    const problem = generateWeek(1)
    const { text, key } = problemToFet(problem, {
      institution: '实验小学',
      days: ['周一', '周二', '周三', '周四', '周五'],
      hours: ['第一时段', '第二时段'],
    })
    const file = join(folder, 'week.fet')
    writeFileSync(file, text)
    const { answer, cpuSeconds } = await runFet(file, 60, 1)
    expect(cpuSeconds).toBeGreaterThan(0)
    const solution = readAnswer(answer!, key)
    expect(unplaced(solution)).toEqual([])
    expect(broken(problem, solution)).toEqual([])
  }, 120_000)
})
