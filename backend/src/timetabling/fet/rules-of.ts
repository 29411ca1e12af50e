/** What does a FET constraint ask of the week (FET 约束转为规则)? Pure. */
import { hardWeight, type Rule } from '../solver/problem.js'
import type { FetConstraint } from './fet-file.js'
import type { Selection } from './selection.js'
import { preferredStarts, startWishes } from './starts-of.js'

/** Constraints that say something about a person, a room or an activity itself, not about how things stand to one another. */
const elsewhere =
  /^(BasicCompulsory(Time|Space)|BreakTimes|(Teacher|StudentsSet|Room)NotAvailableTimes|.*PreferredRooms?|.*HomeRooms?)$/

/** The rules, or null when the constraint cannot be expressed. */
export function rulesOf(selection: Selection, constraint: FetConstraint): Rule[] | null {
  if (elsewhere.test(constraint.kind)) return []
  if (preferredStarts(selection, constraint)) return startWishes(selection, constraint)
  const rules = weekRule(selection, constraint) ?? meetingsRules(selection, constraint)
  return rules?.filter(({ weight }) => weight > 0) ?? null
}

function weekRule(selection: Selection, constraint: FetConstraint): Rule[] | null {
  const match = /^(Teachers?|Students(?:Set)?)(.*)$/.exec(constraint.kind)
  if (!match) return null
  const who = selection.who(constraint)
  const most = constraint.limit ?? 0
  const common = { weight: constraint.weight, who }
  const tagged =
    constraint.tag === null
      ? {}
      : {
          meetings: selection.activities.flatMap(({ tags }, index) =>
            tags.includes(constraint.tag!) ? [index] : [],
          ),
        }
  switch (match[2]) {
    case 'MaxDaysPerWeek':
      return [{ ...common, kind: 'max_days', most }]
    case 'MaxHoursDaily':
      return [{ ...common, kind: 'max_a_day', most }]
    case 'ActivityTagMaxHoursDaily':
      return [{ ...common, kind: 'max_a_day', most, ...tagged }]
    case 'MinHoursDaily':
      return [{ ...common, kind: 'min_a_day', least: most, everyDay: !constraint.allowsEmptyDays }]
    case 'MaxHoursContinuously':
      return [{ ...common, kind: 'max_in_a_row', most }]
    case 'ActivityTagMaxHoursContinuously':
      return [{ ...common, kind: 'max_in_a_row', most, ...tagged }]
    case 'MaxGapsPerDay':
      return [{ ...common, kind: 'max_gaps_a_day', most }]
    case 'MaxGapsPerWeek':
      return [{ ...common, kind: 'max_gaps_a_week', most }]
    case 'EarlyMaxBeginningsAtSecondHour':
      return [{ ...common, kind: 'early_start', most }]
    // Where there is only one building, nobody changes it.
    case 'MinGapsBetweenBuildingChanges':
      return buildingsOf(selection).length < 2 ? [] : [{ ...common, kind: 'building_gaps', least: most }]
    default:
      return null
  }
}

export const buildingsOf = ({ file }: Selection): string[] => [
  ...new Set(file.rooms.map(({ building }) => building).filter((name) => name !== '')),
]

function meetingsRules(selection: Selection, constraint: FetConstraint): Rule[] | null {
  const { kind, weight, limit } = constraint
  const meetings = selection.listed(constraint)
  const several = (rule: Rule): Rule[] => (meetings.length > 1 ? [rule] : [])
  switch (kind) {
    case 'MinDaysBetweenActivities':
      return minDays(constraint, meetings)
    case 'ActivitiesSameStartingTime':
      return several({ weight, kind: 'same_start', meetings })
    case 'ActivitiesSameStartingDay':
      return several({ weight, kind: 'same_day', meetings })
    case 'ActivitiesSameStartingHour':
      return several({ weight, kind: 'same_period', meetings })
    case 'ActivitiesNotOverlapping':
      return several({ weight, kind: 'not_overlapping', meetings })
    // Of two, one may be inactive.
    case 'TwoActivitiesConsecutive':
      return meetings.length === 2
        ? [{ weight, kind: 'consecutive', first: meetings[0]!, second: meetings[1]! }]
        : []
    case 'TwoActivitiesOrdered':
      return meetings.length === 2
        ? [{ weight, kind: 'ordered', first: meetings[0]!, second: meetings[1]! }]
        : []
    case 'TwoActivitiesGrouped':
      return grouped(selection, constraint, meetings)
    case 'ActivitiesMaxSimultaneousInSelectedTimeSlots':
      return [
        { weight, kind: 'at_most_at_once', meetings, times: timesOf(selection, constraint), most: limit! },
      ]
    case 'ActivityEndsStudentsDay':
      return meetings.length > 0 ? [{ weight, kind: 'ends_day', meetings }] : []
    case 'ActivitiesEndStudentsDay': {
      const described = selection.described(constraint)
      return described.length > 0 ? [{ weight, kind: 'ends_day', meetings: described }] : []
    }
    default:
      return null
  }
}

/** On one day and next to each other, in any order. FET would also pass over a break between them; there are no words for that. */
function grouped({ file }: Selection, { weight }: FetConstraint, meetings: readonly number[]): Rule[] | null {
  if (file.constraints.some(({ kind }) => kind === 'BreakTimes')) return null
  return meetings.length === 2
    ? [
        { weight, kind: 'same_day', meetings },
        { weight, kind: 'days_apart', meetings, least: 0, adjacent: true },
      ]
    : []
}

export const timesOf = ({ file }: Selection, { times }: FetConstraint): number[] =>
  [...new Set(times.map(({ day, hour }) => day * file.hours.length + hour))].toSorted((a, b) => a - b)

/** "Consecutive if same day" must hold even where the days between are only wished for. */
function minDays({ weight, limit, isConsecutive }: FetConstraint, meetings: readonly number[]): Rule[] {
  if (meetings.length < 2 || limit === 0) return []
  const apart: Rule = { weight, kind: 'days_apart', meetings, least: limit!, adjacent: false }
  return isConsecutive && weight < hardWeight
    ? [apart, { ...apart, weight: hardWeight, least: 0, adjacent: true }]
    : [apart]
}
