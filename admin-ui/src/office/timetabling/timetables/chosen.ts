/** What is in the hand while the week is being arranged: a meeting from the tray, or a placement to be moved. */
import type { GridRow, GridSide, Placement, Unplaced } from '../types'

export interface Chosen {
  sectionId: number
  sectionName: string
  /** Set where it already stands in the week. */
  placementId?: number
  slotId?: number
  isLocked?: boolean
  teacherId: number | null
  roomId: number | null
  homeClassName: string | null
}

export const fromTray = ({ sectionId, sectionName, teacherId, roomId, homeClassName }: Unplaced): Chosen => ({
  sectionId,
  sectionName,
  teacherId,
  roomId,
  homeClassName,
})

export const fromGrid = ({
  id,
  slotId,
  sectionId,
  sectionName,
  teacherId,
  roomId,
  homeClassName,
  isLocked,
}: Placement): Chosen => ({
  placementId: id,
  slotId,
  isLocked,
  sectionId,
  sectionName,
  teacherId,
  roomId,
  homeClassName,
})

/** In which row of the grid the chosen one belongs. */
export function isRowOf(row: Pick<GridRow, 'id' | 'name'>, chosen: Chosen, by: GridSide): boolean {
  if (by === 'section') return row.id === chosen.sectionId
  if (by === 'teacher') return row.id === chosen.teacherId
  if (by === 'room') return row.id === chosen.roomId
  return chosen.homeClassName === null ? row.id === null : row.name === chosen.homeClassName
}
