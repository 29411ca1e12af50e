import type { Problem, Solution } from '../../src/timetabling/solver/problem.js'

export interface SizeOfSchool {
  /** An even number; usually 6. */
  readonly grades?: number
  /** Usually 6. */
  readonly classesPerGrade?: number
  /** Rooms that would do for a group that is in no special room; usually 8. */
  readonly roomChoice?: number
}
export function generateGrades(seed: number, size?: SizeOfSchool): Problem
export function generateGradesWithAnswer(
  seed: number,
  size?: SizeOfSchool,
): { problem: Problem; answer: Solution }
