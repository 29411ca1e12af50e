/** What does a .fet file say (读取 FET 文件)? Every name in it is looked up; what is wrong is refused with a sentence that says where. */
import { Invalid } from '../../platform/errors.js'
import type { FetActivity, FetFile, FetRoom, FetStudents } from './fet-file.js'
import { Names } from './names.js'
import { readConstraint } from './read-constraint.js'
import { booleanOf, countOf } from './read-values.js'
import {
  childOf,
  childrenOf,
  readXml,
  textOf,
  usualLimits,
  valueOf,
  type XmlElement,
  type XmlLimits,
} from './xml-tree.js'

/** Throws Invalid with one of the codes `scheduling.fet_…`. */
export function readFet(bytes: Uint8Array, limits: XmlLimits = usualLimits): FetFile {
  const tree = readXml(bytes, limits)
  if (tree.name !== 'fet')
    throw new Invalid('scheduling.fet_wrong_root', { name: tree.name, expected: 'fet' })
  const version = tree.attributes['version'] ?? ''
  if (!/^[567](\.|$)/.test(version)) throw new Invalid('scheduling.fet_version', { version })
  const mode = childOf(tree, 'Mode')?.text.trim() ?? 'Official'
  if (mode !== 'Official') throw new Invalid('scheduling.fet_mode', { mode })
  const days = namesOfWeek(tree, 'Days_List', 'Number_of_Days', 'Day')
  const hours = namesOfWeek(tree, 'Hours_List', 'Number_of_Hours', 'Hour')
  const subjects = namesOf(tree, 'Subjects_List', 'Subject')
  const tags = namesOf(tree, 'Activity_Tags_List', 'Activity_Tag', 'optional')
  const teachers = namesOf(tree, 'Teachers_List', 'Teacher')
  const years = childrenOf(listOf(tree, 'Students_List'), 'Year').map((year) =>
    studentsOf(year, ['Group', 'Subgroup']),
  )
  checkLevels(tree, years)
  const rooms = childrenOf(childOf(tree, 'Rooms_List'), 'Room').map(roomOf)
  unique(
    childOf(tree, 'Rooms_List') ?? tree,
    rooms.map(({ name }) => name),
  )
  const names = new Names({
    teacher: teachers,
    subject: subjects,
    tag: tags,
    students: namesOfAll(years),
    room: rooms.map(({ name }) => name),
    day: days,
    hour: hours,
  })
  const activities = childrenOf(listOf(tree, 'Activities_List'), 'Activity').map((element) =>
    activityOf(element, names),
  )
  unique(
    listOf(tree, 'Activities_List'),
    activities.map(({ id }) => String(id)),
  )
  const known = names.with(
    'activity',
    activities.map(({ id }) => String(id)),
  )
  const constraints = ['Time_Constraints_List', 'Space_Constraints_List']
    .flatMap((list) => listOf(tree, list).children)
    .filter((element) => booleanOf(element, 'Active', true))
    .map((element) => readConstraint(element, known))
  return { tree, version, days, hours, subjects, tags, teachers, years, activities, rooms, constraints }
}

function listOf(tree: XmlElement, name: string): XmlElement {
  const list = childOf(tree, name)
  if (!list) throw new Invalid('scheduling.fet_missing', { where: tree.name, line: tree.line, name })
  return list
}

function unique(list: XmlElement, names: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name))
      throw new Invalid('scheduling.fet_duplicate', { where: list.name, line: list.line, name })
    seen.add(name)
  }
  return names
}

function namesOf(
  tree: XmlElement,
  listName: string,
  name: string,
  need: 'needed' | 'optional' = 'needed',
): readonly string[] {
  const list = need === 'needed' ? listOf(tree, listName) : childOf(tree, listName)
  return list ? unique(list, childrenOf(list, name).map(nameOf)) : []
}

function nameOf(element: XmlElement): string {
  const name = textOf(element, 'Name')
  if (name === '')
    throw new Invalid('scheduling.fet_missing', { where: element.name, line: element.line, name: 'Name' })
  return name
}

/** Once `<Number>5</Number><Name>Mon</Name>…`, now `<Number_of_Days>5</Number_of_Days><Day><Name>Mon</Name></Day>…`. */
function namesOfWeek(tree: XmlElement, listName: string, countName: string, name: string): readonly string[] {
  const list = listOf(tree, listName)
  const count = countOf(list, childOf(list, countName) ? countName : 'Number')
  const nested = childrenOf(list, name).map(nameOf)
  const all = nested.length > 0 ? nested : childrenOf(list, 'Name').map(({ text }) => text)
  if (all.length < count || count === 0)
    throw new Invalid('scheduling.fet_missing', { where: listName, line: list.line, name })
  return unique(list, all.slice(0, count))
}

function studentsOf(element: XmlElement, [below, ...further]: readonly string[]): FetStudents {
  return {
    name: nameOf(element),
    size: valueOf(element, 'Number_of_Students') === '' ? 0 : countOf(element, 'Number_of_Students'),
    sets: below === undefined ? [] : childrenOf(element, below).map((child) => studentsOf(child, further)),
  }
}

const namesOfAll = (sets: readonly FetStudents[]): string[] =>
  sets.flatMap((set) => [set.name, ...namesOfAll(set.sets)])

/** A group may belong to several years, but a name cannot be a year here and a group there. */
function checkLevels(tree: XmlElement, years: readonly FetStudents[]): void {
  const list = listOf(tree, 'Students_List')
  unique(
    list,
    years.map(({ name }) => name),
  )
  const groups = years.flatMap(({ sets }) => sets)
  const levels = [years, groups, groups.flatMap(({ sets }) => sets)].map(
    (level) => new Set(level.map(({ name }) => name)),
  )
  const twice = levels.flatMap((level, i) =>
    [...level].filter((name) => levels.slice(i + 1).some((below) => below.has(name))),
  )[0]
  if (twice !== undefined)
    throw new Invalid('scheduling.fet_duplicate', { where: list.name, line: list.line, name: twice })
}

function roomOf(element: XmlElement): FetRoom {
  const capacity =
    valueOf(element, 'Capacity') === '' ? Number.MAX_SAFE_INTEGER : countOf(element, 'Capacity')
  return {
    name: nameOf(element),
    building: textOf(element, 'Building'),
    capacity,
    isVirtual: booleanOf(element, 'Virtual'),
  }
}

function activityOf(element: XmlElement, names: Names): FetActivity {
  const id = countOf(element, 'Id')
  const where = { where: `Activity ${id}`, line: element.line }
  const all = (name: string) =>
    childrenOf(element, name)
      .map(({ text }) => text)
      .filter((text) => text !== '')
  const activity: FetActivity = {
    id,
    group: valueOf(element, 'Activity_Group_Id') === '' ? 0 : countOf(element, 'Activity_Group_Id'),
    teachers: all('Teacher'),
    subject: textOf(element, 'Subject'),
    tags: all('Activity_Tag'),
    students: all('Students'),
    duration: countOf(element, 'Duration'),
    size: valueOf(element, 'Number_Of_Students') === '' ? null : countOf(element, 'Number_Of_Students'),
    isActive: booleanOf(element, 'Active', true),
  }
  if (activity.duration < 1 || activity.duration > names.count('hour'))
    throw new Invalid('scheduling.fet_bad_value', { ...where, name: 'Duration', value: activity.duration })
  for (const teacher of activity.teachers) names.check('teacher', teacher, where)
  for (const tag of activity.tags) names.check('tag', tag, where)
  for (const students of activity.students) names.check('students', students, where)
  names.check('subject', activity.subject, where)
  return activity
}
