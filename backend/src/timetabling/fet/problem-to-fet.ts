/** Any week as a .fet file (导出为 FET 文件), as long as FET has words for it: for the office's export and for comparing with FET. Pure. */
import { RuleBroken } from '../../platform/errors.js'
import { hardWeight, type Meeting, type Problem } from '../solver/problem.js'
import type { AnswerKey } from './read-answer.js'
import { type FetNames, RuleWriter, uniqueNames } from './rules-to-fet.js'
import { constraint, fixedRoom, fixedTime } from './write-fet.js'
import { element, writeXml } from './write-xml.js'
import type { XmlElement } from './xml-tree.js'

export interface WeekNames {
  readonly institution: string
  readonly days: readonly string[]
  readonly hours: readonly string[]
}

export interface WrittenWeek {
  readonly text: string
  readonly key: AnswerKey
}

/** Throws RuleBroken `scheduling.fet_not_expressible` that names what FET cannot say. */
export function problemToFet(problem: Problem, week: WeekNames): WrittenWeek {
  const names = namesFor(problem, week)
  const writer = new RuleWriter(problem, names)
  const constraints = [...basics(problem, names), ...writtenRules(problem, writer)]
  const isSpace = ({ name }: XmlElement) => /Room|Building/.test(name)
  const text = writeXml(
    element(
      'fet',
      [
        element('Mode', 'Official'),
        element('Institution_Name', week.institution),
        element('Comments'),
        ...lists(problem, names, writer),
        element('Activities_List', activities(problem, names, writer)),
        ...places(names),
        element('Time_Constraints_List', [
          constraint('BasicCompulsoryTime', hardWeight),
          ...constraints.filter((each) => !isSpace(each)),
        ]),
        element('Space_Constraints_List', [
          constraint('BasicCompulsorySpace', hardWeight),
          ...constraints.filter(isSpace),
        ]),
      ],
      { version: '6.8.5' },
    ),
  )
  return { text, key: { days: names.days, hours: names.hours, rooms: names.rooms, activityIds: names.ids } }
}

function writtenRules(problem: Problem, writer: RuleWriter): XmlElement[] {
  const hasOpenLeader = problem.meetings.some(
    (meeting) => meeting.leaders.length > 1 && (meeting.locked?.leader ?? null) === null,
  )
  const rules = problem.rules.map((rule) => ({ rule, written: writer.write(rule) }))
  const unknown = [
    ...new Set([
      ...(hasOpenLeader ? ['leaders'] : []),
      ...rules.flatMap(({ rule, written }) => (written === null ? [rule.kind] : [])),
    ]),
  ]
  if (unknown.length > 0)
    throw new RuleBroken('scheduling.fet_not_expressible', { kinds: unknown.join(', ') })
  return rules.flatMap((each) => each.written ?? [])
}

/** Days, hours, subjects, tags, teachers and students. */
function lists(problem: Problem, names: FetNames, writer: RuleWriter): XmlElement[] {
  const times = (list: string, count: string, name: string, all: readonly string[]) =>
    element(list, [element(count, all.length), ...all.map((each) => named(name, each))])
  return [
    times('Days_List', 'Number_of_Days', 'Day', names.days),
    times('Hours_List', 'Number_of_Hours', 'Hour', names.hours),
    element(
      'Subjects_List',
      [...new Set(names.subjects)].map((name) => named('Subject', name, element('Comments'))),
    ),
    element(
      'Activity_Tags_List',
      writer.tags.map((name) => named('Activity_Tag', name, element('Printable', true), element('Comments'))),
    ),
    element(
      'Teachers_List',
      ofKind(problem, names, 'teacher').map((name) =>
        named(
          'Teacher',
          name,
          element('Target_Number_of_Hours', 0),
          element('Qualified_Subjects'),
          element('Comments'),
        ),
      ),
    ),
    element(
      'Students_List',
      ofKind(problem, names, 'students').map((name) =>
        named('Year', name, element('Number_of_Students', 0), element('Comments')),
      ),
    ),
  ]
}

/** Buildings and rooms. */
function places({ rooms, buildings }: FetNames): XmlElement[] {
  return [
    element(
      'Buildings_List',
      [...new Set(buildings.filter((name) => name !== ''))].map((name) =>
        named('Building', name, element('Comments')),
      ),
    ),
    element(
      'Rooms_List',
      rooms.map((name, i) =>
        named(
          'Room',
          name,
          element('Building', buildings[i]),
          element('Capacity', 30_000),
          element('Virtual', false),
          element('Comments'),
        ),
      ),
    ),
  ]
}

const named = (name: string, text: string, ...more: readonly XmlElement[]): XmlElement =>
  element(name, [element('Name', text), ...more])

