/** How far are meetings from how a rule wants them to stand to one another (课次之间的规则)? Pure. */
import { among, pairsOf, timesBetween, type Placed, type PlacedMeeting } from './check-placed.js'
import type { Finding } from './check-week.js'
import type { MeetingsRule, Problem } from './problem.js'

const find = (amount: number, meetings: readonly PlacedMeeting[], more: Partial<Finding> = {}): Finding[] =>
  amount > 0
    ? [
        {
          amount,
          meetings: meetings.map(({ meeting }) => meeting),
          people: [],
          rooms: [],
          times: meetings.map(({ time }) => time),
          ...more,
        },
      ]
    : []

/** One finding for each pair that is wrong; the amount says how wrong. */
const judgePairs = (
  meetings: readonly PlacedMeeting[],
  amountOf: (one: PlacedMeeting, other: PlacedMeeting) => number,
): Finding[] => pairsOf(meetings).flatMap(([one, other]) => find(amountOf(one, other), [one, other]))

const yes = (isBroken: boolean): number => (isBroken ? 1 : 0)
const touch = (one: PlacedMeeting, other: PlacedMeeting): boolean =>
  one.day === other.day && (one.end === other.start || other.end === one.start)

/** Both must be placed; over what is not placed nothing can be said. */
function judgeTwo(
  placed: Placed,
  first: number,
  second: number,
  isRight: (first: PlacedMeeting, second: PlacedMeeting) => boolean,
): Finding[] {
  const [one, other] = [
    placed.meetings.find(({ meeting }) => meeting === first),
    placed.meetings.find(({ meeting }) => meeting === second),
  ]
  return one && other && !isRight(one, other) ? find(1, [one, other]) : []
}

export function judgeMeetings(placed: Placed, rule: MeetingsRule): Finding[] {
  switch (rule.kind) {
    // Days too few; and, where two of one day must touch, one more if they do not, however far apart all should be.
    case 'days_apart':
      return judgePairs(
        among(placed, rule.meetings),
        (one, other) =>
          Math.max(0, rule.least - Math.abs(one.day - other.day)) +
          yes(rule.adjacent && one.day === other.day && !touch(one, other)),
      )
    case 'same_start':
      return judgePairs(among(placed, rule.meetings), (one, other) => yes(one.time !== other.time))
    case 'same_day':
      return judgePairs(among(placed, rule.meetings), (one, other) => yes(one.day !== other.day))
    case 'same_period':
      return judgePairs(among(placed, rule.meetings), (one, other) => yes(one.start !== other.start))
    case 'not_overlapping':
      return judgePairs(
        among(placed, rule.meetings),
        (one, other) => one.times.filter((time) => other.times.includes(time)).length,
      )
    case 'consecutive':
      return judgeTwo(
        placed,
        rule.first,
        rule.second,
        (first, second) =>
          first.day === second.day &&
          second.start >= first.end &&
          isClosedBetween(placed.problem, first, second),
      )
    case 'ordered':
      return judgeTwo(
        placed,
        rule.first,
        rule.second,
        (first, second) => first.day < second.day || (first.day === second.day && first.end <= second.start),
      )
    case 'at_most_at_once':
      return rule.times.flatMap((time) => {
        const there = among(placed, rule.meetings).filter(({ times }) => times.includes(time))
        return find(there.length - rule.most, there, { times: [time] })
      })
    case 'kinds_a_day':
      return rule.days.flatMap((day) => {
        const there = among(placed, rule.meetings).filter((meeting) => meeting.day === day)
        const kinds = new Set(there.map(({ meeting }) => placed.problem.meetings[meeting]!.category))
        return find(rule.least - kinds.size, there, {
          times: timesBetween(day * placed.problem.periods, placed.problem.periods),
        })
      })
    case 'ends_day':
      return among(placed, rule.meetings).flatMap((last) => judgeEnd(placed, last))
  }
}

const isClosedBetween = (
  { closed, periods }: Problem,
  first: PlacedMeeting,
  second: PlacedMeeting,
): boolean =>
  timesBetween(first.day * periods + first.end, second.start - first.end).every((time) =>
    closed.includes(time),
  )

/** One finding for a meeting; the amount is the number of its students who have something later that day. */
function judgeEnd(placed: Placed, last: PlacedMeeting): Finding[] {
  const students = last.people.filter((person) => placed.problem.people[person]?.kind === 'students')
  const later = placed.meetings.filter((meeting) => meeting.day === last.day && meeting.start >= last.end)
  const kept = students.filter((person) => later.some(({ people }) => people.includes(person)))
  return find(
    kept.length,
    [last, ...later.filter(({ people }) => people.some((person) => kept.includes(person)))],
    { people: kept },
  )
}
