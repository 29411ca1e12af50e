/** Which other placement stands in the way (排课冲突)? Pure. */

export interface Placed {
  readonly id: number
  readonly slotId: number
  readonly sectionId: number
  readonly sectionName: string
  readonly teacherId: number
  readonly teacherName: string
  readonly roomId: number
  readonly roomName: string
  readonly homeClassId: number | null
  readonly homeClassName: string | null
}

/** Children of the section who are in another section at that time. */
export interface BusyChildren {
  readonly slotId: number
  readonly sectionId: number
  readonly count: number
}

export type Wanted = Pick<Placed, 'slotId' | 'sectionId' | 'teacherId' | 'roomId' | 'homeClassId'> & { readonly id?: number }

export interface Clash {
  readonly code: 'scheduling.section_placed_already' | 'scheduling.teacher_busy' | 'scheduling.room_busy' | 'scheduling.home_class_busy' | 'scheduling.children_busy'
  readonly other: Placed
  readonly count: number
}

/** Every clash of the wanted placement within one timetable, the weightiest first. */
export function clashesOf(wanted: Wanted, placed: readonly Placed[], busy: readonly BusyChildren[] = []): Clash[] {
  const others = placed.filter((each) => each.slotId === wanted.slotId && each.id !== wanted.id)
  const first = (code: Clash['code'], isSame: (other: Placed) => boolean): Clash[] => {
    const other = others.find(isSame)
    return other ? [{ code, other, count: 1 }] : []
  }
  const same = first('scheduling.section_placed_already', (other) => other.sectionId === wanted.sectionId)
  if (same.length > 0) return same
  const children = others.flatMap((other): Clash[] => {
    const found = busy.find((each) => each.slotId === wanted.slotId && each.sectionId === other.sectionId)
    return found ? [{ code: 'scheduling.children_busy', other, count: found.count }] : []
  })
  return [
    ...first('scheduling.teacher_busy', (other) => other.teacherId === wanted.teacherId),
    ...first('scheduling.room_busy', (other) => other.roomId === wanted.roomId),
    ...first('scheduling.home_class_busy', (other) => wanted.homeClassId !== null && other.homeClassId === wanted.homeClassId),
    ...children,
  ]
}
