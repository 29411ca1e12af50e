import type { Placement } from '../types'
import type { Chosen } from './chosen'

/** What the grid can do with a draft. */
export interface GridActs {
  onChoose: (chosen: Chosen | null) => void
  onPlace: (slotId: number, what?: Chosen) => void
  onTakeOut: (placement: Placement) => void
  onLock: (placement: Placement) => void
  onMenu: (placement: Placement, anchor: HTMLElement) => void
  /** The slot that the mouse or the keyboard is at while something is in the hand. */
  onPoint: (slotId: number | null) => void
}