function namesFor(problem: Problem, week: WeekNames): FetNames {
  // The parts of one section have ids in a row, the first of which is the number of the whole.
  const order = problem.meetings
    .map(({ section }, index) => ({ section, index }))
    .toSorted((a, b) => a.section - b.section || a.index - b.index)
  const ids = new Map(order.map(({ index }, i) => [index, i + 1]))
  const firstOf = new Map(order.toReversed().map(({ section, index }) => [section, index]))
  return {
    days: uniqueNames(week.days.slice(0, problem.days)),
    hours: uniqueNames(week.hours.slice(0, problem.periods)),
    people: uniqueNames(problem.people.map(({ name }) => name)),
    rooms: uniqueNames(problem.rooms.map(({ name }) => name)),
    buildings: problem.rooms.map(({ building }) =>
      building === null || building === undefined ? '' : `B${building + 1}`,
    ),
    subjects: problem.meetings.map(
      ({ section }) => uniqueNames([problem.meetings[firstOf.get(section)!]!.name])[0]!,
    ),
    ids: problem.meetings.map((_, index) => ids.get(index)!),
    firstOf,
  }
}

const ofKind = (problem: Problem, { people }: FetNames, kind: 'teacher' | 'students'): string[] =>
  people.filter((_, i) => problem.people[i]!.kind === kind)

const leaderOf = ({ leaders, locked }: Meeting): number[] =>
  locked?.leader !== null && locked?.leader !== undefined ? [locked.leader] : leaders.slice(0, 1)

function activities(problem: Problem, names: FetNames, writer: RuleWriter): XmlElement[] {
  const order = problem.meetings.map((_, index) => index).toSorted((a, b) => names.ids[a]! - names.ids[b]!)
  return order.map((index) => {
    const meeting = problem.meetings[index]!
    const same = problem.meetings.filter(({ section }) => section === meeting.section)
    const people = [...new Set([...meeting.people, ...leaderOf(meeting)])]
    const each = (kind: 'teacher' | 'students', name: string) =>
      people
        .filter((person) => problem.people[person]!.kind === kind)
        .map((person) => element(name, names.people[person]))
    return element('Activity', [
      ...each('teacher', 'Teacher'),
      element('Subject', names.subjects[index]),
      ...writer.tagsOf(index).map((tag) => element('Activity_Tag', tag)),
      ...each('students', 'Students'),
      element('Duration', meeting.length),
      element(
        'Total_Duration',
        same.reduce((total, { length }) => total + length, 0),
      ),
      element('Id', names.ids[index]),
      element('Activity_Group_Id', same.length > 1 ? names.ids[names.firstOf.get(meeting.section)!] : 0),
      element('Active', true),
      element('Comments', meeting.name),
    ])
  })
}

/** What holds without rules: closed times, who and what is unavailable, starts, rooms, locks. */
function basics(problem: Problem, names: FetNames): XmlElement[] {
  const at = (name: string, times: readonly number[]) =>
    times.map((time) =>
      element(name, [
        element('Day', names.days[Math.floor(time / problem.periods)]),
        element('Hour', names.hours[time % problem.periods]),
      ]),
    )
  const unavailable = (kind: string, holder: string, name: string, times: readonly number[]) =>
    times.length === 0
      ? []
      : [
          constraint(
            `${kind}NotAvailableTimes`,
            hardWeight,
            element(holder, name),
            element('Number_of_Not_Available_Times', times.length),
            ...at('Not_Available_Time', times),
          ),
        ]
  return [
    ...(problem.closed.length === 0
      ? []
      : [
          constraint(
            'BreakTimes',
            hardWeight,
            element('Number_of_Break_Times', problem.closed.length),
            ...at('Break_Time', problem.closed),
          ),
        ]),
    ...problem.people.flatMap(({ kind, unavailable: times }, i) =>
      kind === 'teacher'
        ? unavailable('Teacher', 'Teacher', names.people[i]!, times)
        : unavailable('StudentsSet', 'Students', names.people[i]!, times),
    ),
    ...problem.rooms.flatMap(({ unavailable: times }, i) =>
      unavailable('Room', 'Room', names.rooms[i]!, times),
    ),
    ...problem.meetings.flatMap((meeting, i) => basicsOf(meeting, names.ids[i]!, names)),
  ]
}

function basicsOf(
  { starts, rooms, isRoomOptional, locked }: Meeting,
  id: number,
  names: FetNames,
): XmlElement[] {
  return [
    ...(starts === null ? [] : [RuleWriter.starts(id, hardWeight, starts, names)]),
    ...(rooms.length === 0 || isRoomOptional ? [] : [RuleWriter.rooms(id, hardWeight, rooms, names)]),
    ...(locked === null
      ? []
      : [
          fixedTime(id, locked, names, true),
          ...(locked.room === null ? [] : [fixedRoom(id, names.rooms[locked.room]!, true)]),
        ]),
  ]
}
