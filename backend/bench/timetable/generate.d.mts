import type { Problem, Solution } from '../../src/timetabling/solver/problem.js'

export interface GenerateOptions {
  /** Children's choices as people: profiles of sections that share children. */
  readonly withChoices?: boolean
}
export function generateWeek(seed: number, options?: GenerateOptions): Problem
export function generateWithAnswer(
  seed: number,
  options?: GenerateOptions,
): { problem: Problem; answer: Solution }
