/** Which sections have children in common (共同学生), and where are they busy? Pure. */
import type { BusyChildren } from './clashes.js'

/** Children who are in exactly the same sections. */
export interface ChildrenProfile {
  readonly sectionIds: readonly number[]
  readonly count: number
}

/** Section → other section → children who are in both. */
export type SharedChildren = ReadonlyMap<number, ReadonlyMap<number, number>>

export function sharedChildren(profiles: readonly ChildrenProfile[]): SharedChildren {
  const shared = new Map<number, Map<number, number>>()
  for (const { sectionIds, count } of profiles) {
    for (const one of sectionIds) {
      const others = shared.get(one) ?? new Map<number, number>()
      shared.set(one, others)
      for (const other of sectionIds) if (other !== one) others.set(other, (others.get(other) ?? 0) + count)
    }
  }
  return shared
}

/** Where in the week the section's children are in another section. */
export function busyChildren(
  placed: readonly { readonly slotId: number; readonly sectionId: number }[],
  shared: SharedChildren,
  sectionId: number,
): BusyChildren[] {
  const others = shared.get(sectionId)
  if (!others) return []
  return placed.flatMap(({ slotId, sectionId: other }) => {
    const count = others.get(other)
    return count === undefined ? [] : [{ slotId, sectionId: other, count }]
  })
}
