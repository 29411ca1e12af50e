/** A placement as the rules about clashes see it. */
import type { Placed } from './clashes.js'
import type { Placement } from './placement.entity.js'

export function toPlaced(placement: Placement): Placed {
  const { id, slotId, sectionId, teacherId, roomId, homeClassId, weeks, startsOn, endsOn } = placement
  return {
    id,
    slotId,
    sectionId,
    teacherId,
    roomId,
    homeClassId,
    sectionName: placement.section!.name,
    teacherName: placement.teacher!.name,
    roomName: placement.room!.name,
    homeClassName: placement.homeClass?.name ?? null,
    weeks,
    startsOn,
    endsOn,
  }
}
