import type { Grid, Placement } from '../types'
import type { Mark } from './Card'

/** In a result: what does not stand there in the draft. */
export function newPlaces(draft: Grid, result: Grid): Map<number, Mark> {
  const key = (placement: Placement) => `${placement.sectionId}/${placement.slotId}`
  const all = (grid: Grid) => grid.rows.flatMap((row) => row.placements)
  const [before, after] = [new Set(all(draft).map(key)), new Set(all(result).map(key))]
  // Of each section, the meetings that have left their slot; what is placed beyond these was not in the draft at all.
  const left = new Map<number, number>()
  for (const { sectionId } of all(draft).filter((placement) => !after.has(key(placement))))
    left.set(sectionId, (left.get(sectionId) ?? 0) + 1)
  return new Map(
    all(result)
      .filter((placement) => !before.has(key(placement)))
      .map((placement) => {
        const rest = left.get(placement.sectionId) ?? 0
        left.set(placement.sectionId, rest - 1)
        return [placement.id, rest > 0 ? 'moved' : 'added']
      }),
  )
}
