/** What must hold in a school's week and what would be better (排课规则), by the school's settings and the teachers' wishes. Pure. */
import { hardWeight, type Meeting, type Rule } from '../solver/problem.js'
import type { Numbers } from './week-numbers.js'
import { gradeChoices, possibleDaysApart } from './week-readiness.js'

/** What one of each costs; a school's wish that cannot be kept whole comes right below what must hold. */
const cost = {
  almostHard: 90,
  keep: 30,
  ratherNot: 10,
  oneRoom: 5,
  mixedDays: 5,
  sameDay: 20,
  spread: 4,
  evenLoad: 2,
  evenLate: 2,
} as const

export function rulesOf(numbers: Numbers, meetings: readonly Meeting[]): Rule[] {
  return [
    ...apart(numbers, meetings),
    ...teacherLimits(numbers),
    ...breadth(numbers, meetings),
    ...relations(numbers, meetings),
    ...wishes(numbers, meetings),
  ]
}

const ofSection = (meetings: readonly Meeting[], section: number): number[] =>
  meetings.flatMap((meeting, index) => (meeting.section === section ? [index] : []))

function apart({ week, sections, days }: Numbers, meetings: readonly Meeting[]): Rule[] {
  return sections.flatMap((_section, index): Rule[] => {
    const own = ofSection(meetings, index)
    if (own.length < 2) return []
    const least = possibleDaysApart(week, own.length)
    // Where the locks themselves are closer nothing can be asked.
    const isLockedClose = own.filter((each) => meetings[each]!.locked).length > 1
    const hard: Rule[] =
      least > 0 && !isLockedClose
        ? [{ kind: 'days_apart', weight: hardWeight, meetings: own, least, adjacent: false }]
        : [{ kind: 'days_apart', weight: cost.sameDay, meetings: own, least: 1, adjacent: false }]
    const wider = least + 1
    const canSpread = least > 0 && wider * (own.length - 1) <= days - 1
    return canSpread
      ? [...hard, { kind: 'days_apart', weight: cost.spread, meetings: own, least: wider, adjacent: false }]
      : hard
  })
}

function teacherLimits({ week }: Numbers): Rule[] {
  return week.teachers.flatMap(({ mostDaysAWeek, mostSessionsADay, mostInARow }, person): Rule[] => [
    ...(mostDaysAWeek === null
      ? []
      : [{ kind: 'max_days' as const, weight: hardWeight, who: [person], most: mostDaysAWeek }]),
    ...(mostSessionsADay === null
      ? []
      : [{ kind: 'max_a_day' as const, weight: hardWeight, who: [person], most: mostSessionsADay }]),
    ...(mostInARow === null
      ? []
      : [{ kind: 'max_in_a_row' as const, weight: hardWeight, who: [person], most: mostInARow }]),
  ])
}

function breadth({ week, sections, days, slotIds }: Numbers, meetings: readonly Meeting[]): Rule[] {
  const { leastKindsADay, mostSectionsAtOnce } = week.setting
  const times = slotIds.flatMap((slotId, time) => (slotId === null ? [] : [time]))
  return gradeChoices({ ...week, sections }).flatMap(
    ({ sections: choice, canBeBroad, canBeThin }): Rule[] => {
      const own = choice
        .flatMap((section) => ofSection(meetings, sections.indexOf(section)))
        .sort((a, b) => a - b)
      return [
        ...(leastKindsADay === null
          ? []
          : [
              {
                kind: 'kinds_a_day' as const,
                weight: canBeBroad ? hardWeight : cost.almostHard,
                meetings: own,
                days: Array.from({ length: days }, (_, day) => day),
                least: leastKindsADay,
              },
            ]),
        ...(mostSectionsAtOnce === null
          ? []
          : [
              {
                kind: 'at_most_at_once' as const,
                weight: canBeThin ? hardWeight : cost.almostHard,
                meetings: own,
                times,
                most: mostSectionsAtOnce,
              },
            ]),
      ]
    },
  )
}

function relations({ week, sections }: Numbers, meetings: readonly Meeting[]): Rule[] {
  return week.relations.flatMap(({ kind, sectionIds }): Rule[] => {
    const own = sections
      .flatMap((section, index) => (sectionIds.includes(section.id) ? [ofSection(meetings, index)] : []))
      .filter((each) => each.length > 0)
    if (own.length < 2) return []
    if (kind === 'not_parallel')
      return [{ kind: 'not_overlapping', weight: hardWeight, meetings: own.flat() }]
    // The first with the first, the second with the second; what one has more stands alone.
    const shared = Math.min(...own.map((each) => each.length))
    return Array.from({ length: shared }, (_, at) => ({
      kind: 'same_start' as const,
      weight: hardWeight,
      meetings: own.map((each) => each[at]!),
    }))
  })
}

function wishes(
  { week, timeOf, days, periods, slotIds, firstProfile, profiles }: Numbers,
  meetings: readonly Meeting[],
): Rule[] {
  const leaders = [...new Set(meetings.flatMap((meeting) => meeting.leaders))].sort((a, b) => a - b)
  const teaching = [
    ...new Set(
      meetings.flatMap((meeting) => [
        ...meeting.leaders,
        ...meeting.people.filter((person) => person < week.teachers.length),
      ]),
    ),
  ].sort((a, b) => a - b)
  const late = Array.from(
    { length: days },
    (_, day) =>
      slotIds.slice(day * periods, (day + 1) * periods).findLastIndex((slotId) => slotId !== null) +
      day * periods,
  )
  const free = meetings.flatMap((meeting, index) => (meeting.rooms.length > 1 ? [index] : []))
  const children = Array.from(
    { length: firstProfile - week.teachers.length + profiles.length },
    (_, at) => week.teachers.length + at,
  )
  const ratherNot = week.teachers.flatMap((teacher, person): Rule[] => {
    const times = teacher.ratherNotSlotIds.flatMap((slotId) => timeOf.get(slotId) ?? []).sort((a, b) => a - b)
    return times.length > 0 && teaching.includes(person)
      ? [{ kind: 'rather_not', weight: cost.ratherNot, who: [person], times }]
      : []
  })
  const former = meetings.flatMap((meeting, index) => (meeting.former && !meeting.locked ? [index] : []))
  return [
    ...ratherNot,
    ...(leaders.length > 1
      ? [{ kind: 'even_load' as const, weight: cost.evenLoad, who: leaders, times: null }]
      : []),
    ...(teaching.length > 1 && periods > 1
      ? [{ kind: 'even_load' as const, weight: cost.evenLate, who: teaching, times: late }]
      : []),
    ...(free.length > 0 ? [{ kind: 'one_room' as const, weight: cost.oneRoom, meetings: free }] : []),
    ...(children.length > 0 ? [{ kind: 'mixed_days' as const, weight: cost.mixedDays, who: children }] : []),
    ...(former.length > 0 ? [{ kind: 'keep' as const, weight: cost.keep, meetings: former }] : []),
  ]
}
