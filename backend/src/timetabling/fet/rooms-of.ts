/** Where can each activity of a .fet file take place (可用教室)? Pure. */
import { RuleBroken } from '../../platform/errors.js'
import { hardWeight, type Rule } from '../solver/problem.js'
import type { FetActivity, FetConstraint } from './fet-file.js'
import type { Selection } from './selection.js'

interface Choice {
  readonly rooms: readonly string[]
  readonly weight: number
}

export interface RoomChoices {
  readonly rooms: readonly number[]
  readonly isOptional: boolean
}

const appliesTo = (
  activity: FetActivity,
  { kind, activities, subject, tag, teacher, students }: FetConstraint,
): 'preferred' | 'home' | null => {
  switch (kind.replace(/s$/, '')) {
    case 'ActivityPreferredRoom':
      return activities.includes(activity.id) ? 'preferred' : null
    case 'SubjectPreferredRoom':
      return activity.subject === subject ? 'preferred' : null
    case 'ActivityTagPreferredRoom':
      return activity.tags.includes(tag!) ? 'preferred' : null
    case 'SubjectActivityTagPreferredRoom':
      return activity.subject === subject && activity.tags.includes(tag!) ? 'preferred' : null
    // A home room is for who is there alone: one teacher, one set of students by this very name.
    case 'TeacherHomeRoom':
      return activity.teachers.length === 1 && activity.teachers[0] === teacher ? 'home' : null
    case 'StudentsSetHomeRoom':
      return activity.students.length === 1 && activity.students[0] === students ? 'home' : null
    default:
      return null
  }
}

/**
 * Hard preferred rooms intersect. Where all are soft, any of them will do, then the home rooms, then (unless a home room is
 * hard) none at all. Rooms that do not hold the students are never used. Throws RuleBroken when nothing is left, as FET does.
 */
export function roomsOf(selection: Selection, activity: FetActivity): RoomChoices {
  const of = (what: 'preferred' | 'home'): Choice[] =>
    selection.roomConstraints.filter((constraint) => appliesTo(activity, constraint) === what)
  const [preferred, home] = [of('preferred'), of('home')]
  if (preferred.length + home.length === 0) return { rooms: [], isOptional: false }
  const ways = preferred.some(isHard) ? [preferred] : [preferred, home]
  const names = new Set(ways.flatMap(together))
  const size = selection.sizeOf(activity)
  const rooms = selection.file.rooms.flatMap(({ name, capacity }, index) =>
    names.has(name) && capacity >= size ? [index] : [],
  )
  if (rooms.length === 0) throw new RuleBroken('scheduling.fet_no_room', { activity: activity.id })
  return { rooms, isOptional: !ways.flat().some(isHard) }
}

const isHard = ({ weight }: Choice): boolean => weight >= hardWeight

/** What all hard ones allow; without hard ones, what any allows. */
function together(choices: readonly Choice[]): string[] {
  const hard = choices.filter(isHard)
  if (hard.length === 0) return choices.flatMap(({ rooms }) => rooms)
  return hard[0]!.rooms.filter((room) => hard.every(({ rooms }) => rooms.includes(room)))
}

/** The soft ones as wishes. A home room is no wish where a room is preferred besides. */
export function roomWishes(selection: Selection): Rule[] {
  const {
    roomConstraints: constraints,
    file: { rooms },
  } = selection
  const hasPreferred = selection.activities.map((activity) =>
    constraints.some((constraint) => appliesTo(activity, constraint) === 'preferred'),
  )
  return constraints.flatMap((constraint): Rule[] => {
    if (constraint.weight >= hardWeight || constraint.weight === 0) return []
    const meetings = selection.activities.flatMap((activity, index) => {
      const applies = appliesTo(activity, constraint)
      return applies === 'preferred' || (applies === 'home' && !hasPreferred[index]) ? [index] : []
    })
    const wanted = constraint.rooms.map((name) => rooms.findIndex((room) => room.name === name))
    return meetings.length > 0
      ? [{ weight: constraint.weight, kind: 'rooms_among', meetings, rooms: wanted }]
      : []
  })
}
