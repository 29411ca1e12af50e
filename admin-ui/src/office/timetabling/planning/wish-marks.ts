/** The three states of a slot in a teacher's week: possible, would rather not, cannot. */
import type { TeachingWish } from '../types'

export const slotMarks = ['can', 'rather_not', 'cannot'] as const
export type SlotMark = (typeof slotMarks)[number]

type Slots = Pick<TeachingWish, 'unavailableSlotIds' | 'ratherNotSlotIds'>

export const markOf = ({ unavailableSlotIds, ratherNotSlotIds }: Slots, slotId: number): SlotMark =>
  unavailableSlotIds.includes(slotId) ? 'cannot' : ratherNotSlotIds.includes(slotId) ? 'rather_not' : 'can'

/** One press leads to the next state, and after the last to the first. */
export function nextMark<T extends Slots>(wish: T, slotId: number): T {
  const next = slotMarks[(slotMarks.indexOf(markOf(wish, slotId)) + 1) % slotMarks.length]
  const without = (ids: number[]) => ids.filter((id) => id !== slotId)
  return {
    ...wish,
    unavailableSlotIds:
      next === 'cannot' ? [...without(wish.unavailableSlotIds), slotId] : without(wish.unavailableSlotIds),
    ratherNotSlotIds:
      next === 'rather_not' ? [...without(wish.ratherNotSlotIds), slotId] : without(wish.ratherNotSlotIds),
  }
}
