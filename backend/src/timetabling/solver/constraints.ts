/**
 * What each rule says when it is broken (排课规则说明): one named function for each kind, hard or soft, with a sentence in
 * Chinese and English that names the meetings, people, rooms and times. Pure.
 */
import type { Violation } from './check.js'
import type { Problem } from './problem.js'

export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** How times are called; the problem itself knows only numbers. */
export interface Naming {
  time(time: number): Sentence
  day(day: number): Sentence
}

interface Parts {
  readonly meetings: Sentence
  readonly people: Sentence
  readonly rooms: Sentence
  readonly times: Sentence
  readonly days: Sentence
  readonly amount: number
}

type Say = (parts: Parts) => Sentence

const both = (
  zh: (of: (part: Sentence) => string) => string,
  en: (of: (part: Sentence) => string) => string,
): Sentence => ({ zh: zh((part) => part.zh), en: en((part) => part.en) })

const personTwice: Say = ({ people, meetings, times }) =>
  both(
    (of) => `${of(people)}在${of(times)}要同时参加${of(meetings)}`,
    (of) => `${of(people)} would be in ${of(meetings)} at the same time on ${of(times)}`,
  )
const roomTwice: Say = ({ rooms, meetings, times }) =>
  both(
    (of) => `${of(rooms)}在${of(times)}同时安排了${of(meetings)}`,
    (of) => `${of(rooms)} would hold ${of(meetings)} at the same time on ${of(times)}`,
  )
const personUnavailable: Say = ({ people, times }) =>
  both(
    (of) => `${of(people)}在${of(times)}不能参加`,
    (of) => `${of(people)} cannot come on ${of(times)}`,
  )
const roomUnavailable: Say = ({ rooms, times }) =>
  both(
    (of) => `${of(rooms)}在${of(times)}不能使用`,
    (of) => `${of(rooms)} cannot be used on ${of(times)}`,
  )
const closed: Say = ({ times }) =>
  both(
    (of) => `${of(times)}不安排活动`,
    (of) => `nothing takes place on ${of(times)}`,
  )
const overEnd: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}超出了当天的结束时间`,
    (of) => `${of(meetings)} would go past the end of the day`,
  )
const start: Say = ({ meetings, times }) =>
  both(
    (of) => `${of(meetings)}不能在${of(times)}开始`,
    (of) => `${of(meetings)} cannot start on ${of(times)}`,
  )
const room: Say = ({ meetings, rooms }) =>
  rooms.zh === ''
    ? both(
        (of) => `${of(meetings)}没有可用的场地`,
        (of) => `${of(meetings)} has no room`,
      )
    : both(
        (of) => `${of(meetings)}不能用${of(rooms)}`,
        (of) => `${of(meetings)} cannot be in ${of(rooms)}`,
      )
const lock: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}已锁定在别的位置`,
    (of) => `${of(meetings)} is locked elsewhere`,
  )
const leader: Say = ({ meetings, people }) =>
  people.zh === ''
    ? both(
        (of) => `${of(meetings)}没有任课教师`,
        (of) => `${of(meetings)} has no teacher`,
      )
    : both(
        (of) => `${of(people)}不能任教${of(meetings)}`,
        (of) => `${of(people)} cannot lead ${of(meetings)}`,
      )
const sectionLeader: Say = ({ meetings, people }) =>
  both(
    (of) => `${of(meetings)}是同一个课程班，却由${of(people)}分别任教`,
    (of) => `${of(meetings)} are one section, but would be led by ${of(people)}`,
  )
const maxDays: Say = ({ people, amount }) =>
  both(
    (of) => `${of(people)}每周到校的天数超出 ${amount} 天`,
    (of) => `${of(people)} would come on ${amount} day(s) too many`,
  )
const maxADay: Say = ({ people, amount }) =>
  both(
    (of) => `${of(people)}一天的课次超出 ${amount} 次`,
    (of) => `${of(people)} would have ${amount} session(s) too many on a day`,
  )
const minADay: Say = ({ people, amount }) =>
  both(
    (of) => `${of(people)}一天的课次少了 ${amount} 次`,
    (of) => `${of(people)} would have ${amount} session(s) too few on a day`,
  )
const maxInARow: Say = ({ people, amount }) =>
  both(
    (of) => `${of(people)}连续的课次超出 ${amount} 次`,
    (of) => `${of(people)} would have ${amount} session(s) too many in a row`,
  )
const maxGapsAWeek: Say = ({ people, amount }) =>
  both(
    (of) => `${of(people)}一周的空档多出 ${amount} 个`,
    (of) => `${of(people)} would have ${amount} gap(s) too many in the week`,
  )
const maxGapsADay: Say = ({ people, amount }) =>
  both(
    (of) => `${of(people)}一天的空档多出 ${amount} 个`,
    (of) => `${of(people)} would have ${amount} gap(s) too many on a day`,
  )
const earlyStart: Say = ({ people, amount }) =>
  both(
    (of) => `${of(people)}有 ${amount} 天开始得太晚`,
    (of) => `${of(people)} would begin too late on ${amount} day(s)`,
  )
const buildingGaps: Say = ({ people, times }) =>
  both(
    (of) => `${of(people)}在${of(times)}来不及换楼`,
    (of) => `${of(people)} would have too little time to change buildings on ${of(times)}`,
  )
const daysApart: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}相隔的天数不够`,
    (of) => `${of(meetings)} would be too few days apart`,
  )
const sameStart: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}应当同时开始`,
    (of) => `${of(meetings)} have to start together`,
  )
const sameDay: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}应当在同一天`,
    (of) => `${of(meetings)} have to be on one day`,
  )
const samePeriod: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}应当在每天的同一时段`,
    (of) => `${of(meetings)} have to be in the same slot of the day`,
  )
