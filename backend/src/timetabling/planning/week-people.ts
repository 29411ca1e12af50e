/** Whom a school's week has to do with (排课涉及的人): teachers, classes, and children who chose the same. Pure. */
import type { Person } from '../solver/problem.js'
import { openSlots } from './week-candidates.js'
import { type Numbers, sortedTimes, takenTimes } from './week-numbers.js'
import type { WeekSection } from './week.js'

export function peopleOf(numbers: Numbers): Person[] {
  const { week, timeOf, classOf, profiles } = numbers
  const teachers = week.teachers.map((teacher): Person => {
    const open = new Set(openSlots(week, teacher).map((slot) => slot.id))
    const closed = week.slots.filter((slot) => !open.has(slot.id)).map((slot) => timeOf.get(slot.id)!)
    return {
      name: teacher.name,
      kind: 'teacher',
      unavailable: sortedTimes([
        ...closed,
        ...takenTimes(numbers, (placed) => placed.teacherId === teacher.id),
      ]),
    }
  })
  const sectionsOf = (isMine: (section: WeekSection) => boolean) =>
    new Set(week.sections.filter(isMine).map(({ id }) => id))
  const classes = week.homeClasses
    .filter((homeClass) => classOf.has(homeClass.id))
    .map((homeClass): Person => {
      const own = sectionsOf((section) => section.homeClassId === homeClass.id)
      return {
        name: homeClass.name,
        kind: 'students',
        unavailable: takenTimes(numbers, (placed) => own.has(placed.sectionId)),
      }
    })
  const children = profiles.map(({ sectionIds, count }): Person => ({
    name: `${sectionIds.map((id) => week.sections.find((section) => section.id === id)!.name).join('、')} ×${count}`,
    kind: 'students',
    unavailable: takenTimes(numbers, (placed) => sectionIds.includes(placed.sectionId)),
  }))
  return [...teachers, ...classes, ...children]
}
