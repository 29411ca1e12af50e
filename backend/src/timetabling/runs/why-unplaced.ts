/** Why could a meeting not be placed (未排原因)? Goes through every time and counts what stands in its way. Pure. */
import type { Meeting, Problem, Solution } from '../solver/problem.js'

export interface Reason {
  /** Times that would have to be open; what they failed by. */
  readonly times: number
  readonly people: readonly { readonly name: string; readonly times: number }[]
  readonly rooms: number
  /** Nobody and nothing is in the way there, only a rule over several meetings. */
  readonly rules: number
}

const namedPeople = 3

export function whyUnplaced(problem: Problem, solution: Solution, index: number): Reason {
  const meeting = problem.meetings[index]!
  const open = Array.from({ length: problem.days * problem.periods }, (_, time) => time).filter(
    (time) => !problem.closed.includes(time),
  )
  const busy = new Map<string, number>()
  let [rooms, rules] = [0, 0]
  for (const time of open) {
    const there = problem.meetings.flatMap((other, at) =>
      solution.places[at]?.time === time && at !== index ? [{ other, place: solution.places[at] }] : [],
    )
    const inTheWay = peopleInTheWay(
      problem,
      meeting,
      time,
      there.flatMap(({ other, place }) => [
        ...other.people,
        ...(place.leader === null ? [] : [place.leader]),
      ]),
    )
    if (inTheWay.length > 0) for (const name of inTheWay) busy.set(name, (busy.get(name) ?? 0) + 1)
    else if (
      meeting.rooms.length > 0 &&
      meeting.rooms.every(
        (room) =>
          problem.rooms[room]!.unavailable.includes(time) || there.some(({ place }) => place.room === room),
      )
    )
      rooms += 1
    else rules += 1
  }
  const people = [...busy]
    .map(([name, times]) => ({ name, times }))
    .sort((one, other) => other.times - one.times)
    .slice(0, namedPeople)
  return { times: open.length, people, rooms, rules }
}

function peopleInTheWay(problem: Problem, meeting: Meeting, time: number, busy: readonly number[]): string[] {
  const cannot = (person: number) =>
    problem.people[person]!.unavailable.includes(time) || busy.includes(person)
  const given = meeting.people.filter(cannot).map((person) => problem.people[person]!.name)
  return meeting.leaders.length > 0 && meeting.leaders.every(cannot)
    ? [...given, meeting.leaders.map((leader) => problem.people[leader]!.name).join('/')]
    : given
}

/** As the school reads it. */
export function reasonSentences(
  section: string,
  { times, people, rooms, rules }: Reason,
): { zh: string; en: string } {
  const zh = [
    ...people.map((each) => `${each.name} 有 ${each.times} 个时段没空`),
    ...(rooms > 0 ? [`${rooms} 个时段没有空场地`] : []),
    ...(rules > 0 ? [`${rules} 个时段不符合排课要求（间隔、同时或种类）`] : []),
  ]
  const en = [
    ...people.map((each) => `${each.name} is not free at ${each.times}`),
    ...(rooms > 0 ? [`there is no free room at ${rooms}`] : []),
    ...(rules > 0 ? [`the school's rules (days apart, together, kinds) are against ${rules}`] : []),
  ]
  return {
    zh: `“${section}”还差一次：一周 ${times} 个时段里，${zh.join('，')}。可以换教师或场地、放宽要求，或解锁别的课程班再排。`,
    en: `${section} lacks a meeting: of ${times} slots, ${en.join('; ')}. Change the teacher or room, ask for less, or unlock another section and run again.`,
  }
}
