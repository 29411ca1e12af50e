/** kehou timetable solve (求解 FET 文件): a .fet file in, the same file with its timetable out. Opens no database. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import {
  hardViolations,
  type Problem,
  readFet,
  softCost,
  type Solution,
  toProblem,
  unplaced,
  usualLimits,
  writeFet,
} from '../scheduling/index.js'
import { CommandProblem } from './command-problem.js'
import type { Terminal } from './commands.js'
import type { Arguments } from './read-arguments.js'

export interface SolveOptions {
  readonly seed: number
  readonly seconds?: number
  readonly onProgress?: (progress: {
    readonly placed: number
    readonly total: number
    readonly softCost: number | null
    readonly steps: number
  }) => void
}

export type Solve = (
  problem: Problem,
  options: SolveOptions,
) => { readonly solution: Solution; readonly steps: number; readonly milliseconds: number }

/** Gives the exit code: 1 when the answer breaks a rule, and then nothing is written. Throws CommandProblem and KehouError. */
export async function solveTimetable(
  { file, timetable, language }: Arguments,
  { out, complain }: Terminal,
  solve: Solve,
): Promise<number> {
  const { seed, seconds, out: target, ignoreUnsupported } = timetable!
  const say = (zh: string, en: string) => complain(language === 'zh' ? zh : en)
  const fet = toProblem(readFet(await readGiven(file!)), { ignoreUnsupported })
  if (fet.leftOut.length > 0) {
    const kinds = fet.leftOut.map(({ kind, count }) => `${kind} × ${count}`).join(', ')
    say(`未考虑：${kinds}`, `Left out: ${kinds}`)
  }
  const { solution, milliseconds } = solve(fet.problem, { seed, seconds, onProgress: progressTo(say) })
  const [violations, left] = [hardViolations(fet.problem, solution), unplaced(solution)]
  for (const { rule, meetings } of violations.slice(0, 20)) {
    const activities = meetings.map((meeting) => fet.activityIds[meeting]).join(', ')
    say(`违反规则 ${rule}：活动 ${activities}`, `Broken rule ${rule}: activities ${activities}`)
  }
  if (left.length > 0)
    say(
      `有 ${left.length} 项活动没有排下：${idsOf(left, fet.activityIds)}`,
      `${left.length} activities could not be placed: ${idsOf(left, fet.activityIds)}`,
    )
  out(
    JSON.stringify({
      placed: solution.places.length - left.length,
      unplaced: left.length,
      violations: violations.length,
      softCost: softCost(fet.problem, solution),
      milliseconds,
    }),
  )
  if (violations.length > 0) {
    say('答案违反规则，没有写入文件。', 'The answer breaks rules; no file was written.')
    return 1
  }
  await writeAnswer(target, writeFet(fet, solution))
  return 0
}

const idsOf = (meetings: readonly number[], ids: readonly number[]): string =>
  `${meetings
    .slice(0, 20)
    .map((meeting) => ids[meeting])
    .join(', ')}${meetings.length > 20 ? ' …' : ''}`

/** A line each time it has become better. */
function progressTo(say: (zh: string, en: string) => void): NonNullable<SolveOptions['onProgress']> {
  let best = ''
  return ({ placed, total, softCost: cost, steps }) => {
    if (`${placed} ${cost}` === best) return
    best = `${placed} ${cost}`
    say(
      `已排 ${placed}/${total}，偏好代价 ${cost ?? '—'}，${steps} 步`,
      `${placed}/${total} placed, cost of wishes ${cost ?? '—'}, ${steps} steps`,
    )
  }
}

async function readGiven(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    const megabytes = usualLimits.bytes / 1024 / 1024
    if (size > usualLimits.bytes)
      throw new CommandProblem(
        `文件超过 ${megabytes} MB 的上限。`,
        `The file is larger than the limit of ${megabytes} MB.`,
      )
    return await readFile(file)
  } catch (error) {
    if (error instanceof CommandProblem) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandProblem(`找不到文件 ${file}。`, `There is no file ${file}.`)
    throw new CommandProblem(
      `读不了文件 ${file}（${code ?? '未知原因'}）。`,
      `The file ${file} cannot be read (${code ?? 'unknown reason'}).`,
    )
  }
}

async function writeAnswer(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandProblem(
      `写不了文件 ${file}（${code ?? '未知原因'}）。请换一个位置。`,
      `The file ${file} cannot be written (${code ?? 'unknown reason'}). Choose another place.`,
    )
  }
}
