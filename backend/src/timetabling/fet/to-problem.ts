/** A .fet file as a week to be solved, and its answers as places (FET 文件转为排课问题). Pure. */
import { RuleBroken } from '../../platform/errors.js'
import type { Meeting, Person, Problem, RoomOf, Rule } from '../solver/problem.js'
import type { FetConstraint, FetFile } from './fet-file.js'
import type { AnswerKey } from './read-answer.js'
import { roomsOf, roomWishes } from './rooms-of.js'
import { buildingsOf, rulesOf, timesOf } from './rules-of.js'
import { Selection } from './selection.js'
import { hardStarts } from './starts-of.js'

export interface LeftOut {
  /** The name of the element. */
  readonly kind: string
  readonly count: number
}

export interface FetProblem {
  /** For reading FET's own answer to the file. */
  readonly key: AnswerKey
  readonly file: FetFile
  readonly problem: Problem
  /** The id of the activity behind each meeting; rooms stand in the order of the file. */
  readonly activityIds: readonly number[]
  /** What was not understood and is not in the problem. */
  readonly leftOut: readonly LeftOut[]
}

/** Throws RuleBroken: `scheduling.fet_unsupported` unless told to ignore it, `scheduling.fet_no_room`. */
export function toProblem(
  file: FetFile,
  { ignoreUnsupported = false }: { readonly ignoreUnsupported?: boolean } = {},
): FetProblem {
  const selection = new Selection(file)
  const understood = file.constraints.map((constraint) => ({
    constraint,
    rules: isVirtual(file, constraint) ? null : rulesOf(selection, constraint),
  }))
  const leftOut = count(
    understood.flatMap(({ constraint, rules }) =>
      rules === null
        ? [`Constraint${constraint.kind}${isVirtual(file, constraint) ? ' (virtual room)' : ''}`]
        : [],
    ),
  )
  if (leftOut.length > 0 && !ignoreUnsupported)
    throw new RuleBroken('scheduling.fet_unsupported', {
      kinds: leftOut.map((each) => `${each.kind} × ${each.count}`).join(', '),
    })
  const used =
    leftOut.length === 0
      ? selection
      : new Selection({
          ...file,
          constraints: file.constraints.filter((constraint) => !isVirtual(file, constraint)),
        })
  const rules = understood.flatMap((each): readonly Rule[] => each.rules ?? [])
  const problem: Problem = {
    days: file.days.length,
    periods: file.hours.length,
    closed: timesWhere(used, ({ kind }) => kind === 'BreakTimes'),
    people: people(used),
    rooms: rooms(used),
    meetings: meetings(used),
    rules: [...rules, ...roomWishes(used)],
  }
  const activityIds = used.activities.map(({ id }) => id)
  return {
    file,
    problem,
    activityIds,
    leftOut,
    key: { days: file.days, hours: file.hours, rooms: file.rooms.map(({ name }) => name), activityIds },
  }
}

const isVirtual = (file: FetFile, { rooms: names, hasRealRooms }: FetConstraint): boolean =>
  hasRealRooms || file.rooms.some(({ name, isVirtual: is }) => is && names.includes(name))

function count(kinds: readonly string[]): LeftOut[] {
  return [...new Set(kinds)]
    .toSorted()
    .map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
}

const timesWhere = (selection: Selection, isMeant: (constraint: FetConstraint) => boolean): number[] =>
  [
    ...new Set(
      selection.file.constraints.filter(isMeant).flatMap((constraint) => timesOf(selection, constraint)),
    ),
  ].toSorted((a, b) => a - b)

function people(selection: Selection): Person[] {
  const teachers = selection.file.teachers.map((name): Person => ({
    name,
    kind: 'teacher',
    unavailable: timesWhere(
      selection,
      ({ kind, teacher }) => kind === 'TeacherNotAvailableTimes' && teacher === name,
    ),
  }))
  const students = selection.groups.map(({ name, atoms }): Person => {
    const isMeant = ({ kind, students: set }: FetConstraint) =>
      kind === 'StudentsSetNotAvailableTimes' &&
      [...selection.students.atomsOf(set!)].some((atom) => atoms.has(atom))
    return { name, kind: 'students', unavailable: timesWhere(selection, isMeant) }
  })
  return [...teachers, ...students]
}

function rooms(selection: Selection): RoomOf[] {
  const buildings = buildingsOf(selection)
  return selection.file.rooms.map(({ name, building }) => ({
    name,
    building: building === '' ? null : buildings.indexOf(building),
    unavailable: timesWhere(
      selection,
      (constraint) => constraint.kind === 'RoomNotAvailableTimes' && constraint.rooms.includes(name),
    ),
  }))
}

function meetings(selection: Selection): Meeting[] {
  const starts = hardStarts(selection)
  const { subjects } = selection.file
  const sections = new Map<number, number>()
  return selection.activities.map((activity, index) => {
    const first = activity.group === 0 ? activity.id : activity.group
    if (!sections.has(first)) sections.set(first, sections.size)
    const choices = roomsOf(selection, activity)
    return {
      name: `${activity.id} ${activity.subject}`,
      section: sections.get(first)!,
      length: activity.duration,
      people: selection.peopleAt(activity),
      leaders: [],
      rooms: choices.rooms,
      isRoomOptional: choices.isOptional,
      starts: starts[index]!,
      locked: null,
      category: subjects.indexOf(activity.subject),
      former: null,
    }
  })
}
