/** For which class does a session count (课次归属)? For exactly one, so that no session is paid for twice. Pure. */

export interface HeldSection {
  readonly sectionId: number
  /** The section's own class; null for a section of children of several classes (走班). */
  readonly homeClassId: number | null
  readonly count: number
}

export interface SectionChildren {
  readonly sectionId: number
  readonly homeClassId: number
  readonly count: number
}

/**
 * The sessions of a class's own section count for that class. Those of a mixed section, or of a class of the year
 * before, count for the class from which most of its children come; of several such classes for the one with the
 * smallest number. A section without children of the register counts for none.
 */
export function sessionsByClass(
  register: readonly number[],
  held: readonly HeldSection[],
  children: readonly SectionChildren[],
): Map<number, number> {
  const known = new Set(register)
  const most = new Map<number, SectionChildren>()
  for (const each of children) {
    if (!known.has(each.homeClassId)) continue
    const best = most.get(each.sectionId)
    if (
      !best ||
      each.count > best.count ||
      (each.count === best.count && each.homeClassId < best.homeClassId)
    )
      most.set(each.sectionId, each)
  }
  const sessions = new Map<number, number>()
  for (const { sectionId, homeClassId, count } of held) {
    const own =
      homeClassId !== null && known.has(homeClassId) ? homeClassId : most.get(sectionId)?.homeClassId
    if (own !== undefined) sessions.set(own, (sessions.get(own) ?? 0) + count)
  }
  return sessions
}
