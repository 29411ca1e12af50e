/** What does one constraint of a .fet file say (读取 FET 约束)? The same fields have had several element names over the years. */
import { Invalid } from '../../platform/errors.js'
import { formerKinds, neededFields } from './constraint-kinds.js'
import type { FetConstraint, FetTime } from './fet-file.js'
import type { Names, Where } from './names.js'
import { booleanOf, countOf, weightOf } from './read-values.js'
import { childOf, childrenOf, textOf, valueOf, type XmlElement } from './xml-tree.js'

const limitNames = [
  'Max_Days_Per_Week',
  'Maximum_Hours_Daily',
  'Minimum_Hours_Daily',
  'Maximum_Hours_Continuously',
  'Max_Gaps',
  'Max_Beginnings_At_Second_Hour',
  'MinDays',
  'Max_Number_of_Simultaneous_Activities',
  'Max_Simultaneous',
  'Min_Gaps_Between_Building_Changes',
]
const timeNames = [
  'Not_Available_Time',
  'Break_Time',
  'Preferred_Starting_Time',
  'Preferred_Time_Slot',
  'Preferred_Time',
  'Selected_Time_Slot',
]
const dayNames = ['Day', 'Preferred_Starting_Day', 'Preferred_Day', 'Selected_Day']
const hourNames = ['Hour', 'Preferred_Starting_Hour', 'Preferred_Hour', 'Selected_Hour']

export function readConstraint(element: XmlElement, names: Names): FetConstraint {
  const given = element.name.replace(/^Constraint/, '')
  const kind = formerKinds.get(given) ?? given
  const where: Where = { where: element.name, line: element.line }
  const needed = neededFields(kind)
  // What is not understood is only counted.
  if (needed === null) return { ...nothing, kind, line: element.line, weight: 0 }
  const one = (nameKind: 'teacher' | 'students' | 'subject' | 'tag', ...elementNames: string[]) => {
    const text = elementNames.map((name) => textOf(element, name)).find((each) => each !== '')
    if (text === undefined) return null
    names.check(nameKind, text, where)
    return text
  }
  const number = (...elementNames: string[]) => {
    const name = elementNames.find((each) => valueOf(element, each) !== '')
    return name === undefined ? null : countOf(element, name)
  }
  const all = (...elementNames: string[]) =>
    elementNames
      .flatMap((name) => childrenOf(element, name))
      .map(({ text }) => text)
      .filter((text) => text !== '')
  const constraint: FetConstraint = {
    kind,
    line: element.line,
    weight: weightOf(element),
    teacher: one('teacher', 'Teacher_Name', 'Teacher'),
    students: one('students', 'Students_Name', 'Students'),
    subject: one('subject', 'Subject_Name', 'Subject'),
    tag: one('tag', 'Activity_Tag_Name', 'Activity_Tag'),
    rooms: all('Room', 'Preferred_Room'),
    activities: all('Activity_Id', 'First_Activity_Id', 'Second_Activity_Id').map((text) => {
      names.check('activity', text.trim(), where)
      return Number(text)
    }),
    times: timesOf(element, names, where),
    limit: number(...limitNames),
    component: number('Component_Number'),
    duration: number('Duration'),
    isConsecutive: booleanOf(
      element,
      childOf(element, 'Consecutive_If_Same_Day') ? 'Consecutive_If_Same_Day' : 'Adjacent_If_Broken',
      true,
    ),
    allowsEmptyDays: booleanOf(element, 'Allow_Empty_Days', true),
    hasRealRooms: childrenOf(element, 'Real_Room').length > 0,
  }
  for (const room of constraint.rooms) names.check('room', room, where)
  const missing = needed.find(
    (field) =>
      constraint[field] === null ||
      (field !== 'times' && Array.isArray(constraint[field]) && constraint[field].length === 0),
  )
  if (missing) throw new Invalid('scheduling.fet_missing', { ...where, name: missing })
  return constraint
}

const nothing: Omit<FetConstraint, 'kind' | 'line' | 'weight'> = {
  teacher: null,
  students: null,
  subject: null,
  tag: null,
  rooms: [],
  activities: [],
  times: [],
  limit: null,
  component: null,
  duration: null,
  isConsecutive: false,
  allowsEmptyDays: true,
  hasRealRooms: false,
}

/** Times stand in elements of their own, or (one preferred starting time) right in the constraint; a day or hour left out means all. */
function timesOf(element: XmlElement, names: Names, where: Where): FetTime[] {
  const own = childOf(element, 'Preferred_Day') || childOf(element, 'Preferred_Hour') ? [element] : []
  return [...own, ...timeNames.flatMap((name) => childrenOf(element, name))].flatMap((holder) => {
    const days = placesOf(holder, 'day', dayNames, names, where)
    const hours = placesOf(holder, 'hour', hourNames, names, where)
    return days.flatMap((day) => hours.map((hour): FetTime => ({ day, hour })))
  })
}

function placesOf(
  holder: XmlElement,
  kind: 'day' | 'hour',
  elementNames: readonly string[],
  names: Names,
  where: Where,
): number[] {
  const text = elementNames.map((name) => textOf(holder, name)).find((each) => each !== '')
  return text === undefined
    ? Array.from({ length: names.count(kind) }, (_, i) => i)
    : [names.check(kind, text, where)]
}
