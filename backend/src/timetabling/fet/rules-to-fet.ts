/** Rules of a week in the words of FET (规则转为 FET 约束). Pure. */
import {
  isHard,
  type MeetingsRule,
  type Problem,
  type Rule,
  type RuleKind,
  type WeekRule,
} from '../solver/problem.js'
import { constraint } from './write-fet.js'
import { element, withoutImpossible } from './write-xml.js'
import type { XmlElement } from './xml-tree.js'

export interface FetNames {
  readonly days: readonly string[]
  readonly hours: readonly string[]
  readonly people: readonly string[]
  readonly rooms: readonly string[]
  /** Of each room; empty: none. */
  readonly buildings: readonly string[]
  /** Of each meeting. */
  readonly subjects: readonly string[]
  /** The id of each meeting's activity. */
  readonly ids: readonly number[]
  /** The first meeting of each section. */
  readonly firstOf: ReadonlyMap<number, number>
}

/** FET knows things by their names: no two alike, none empty. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean = withoutImpossible(name).trim() || '?'
    let free = clean
    for (let i = 2; taken.has(free); i++) free = `${clean} (${i})`
    taken.add(free)
    return free
  })
}

/** What FET only knows as a must. */
const onlyHard: ReadonlySet<RuleKind> = new Set<RuleKind>([
  'max_days',
  'min_a_day',
  'max_gaps_a_week',
  'max_gaps_a_day',
  'early_start',
  'building_gaps',
  'ends_day',
  'at_most_at_once',
])

/** The name of the constraint after Teacher or StudentsSet, and of its number. */
const weekWords: Readonly<Record<WeekRule['kind'], readonly [name: string, limit: string]>> = {
  max_days: ['MaxDaysPerWeek', 'Max_Days_Per_Week'],
  max_a_day: ['MaxHoursDaily', 'Maximum_Hours_Daily'],
  min_a_day: ['MinHoursDaily', 'Minimum_Hours_Daily'],
  max_in_a_row: ['MaxHoursContinuously', 'Maximum_Hours_Continuously'],
  max_gaps_a_week: ['MaxGapsPerWeek', 'Max_Gaps'],
  max_gaps_a_day: ['MaxGapsPerDay', 'Max_Gaps'],
  early_start: ['EarlyMaxBeginningsAtSecondHour', 'Max_Beginnings_At_Second_Hour'],
  building_gaps: ['MinGapsBetweenBuildingChanges', 'Min_Gaps_Between_Building_Changes'],
}
const meetingsWords = {
  same_start: 'ActivitiesSameStartingTime',
  same_day: 'ActivitiesSameStartingDay',
  same_period: 'ActivitiesSameStartingHour',
  not_overlapping: 'ActivitiesNotOverlapping',
} as const

export class RuleWriter {
  /** Some rules count only some meetings: those have a tag of their own. */
  readonly tags: string[] = []
  private readonly tagged = new Map<string, string[]>()

  constructor(
    private readonly problem: Problem,
    private readonly names: FetNames,
  ) {
    for (const rule of problem.rules) {
      if (
        !('who' in rule) ||
        !('meetings' in rule) ||
        rule.meetings === undefined ||
        this.tagged.has(rule.meetings.join())
      )
        continue
      const tag = `#${this.tags.length + 1}`
      this.tags.push(tag)
      this.tagged.set(rule.meetings.join(), [tag])
    }
  }

  tagsOf(meeting: number): string[] {
    return [...this.tagged].flatMap(([meetings, tags]) =>
      meetings.split(',').includes(String(meeting)) ? tags : [],
    )
  }

  /** Null: FET has no words for it. */
  write(rule: Rule): XmlElement[] | null {
    if (!isHard(rule) && onlyHard.has(rule.kind)) return null
    switch (rule.kind) {
      case 'max_days':
      case 'max_a_day':
      case 'min_a_day':
      case 'max_in_a_row':
      case 'max_gaps_a_week':
      case 'max_gaps_a_day':
      case 'early_start':
      case 'building_gaps':
        return this.week(rule)
      case 'starts_among':
        return rule.meetings.map((meeting) =>
          RuleWriter.starts(this.names.ids[meeting]!, rule.weight, rule.times, this.names),
        )
      case 'rooms_among':
        return rule.meetings.map((meeting) =>
          RuleWriter.rooms(this.names.ids[meeting]!, rule.weight, rule.rooms, this.names),
        )
      case 'rather_not':
      case 'even_load':
      case 'one_room':
      case 'mixed_days':
      case 'keep':
        return null
      default:
        return this.meetings(rule)
    }
  }

