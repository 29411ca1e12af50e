/** Who could lead a section, where could it meet (候选教师、候选场地)? Pure. */
import type { Week, WeekRoom, WeekSection, WeekTeacher } from './week.js'

/** Slots at which the teacher could be with children. */
export function openSlots(week: Week, teacher: WeekTeacher): Week['slots'] {
  return week.slots.filter(
    (slot) => !teacher.cannotSlotIds.includes(slot.id) && !teacher.unclearedWeekdays.includes(slot.weekday),
  )
}

/** The teacher set for the section, else the one who already leads a locked meeting of it; null: one of the leaders is to be chosen. */
export function givenTeacherId(week: Week, section: WeekSection): number | null {
  return (
    section.teacherId ??
    week.placed.find((placed) => placed.sectionId === section.id && placed.isLocked)?.teacherId ??
    null
  )
}

/** Those who can lead the course, take part and have time. */
export function leadersOf(week: Week, section: WeekSection): WeekTeacher[] {
  return week.teachers.filter(
    (teacher) =>
      section.leaderIds.includes(teacher.id) &&
      teacher.isActive &&
      teacher.isWilling &&
      openSlots(week, teacher).length > 0,
  )
}

/** The section's own room, else the room of its home class; null: any that fits. */
export function givenRoom(week: Week, section: WeekSection): WeekRoom | null {
  const id =
    section.roomId ??
    week.homeClasses.find((homeClass) => homeClass.id === section.homeClassId)?.homeRoomId ??
    null
  return week.rooms.find((room) => room.id === id) ?? null
}

/** Large enough, of a kind that would do, with what the course needs; the smallest first. */
export function fittingRooms(week: Week, section: WeekSection): WeekRoom[] {
  return week.rooms
    .filter(
      (room) =>
        room.capacity >= section.capacity &&
        (section.roomKinds.length === 0 || section.roomKinds.includes(room.kind)) &&
        section.equipment.every((thing) => room.equipment.includes(thing)),
    )
    .sort((one, other) => one.capacity - other.capacity || one.id - other.id)
}
