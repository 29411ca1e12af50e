/** What timetable did FET make (FET 的答案)? Its *_activities.xml as an answer to our problem, so that one judge looks at both. */
import { Invalid, RuleBroken } from '../../platform/errors.js'
import type { Place, Solution } from '../solver/problem.js'
import { Names } from './names.js'
import { countOf } from './read-values.js'
import { childrenOf, readXml, textOf } from './xml-tree.js'

/** How the names of the answer are to be read. */
export interface AnswerKey {
  readonly days: readonly string[]
  readonly hours: readonly string[]
  /** In the order of the problem. */
  readonly rooms: readonly string[]
  /** The id of the activity behind each meeting. */
  readonly activityIds: readonly number[]
}

/** Throws Invalid and RuleBroken with one of the codes `scheduling.fet_…`. */
export function readAnswer(bytes: Uint8Array, { days, hours, rooms, activityIds }: AnswerKey): Solution {
  const root = readXml(bytes)
  if (root.name !== 'Activities_Timetable')
    throw new Invalid('scheduling.fet_wrong_root', { name: root.name, expected: 'Activities_Timetable' })
  const names = new Names({ day: days, hour: hours, room: rooms })
  const known = new Set(activityIds)
  const places = new Map<number, Place>()
  for (const element of childrenOf(root, 'Activity')) {
    const activity = countOf(element, 'Id')
    const where = { where: `Activity ${activity}`, line: element.line }
    if (!known.has(activity)) throw new RuleBroken('scheduling.fet_answer_of_other_file', { activity })
    const [day, hour, room] = [textOf(element, 'Day'), textOf(element, 'Hour'), textOf(element, 'Room')]
    // An activity that FET could not place stands there without a time.
    if (day === '' || hour === '') continue
    places.set(activity, {
      time: names.check('day', day, where) * hours.length + names.check('hour', hour, where),
      room: room === '' ? null : names.check('room', room, where),
      leader: null,
    })
  }
  return { places: activityIds.map((id) => places.get(id) ?? null) }
}
