/** Sections whose leader is still to be chosen (待定任课教师的教学班). Pure. */
import type { LedSection } from './model.js'
import type { Problem } from './problem.js'

export interface Leading {
  /** Position of the leader in the resources of each block; −1: it has none to choose. */
  readonly leaderAt: Int32Array
  readonly ledSections: LedSection[]
  readonly ledSectionOf: Int32Array
}

/** Gives each of their blocks a resource more, which is filled in when the leader is chosen. */
export function ledSectionsOf(
  problem: Problem,
  blockOf: Int32Array,
  resources: number[][],
  lengths: number[][],
  blockCount: number,
): Leading {
  const leaderAt = new Int32Array(blockCount).fill(-1)
  const ledSectionOf = new Int32Array(blockCount).fill(-1)
  const bySection = new Map<number, number[]>()
  problem.meetings.forEach((meeting, index) => {
    if (meeting.leaders.length > 0)
      bySection.set(meeting.section, [...(bySection.get(meeting.section) ?? []), index])
  })
  const ledSections = [...bySection].map(([section, list], at): LedSection => {
    let periods = 0
    for (const index of list) {
      const block = blockOf[index]!
      // Filled in when the leader is chosen.
      leaderAt[block] = resources[block]!.push(-1) - 1
      lengths[block]!.push(problem.meetings[index]!.length)
      ledSectionOf[block] = at
      periods += problem.meetings[index]!.length
    }
    const common = problem.meetings[list[0]!]!.leaders.filter((leader) =>
      list.every((index) => problem.meetings[index]!.leaders.includes(leader)),
    )
    const lockedLeader =
      list
        .map((index) => problem.meetings[index]!.locked?.leader ?? null)
        .find((leader) => leader !== null) ?? null
    return { section, blocks: list.map((index) => blockOf[index]!), leaders: common, lockedLeader, periods }
  })
  return { leaderAt, ledSections, ledSectionOf }
}