const notOverlapping: Say = ({ meetings, times }) =>
  both(
    (of) => `${of(meetings)}应当错开，却都在${of(times)}`,
    (of) => `${of(meetings)} must not be at the same time, but are on ${of(times)}`,
  )
const consecutive: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}应当前后相接`,
    (of) => `${of(meetings)} have to follow each other directly`,
  )
const ordered: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}的先后次序不对`,
    (of) => `${of(meetings)} are in the wrong order`,
  )
const atMostAtOnce: Say = ({ times, amount }) =>
  both(
    (of) => `${of(times)}同时开的课程班多出 ${amount} 个`,
    (of) => `${amount} section(s) too many at the same time on ${of(times)}`,
  )
const kindsADay: Say = ({ days, amount }) =>
  both(
    (of) => `${of(days)}可选的种类少了 ${amount} 种`,
    (of) => `${amount} kind(s) too few to choose from on ${of(days)}`,
  )
const endsDay: Say = ({ meetings, people }) =>
  both(
    (of) => `${of(meetings)}应当是${of(people)}当天的最后一项`,
    (of) => `${of(meetings)} has to be the last of the day for ${of(people)}`,
  )
const startsAmong: Say = ({ meetings, times }) =>
  both(
    (of) => `${of(meetings)}最好不在${of(times)}开始`,
    (of) => `${of(meetings)} had better not start on ${of(times)}`,
  )
const roomsAmong: Say = ({ meetings, rooms }) =>
  rooms.zh === ''
    ? both(
        (of) => `${of(meetings)}没有排进想要的场地`,
        (of) => `${of(meetings)} is not in a room that it wants`,
      )
    : both(
        (of) => `${of(meetings)}最好不用${of(rooms)}`,
        (of) => `${of(meetings)} had better not be in ${of(rooms)}`,
      )
const ratherNot: Say = ({ people, times }) =>
  both(
    (of) => `${of(people)}希望不排${of(times)}`,
    (of) => `${of(people)} would rather not come on ${of(times)}`,
  )
const evenLoad: Say = ({ people }) =>
  both(
    (of) => `${of(people)}的工作量和别人相差较多`,
    (of) => `${of(people)} has a load unlike the others'`,
  )
const oneRoom: Say = ({ rooms, meetings }) =>
  both(
    (of) => `${of(meetings)}要在${of(rooms)}之间换场地`,
    (of) => `${of(meetings)} would change between ${of(rooms)}`,
  )
const mixedDays: Say = ({ people, days }) =>
  both(
    (of) => `${of(people)}在${of(days)}有同一类的活动不止一次`,
    (of) => `${of(people)} would have the same kind of activity more than once on ${of(days)}`,
  )
const keep: Say = ({ meetings }) =>
  both(
    (of) => `${of(meetings)}和现行课表不同`,
    (of) => `${of(meetings)} would differ from the timetable in force`,
  )

const sentences: Readonly<Record<Violation['rule'], Say>> = {
  person_twice: personTwice,
  room_twice: roomTwice,
  person_unavailable: personUnavailable,
  room_unavailable: roomUnavailable,
  closed,
  over_end: overEnd,
  start,
  room,
  lock,
  leader,
  section_leader: sectionLeader,
  max_days: maxDays,
  max_a_day: maxADay,
  min_a_day: minADay,
  max_in_a_row: maxInARow,
  max_gaps_a_week: maxGapsAWeek,
  max_gaps_a_day: maxGapsADay,
  early_start: earlyStart,
  building_gaps: buildingGaps,
  days_apart: daysApart,
  same_start: sameStart,
  same_day: sameDay,
  same_period: samePeriod,
  not_overlapping: notOverlapping,
  consecutive,
  ordered,
  at_most_at_once: atMostAtOnce,
  kinds_a_day: kindsADay,
  ends_day: endsDay,
  starts_among: startsAmong,
  rooms_among: roomsAmong,
  rather_not: ratherNot,
  even_load: evenLoad,
  one_room: oneRoom,
  mixed_days: mixedDays,
  keep,
}

/** What is wrong, without a full stop, so that it can stand in a list or a longer sentence. */
export function explainRule(
  problem: Problem,
  { rule, meetings, people, rooms, times, amount }: Violation,
  naming: Naming,
): Sentence {
  const named = (list: readonly number[], nameOf: (index: number) => string) =>
    listOf([...new Set(list.map(nameOf))].map((name) => ({ zh: `“${name}”`, en: name })))
  return sentences[rule]({
    meetings: named(meetings, (index) => problem.meetings[index]!.name),
    people: listOf(
      [...new Set(people.map((index) => problem.people[index]!.name))].map((name) => ({
        zh: name,
        en: name,
      })),
    ),
    rooms: named(rooms, (index) => problem.rooms[index]!.name),
    times: listOf([...new Set(times)].map((time) => naming.time(time))),
    days: listOf(
      [...new Set(times.map((time) => Math.floor(time / problem.periods)))].map((day) => naming.day(day)),
    ),
    amount,
  })
}

const shown = 4

/** "甲、乙和丙"; what is beyond four is counted. */
export function listOf(parts: readonly Sentence[]): Sentence {
  const first = parts.slice(0, shown)
  const more = parts.length - first.length
  const [zhLast, enLast] =
    more > 0 ? [`另外 ${more} 个`, `${more} more`] : [first.at(-1)?.zh ?? '', first.at(-1)?.en ?? '']
  const before = more > 0 ? first : first.slice(0, -1)
  if (before.length === 0) return { zh: zhLast, en: enLast }
  return {
    zh: `${before.map(({ zh }) => zh).join('、')}和${zhLast}`,
    en: `${before.map(({ en }) => en).join(', ')} and ${enLast}`,
  }
}