  static starts(id: number, weight: number, times: readonly number[], { days, hours }: FetNames): XmlElement {
    return constraint(
      'ActivityPreferredStartingTimes',
      weight,
      element('Activity_Id', id),
      element('Number_of_Preferred_Starting_Times', times.length),
      ...times.map((time) =>
        element('Preferred_Starting_Time', [
          element('Preferred_Starting_Day', days[Math.floor(time / hours.length)]),
          element('Preferred_Starting_Hour', hours[time % hours.length]),
        ]),
      ),
    )
  }

  static rooms(id: number, weight: number, rooms: readonly number[], names: FetNames): XmlElement {
    return constraint(
      'ActivityPreferredRooms',
      weight,
      element('Activity_Id', id),
      element('Number_of_Preferred_Rooms', rooms.length),
      ...rooms.map((room) => element('Preferred_Room', names.rooms[room])),
    )
  }

  private week(rule: WeekRule): XmlElement[] | null {
    const [name, limit] = weekWords[rule.kind]
    const tag =
      'meetings' in rule && rule.meetings !== undefined ? this.tagged.get(rule.meetings.join())![0]! : null
    const number = 'most' in rule ? rule.most : rule.least
    // FET asks of children only that they begin early.
    if (
      rule.kind === 'early_start' &&
      rule.who.some((person) => this.problem.people[person]!.kind === 'teacher')
    )
      return null
    return rule.who.map((person) => {
      const isTeacher = this.problem.people[person]!.kind === 'teacher'
      const isSpace = rule.kind === 'building_gaps'
      return constraint(
        `${isTeacher ? 'Teacher' : 'StudentsSet'}${tag === null ? '' : 'ActivityTag'}${name}`,
        rule.weight,
        element(isTeacher ? (isSpace ? 'Teacher' : 'Teacher_Name') : 'Students', this.names.people[person]),
        ...(tag === null ? [] : [element(isTeacher ? 'Activity_Tag_Name' : 'Activity_Tag', tag)]),
        element(limit, number),
        ...(rule.kind === 'min_a_day' ? [element('Allow_Empty_Days', !rule.everyDay)] : []),
      )
    })
  }

  private meetings(rule: MeetingsRule): XmlElement[] | null {
    const ids = (meetings: readonly number[]) => [
      element('Number_of_Activities', meetings.length),
      ...meetings.map((meeting) => element('Activity_Id', this.names.ids[meeting])),
    ]
    switch (rule.kind) {
      case 'days_apart':
        return this.daysApart(rule, ids(rule.meetings))
      case 'same_start':
      case 'same_day':
      case 'same_period':
      case 'not_overlapping':
        return [constraint(meetingsWords[rule.kind], rule.weight, ...ids(rule.meetings))]
      case 'consecutive':
      case 'ordered':
        return [
          constraint(
            rule.kind === 'ordered' ? 'TwoActivitiesOrdered' : 'TwoActivitiesConsecutive',
            rule.weight,
            element('First_Activity_Id', this.names.ids[rule.first]),
            element('Second_Activity_Id', this.names.ids[rule.second]),
          ),
        ]
      case 'at_most_at_once':
        return [
          constraint(
            'ActivitiesMaxSimultaneousInSelectedTimeSlots',
            rule.weight,
            ...ids(rule.meetings),
            element('Number_of_Selected_Time_Slots', rule.times.length),
            ...rule.times.map((time) =>
              element('Selected_Time_Slot', [
                element('Selected_Day', this.names.days[Math.floor(time / this.problem.periods)]),
                element('Selected_Hour', this.names.hours[time % this.problem.periods]),
              ]),
            ),
            element('Max_Number_of_Simultaneous_Activities', rule.most),
          ),
        ]
      case 'ends_day':
        return rule.meetings.map((meeting) =>
          constraint('ActivityEndsStudentsDay', rule.weight, element('Activity_Id', this.names.ids[meeting])),
        )
      case 'kinds_a_day':
        return null
    }
  }

  /** FET's "consecutive if same day" is a must even at weight 0: that says least 0, adjacent, hard. */
  private daysApart(
    { weight, least, adjacent }: Extract<MeetingsRule, { kind: 'days_apart' }>,
    ids: readonly XmlElement[],
  ): XmlElement[] | null {
    if (adjacent && weight < 100) return null
    if (least === 0 && !adjacent) return []
    return [
      constraint(
        'MinDaysBetweenActivities',
        least === 0 ? 0 : weight,
        element('Consecutive_If_Same_Day', adjacent),
        ...ids,
        element('MinDays', Math.max(1, least)),
      ),
    ]
  }
}
