/** What differs between two weeks (两版对照)? Pure. */
import type { Placed } from './clashes.js'

export interface Difference {
  readonly sectionId: number
  readonly sectionName: string
  readonly kind: 'moved' | 'changed' | 'only_here' | 'only_there'
  readonly here: Placed | null
  readonly there: Placed | null
}

export interface Comparison {
  readonly sameCount: number
  readonly differences: readonly Difference[]
}

const isSameSlot = (one: Placed, other: Placed) => one.slotId === other.slotId
const isSame = (one: Placed, other: Placed) =>
  isSameSlot(one, other) &&
  one.teacherId === other.teacherId &&
  one.roomId === other.roomId &&
  one.weeks === other.weeks &&
  one.startsOn === other.startsOn &&
  one.endsOn === other.endsOn

/** Section by section: what is the same pairs first, then what shares a slot, then what is left in the order of the week. */
export function compareWeeks(here: readonly Placed[], there: readonly Placed[]): Comparison {
  let sameCount = 0
  const differences: Difference[] = []
  for (const sectionId of new Set([...here, ...there].map((placed) => placed.sectionId))) {
    const left = here.filter((placed) => placed.sectionId === sectionId)
    const right = there.filter((placed) => placed.sectionId === sectionId)
    const { sectionName } = (left[0] ?? right[0])!
    sameCount += takePairs(left, right, isSame).length
    for (const [one, other] of takePairs(left, right, isSameSlot))
      differences.push({ sectionId, sectionName, kind: 'changed', here: one, there: other })
    for (const [one, other] of takePairs(left, right, () => true))
      differences.push({ sectionId, sectionName, kind: 'moved', here: one, there: other })
    for (const one of left)
      differences.push({ sectionId, sectionName, kind: 'only_here', here: one, there: null })
    for (const other of right)
      differences.push({ sectionId, sectionName, kind: 'only_there', here: null, there: other })
  }
  return { sameCount, differences }
}

/** Takes what belongs together out of both lists. */
function takePairs(
  left: Placed[],
  right: Placed[],
  belong: (one: Placed, other: Placed) => boolean,
): [Placed, Placed][] {
  const pairs: [Placed, Placed][] = []
  for (const one of left.slice()) {
    const other = right.find((each) => belong(one, each))
    if (!other) continue
    left.splice(left.indexOf(one), 1)
    right.splice(right.indexOf(other), 1)
    pairs.push([one, other])
  }
  return pairs
}
