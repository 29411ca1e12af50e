/** kehou timetable solve (求解 FET 文件): a .fet file in, the same file with its timetable out. Opens no database. */
import { writeFile } from 'node:fs/promises'
import type { ErrorParams } from '../platform/errors.js'
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
} from '../timetabling/index.js'
import { CommandProblem } from './command-problem.js'
import { type Notice, noticeOf, printNotice } from './notice.js'
import type { Arguments } from './read-arguments.js'
import { readGiven } from './read-given.js'
import type { Terminal } from './terminal.js'

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

/**
 * Gives the exit code: 1 when the answer breaks a rule, and then nothing is written. With --json what there is to say
 * stands in `errors` of the result too, each with its code and values. Throws CommandProblem and KehouError.
 */
export async function solveTimetable(
  { file, timetable, language, isJson }: Arguments,
  { out, complain }: Terminal,
  solve: Solve,
): Promise<number> {
  const { seed, seconds, out: target, ignoreUnsupported } = timetable!
  const errors: Notice[] = []
  const say = (code: string, params: ErrorParams): void => {
    const notice = noticeOf(code, params, language)
    if (code !== 'cli.progress') errors.push(notice)
    complain(printNotice(notice, isJson))
  }
  const fet = toProblem(readFet(await readGiven(file!, usualLimits.bytes)), { ignoreUnsupported })
  if (fet.leftOut.length > 0)
    say('cli.left_out', { kinds: fet.leftOut.map(({ kind, count }) => `${kind} × ${count}`).join(', ') })
  const { solution, milliseconds } = solve(fet.problem, { seed, seconds, onProgress: progressTo(say) })
  const [violations, left] = [hardViolations(fet.problem, solution), unplaced(solution)]
  for (const { rule, meetings } of violations.slice(0, mostNamed))
    say('cli.rule_broken', { rule, activities: idsOf(meetings, fet.activityIds) })
  if (left.length > 0) say('cli.unplaced', { count: left.length, activities: idsOf(left, fet.activityIds) })
  const isSound = violations.length === 0
  if (isSound) await writeAnswer(target, writeFet(fet, solution))
  else say('cli.answer_not_written', {})
  const result = {
    placed: solution.places.length - left.length,
    unplaced: left.length,
    violations: violations.length,
    softCost: softCost(fet.problem, solution),
    milliseconds,
  }
  out(JSON.stringify(isJson ? { ...result, errors } : result))
  return isSound ? 0 : 1
}

/** Of violations, and of activities in one sentence. */
const mostNamed = 20

const idsOf = (meetings: readonly number[], ids: readonly number[]): string =>
  `${meetings
    .slice(0, mostNamed)
    .map((meeting) => ids[meeting])
    .join(', ')}${meetings.length > mostNamed ? ' …' : ''}`

/** A line each time it has become better. */
function progressTo(
  say: (code: string, params: ErrorParams) => void,
): NonNullable<SolveOptions['onProgress']> {
  let best = ''
  return ({ placed, total, softCost: cost, steps }) => {
    if (`${placed} ${cost}` === best) return
    best = `${placed} ${cost}`
    say('cli.progress', { placed, total, softCost: cost, steps })
  }
}

async function writeAnswer(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandProblem('cli.file_unwritable', { file, reason: code ?? null })
  }
}
