/** How far is an answer from what would be better (排课偏好)? Pure. */
import { among, daysOf, meetingsOf, sum, type Placed, type PlacedMeeting } from './check-placed.js'
import type { Finding } from './check-week.js'
import type { WishRule } from './problem.js'

const findEach = (
  meetings: readonly PlacedMeeting[],
  amountOf: (meeting: PlacedMeeting) => number,
): Finding[] =>
  meetings.flatMap((meeting) => {
    const amount = amountOf(meeting)
    return amount > 0
      ? [
          {
            amount,
            meetings: [meeting.meeting],
            people: [],
            rooms: meeting.room === null ? [] : [meeting.room],
            times: [meeting.time],
          },
        ]
      : []
  })

export function judgeWish(placed: Placed, rule: WishRule): Finding[] {
  switch (rule.kind) {
    case 'starts_among':
      return findEach(among(placed, rule.meetings), ({ time }) => (rule.times.includes(time) ? 0 : 1))
    case 'rooms_among':
      return findEach(among(placed, rule.meetings), ({ room }) =>
        room !== null && rule.rooms.includes(room) ? 0 : 1,
      )
    case 'rather_not':
      return rule.who.flatMap((person) => judgeUnwanted(placed, person, rule.times))
    case 'even_load':
      return judgeLoads(placed, rule.who, rule.times)
    case 'one_room':
      return judgeRooms(among(placed, rule.meetings))
    case 'mixed_days':
      return rule.who.flatMap((person) => judgeMixture(placed, person))
    case 'keep':
      return findEach(among(placed, rule.meetings), (meeting) => changesOf(placed, meeting))
  }
}

/** Of one person: the periods at times at which they would rather not. */
function judgeUnwanted(placed: Placed, person: number, unwanted: readonly number[]): Finding[] {
  const met = meetingsOf(placed, person).filter(({ times }) => times.some((time) => unwanted.includes(time)))
  const times = [...new Set(met.flatMap((meeting) => meeting.times))].filter((time) =>
    unwanted.includes(time),
  )
  if (times.length === 0) return []
  return [
    {
      amount: times.length,
      meetings: met.map(({ meeting }) => meeting),
      people: [person],
      rooms: [],
      times,
    },
  ]
}

function judgeLoads(placed: Placed, who: readonly number[], counted: readonly number[] | null): Finding[] {
  const loads = who.map((person) => ({
    person,
    load: new Set(
      meetingsOf(placed, person)
        .flatMap(({ times }) => times)
        .filter((time) => counted?.includes(time) ?? true),
    ).size,
  }))
  const mean = Math.floor(sum(loads.map(({ load }) => load)) / loads.length)
  return loads.flatMap(({ person, load }) =>
    load === mean
      ? []
      : [
          {
            amount: (load - mean) ** 2,
            meetings: meetingsOf(placed, person).map(({ meeting }) => meeting),
            people: [person],
            rooms: [],
            times: [],
          },
        ],
  )
}

/** Of each section: its rooms but one. */
function judgeRooms(meetings: readonly PlacedMeeting[]): Finding[] {
  return [...new Set(meetings.map(({ section }) => section))].flatMap((section) => {
    const own = meetings.filter((meeting) => meeting.section === section)
    const rooms = [...new Set(own.flatMap(({ room }) => (room === null ? [] : [room])))]
    return rooms.length > 1
      ? [
          {
            amount: rooms.length - 1,
            meetings: own.map(({ meeting }) => meeting),
            people: [],
            rooms,
            times: own.map(({ time }) => time),
          },
        ]
      : []
  })
}

/** Against the timetable in force: one for the time, one for the room or the leader. */
function changesOf({ problem }: Placed, { meeting, time, room, leader }: PlacedMeeting): number {
  const { former } = problem.meetings[meeting]!
  if (former === null) return 0
  return (time === former.time ? 0 : 1) + (room === former.room && leader === former.leader ? 0 : 1)
}

function judgeMixture(placed: Placed, person: number): Finding[] {
  const categoryOf = ({ meeting }: PlacedMeeting) => placed.problem.meetings[meeting]!.category
  return daysOf(placed.problem).flatMap((day) => {
    const own = meetingsOf(placed, person).filter((meeting) => meeting.day === day)
    return [...new Set(own.map(categoryOf))].flatMap((category) => {
      const same = own.filter((meeting) => categoryOf(meeting) === category)
      return same.length > 1
        ? [
            {
              amount: same.length - 1,
              meetings: same.map(({ meeting }) => meeting),
              people: [person],
              rooms: [],
              times: same.map(({ time }) => time),
            },
          ]
        : []
    })
  })
}
