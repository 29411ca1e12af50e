/** A .fet file with its timetable (带课表的 FET 文件): FET's own form of an answer, which FET opens and generates at once. Pure. */
import { hardWeight, type Place, type Solution } from '../solver/problem.js'
import type { FetProblem } from './to-problem.js'
import { element, writeXml } from './write-xml.js'
import type { XmlElement } from './xml-tree.js'

/** The original data as it was, and a fixed time and room for each placed activity that had none fixed. */
export function writeFet({ file, activityIds }: FetProblem, solution: Solution): string {
  const isFixed = (kind: string, id: number) =>
    file.constraints.some(
      (each) => each.kind === kind && each.weight >= hardWeight && each.activities.includes(id),
    )
  const placed = activityIds.flatMap((id, meeting) => {
    const place = solution.places[meeting] ?? null
    return place === null ? [] : [{ id, place }]
  })
  const times = placed
    .filter(({ id }) => !isFixed('ActivityPreferredStartingTime', id))
    .map(({ id, place }) => fixedTime(id, place, file))
  const rooms = placed.flatMap(({ id, place: { room } }) =>
    room === null || isFixed('ActivityPreferredRoom', id) ? [] : [fixedRoom(id, file.rooms[room]!.name)],
  )
  const added: Readonly<Record<string, readonly XmlElement[]>> = {
    Time_Constraints_List: times,
    Space_Constraints_List: rooms,
  }
  return writeXml({
    ...file.tree,
    children: file.tree.children.map((list) => ({
      ...list,
      children: [...list.children, ...(added[list.name] ?? [])],
    })),
  })
}

export const constraint = (kind: string, weight: number, ...content: readonly XmlElement[]): XmlElement =>
  element(`Constraint${kind}`, [
    element('Weight_Percentage', weight),
    ...content,
    element('Active', true),
    element('Comments'),
  ])

export const fixedTime = (
  id: number,
  { time }: Pick<Place, 'time'>,
  { days, hours }: { readonly days: readonly string[]; readonly hours: readonly string[] },
  isLocked = false,
): XmlElement =>
  constraint(
    'ActivityPreferredStartingTime',
    hardWeight,
    element('Activity_Id', id),
    element('Preferred_Day', days[Math.floor(time / hours.length)]),
    element('Preferred_Hour', hours[time % hours.length]),
    element('Permanently_Locked', isLocked),
  )

export const fixedRoom = (id: number, room: string, isLocked = false): XmlElement =>
  constraint(
    'ActivityPreferredRoom',
    hardWeight,
    element('Activity_Id', id),
    element('Room', room),
    element('Permanently_Locked', isLocked),
  )
