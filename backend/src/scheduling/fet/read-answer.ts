/** What timetable did FET make (FET 的答案)? Its *_activities.xml as an answer to our problem, so that one judge looks at both. */
import { Invalid, RuleBroken } from '../../platform/errors.js'
import type { Place, Solution } from '../solver/problem.js'
import { Names } from './names.js'
import { countOf } from './read-values.js'
import type { FetProblem } from './to-problem.js'
import { childrenOf, readXml, textOf } from './xml-tree.js'

/** Throws Invalid and RuleBroken with one of the codes `scheduling.fet_…`. */
export function readAnswer(bytes: Uint8Array, { file, problem, activityIds }: FetProblem): Solution {
  const root = readXml(bytes)
  if (root.name !== 'Activities_Timetable') throw new Invalid('scheduling.fet_wrong_root', { name: root.name, expected: 'Activities_Timetable' })
  const names = new Names({ day: file.days, hour: file.hours, room: problem.rooms.map(({ name }) => name) })
  const places = new Map<number, Place>()
  for (const element of childrenOf(root, 'Activity')) {
    const activity = countOf(element, 'Id')
    const where = { where: `Activity ${activity}`, line: element.line }
    if (!activityIds.includes(activity)) throw new RuleBroken('scheduling.fet_answer_of_other_file', { activity })
    const [day, hour, room] = [textOf(element, 'Day'), textOf(element, 'Hour'), textOf(element, 'Room')]
    // An activity that FET could not place stands there without a time.
    if (day === '' || hour === '') continue
    places.set(activity, { time: names.check('day', day, where) * problem.periods + names.check('hour', hour, where), room: room === '' ? null : names.check('room', room, where), leader: null })
  }
  return { places: activityIds.map((id) => places.get(id) ?? null) }
}
