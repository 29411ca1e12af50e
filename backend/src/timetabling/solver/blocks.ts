/** Which meetings stand together (同时上的课次)? What a hard rule starts together is one block. Pure. */
import { isHard, type Problem } from './problem.js'

/** Meetings that a hard rule starts together are one block. */
export function blocksOf(problem: Problem): { members: number[][]; blockOf: Int32Array } {
  const parent = problem.meetings.map((_, index) => index)
  const root = (index: number): number =>
    parent[index] === index ? index : (parent[index] = root(parent[index]!))
  for (const rule of problem.rules) {
    if (rule.kind !== 'same_start' || !isHard(rule)) continue
    for (const other of bound(problem, rule.meetings).slice(1)) parent[root(other)] = root(rule.meetings[0]!)
  }
  const members: number[][] = []
  const blockOf = new Int32Array(problem.meetings.length).fill(-1)
  const blockOfRoot = new Map<number, number>()
  problem.meetings.forEach((_, index) => {
    const at = root(index)
    const block = blockOfRoot.get(at) ?? members.push([]) - 1
    blockOfRoot.set(at, block)
    members[block]!.push(index)
    blockOf[index] = block
  })
  return { members, blockOf }
}

/** What must start together but needs the same person, or must be apart: it can stand nowhere. */
export function contradicts(problem: Problem, list: readonly number[]): boolean {
  const people = list.flatMap((meeting) => problem.meetings[meeting]!.people)
  if (new Set(people).size < people.length) return true
  return problem.rules.some((rule) => {
    if (!isHard(rule)) return false
    if (rule.kind === 'consecutive' || rule.kind === 'ordered')
      return list.includes(rule.first) && list.includes(rule.second)
    const isApart =
      rule.kind === 'not_overlapping' || (rule.kind === 'days_apart' && (rule.least > 0 || rule.adjacent))
    return isApart && rule.meetings.filter((meeting) => list.includes(meeting)).length > 1
  })
}

/** A block has one leader to choose at most, so meetings that wait for theirs are tied by a relation instead. */
export function bound(problem: Problem, list: readonly number[]): readonly number[] {
  return list.some((meeting) => problem.meetings[meeting]!.leaders.length > 0) ? [] : list
}
