/**
 * A week to be arranged (排课问题), and an answer to it: plain data without names of tables, so that it goes to a worker
 * thread, into a file and through a test as it is. A school's week and a FET file both become one of these. Pure.
 *
 * A time is a number: day × periods + period, day and period counted from 0. Everything else is referred to by its
 * place in its list: a person by its index in `people`, a meeting by its index in `meetings`.
 */
export interface Problem {
  readonly days: number
  /** Periods of each day. A day with fewer has the missing ones in `closed`. */
  readonly periods: number
  /** Times at which nothing can take place (breaks, slots that a day does not have). */
  readonly closed: readonly number[]
  readonly people: readonly Person[]
  readonly rooms: readonly RoomOf[]
  readonly meetings: readonly Meeting[]
  readonly rules: readonly Rule[]
}

/** Whoever can be at one meeting at a time: a teacher, or children who always go together. */
export interface Person {
  readonly name: string
  readonly kind: 'teacher' | 'students'
  /** Times at which the person cannot be at any meeting. */
  readonly unavailable: readonly number[]
}

export interface RoomOf {
  readonly name: string
  /** Rooms with the same number are in one building; left out or null: it does not matter where it is. */
  readonly building?: number | null
  readonly unavailable: readonly number[]
}

/** One weekly meeting of a section: a variable of the problem. */
export interface Meeting {
  readonly name: string
  /** Meetings of one section have the same number; they share the leader that is chosen. */
  readonly section: number
  /** Periods in a row on one day, at least 1. */
  readonly length: number
  /** Who must be there: the teachers given and all children. */
  readonly people: readonly number[]
  /** One of these leads, the same for all meetings of the section; empty: the leader is among `people` or there is none. */
  readonly leaders: readonly number[]
  /** The rooms that would do; empty: needs none. */
  readonly rooms: readonly number[]
  /** True: it may take place without one of `rooms` (they are a wish, counted by a `rooms_among` rule). */
  readonly isRoomOptional: boolean
  /** The times at which it may start; null: any. */
  readonly starts: readonly number[] | null
  /** Where it must stay. A lock against another rule makes the problem impossible, and is said so. */
  readonly locked: Place | null
  /** The kind of activity, for breadth and balance. */
  readonly category: number
  /** Where the timetable in force has it; a re-solve with `keep` rules changes as few of these as it can. */
  readonly former: Place | null
}

export interface Place {
  /** Of the first period. */
  readonly time: number
  readonly room: number | null
  /** The chosen one of `leaders`; null where nobody had to be chosen. */
  readonly leader: number | null
}

/** One place for each meeting, in their order; null: it could not be placed. */
export interface Solution {
  readonly places: readonly (Place | null)[]
}

/**
 * What holds besides: nobody and no room is at two meetings at once, nobody is where they are unavailable, nothing in
 * closed times or over the end of a day. `weight` 100: must hold (hard). Below: each violation costs its weight (soft).
 * A gap is a free period between the first and the last of a day, not counting closed ones and those at which the
 * person is unavailable.
 */
export type Rule = WeekRule | MeetingsRule | WishRule

interface Weighted {
  /** 100: hard. 0 < weight < 100: soft. */
  readonly weight: number
}

/** How the week of each single one of these people may look. */
export type WeekRule = Weighted & { readonly who: readonly number[] } & (
    | { readonly kind: 'max_days'; readonly most: number }
    /** Periods a day; with `meetings`, only theirs count. */
    | { readonly kind: 'max_a_day'; readonly most: number; readonly meetings?: readonly number[] }
    /** Periods on each day that has any; with `everyDay`, on each day of the week. */
    | { readonly kind: 'min_a_day'; readonly least: number; readonly everyDay: boolean }
    /** Periods without a free one between; with `meetings`, only theirs count. */
    | { readonly kind: 'max_in_a_row'; readonly most: number; readonly meetings?: readonly number[] }
    | { readonly kind: 'max_gaps_a_week'; readonly most: number }
    | { readonly kind: 'max_gaps_a_day'; readonly most: number }
    /** Each day begins at the first period that is open to them; on `most` days it may be the second, never later. */
    | { readonly kind: 'early_start'; readonly most: number }
    /** So many periods, free or closed or in rooms without a building, lie on a day between rooms of different buildings. */
    | { readonly kind: 'building_gaps'; readonly least: number }
  )

/** How these meetings stand to one another. */
export type MeetingsRule = Weighted &
  /**
   * Any two of them are at least so many days apart (1: on different days). `adjacent`: two on one day follow each other
   * directly, whatever `least` is. FET's "min days" of weight 95 that is "consecutive if same day" is two rules: the days
   * (weight 95, not adjacent), and least 0, adjacent, hard.
   */
  (
    | {
        readonly kind: 'days_apart'
        readonly meetings: readonly number[]
        readonly least: number
        readonly adjacent: boolean
      }
    | { readonly kind: 'same_start'; readonly meetings: readonly number[] }
    | { readonly kind: 'same_day'; readonly meetings: readonly number[] }
    /** The same period of whatever day. */
    | { readonly kind: 'same_period'; readonly meetings: readonly number[] }
    | { readonly kind: 'not_overlapping'; readonly meetings: readonly number[] }
    /** The second begins where the first ends, closed times between them left out. */
    | { readonly kind: 'consecutive'; readonly first: number; readonly second: number }
    /** The second begins after the first ends, in the week. */
    | { readonly kind: 'ordered'; readonly first: number; readonly second: number }
    /** At each of the times, at most so many of them. */
    | {
        readonly kind: 'at_most_at_once'
        readonly meetings: readonly number[]
        readonly times: readonly number[]
        readonly most: number
      }
    /** On each of the days, meetings of at least so many different categories among them. */
    | {
        readonly kind: 'kinds_a_day'
        readonly meetings: readonly number[]
        readonly days: readonly number[]
        readonly least: number
      }
    /** Nobody of its `students` has anything later on that day. */
    | { readonly kind: 'ends_day'; readonly meetings: readonly number[] }
  )

/** What is better, not what must be. Each costs its weight times the amount said here. */
export type WishRule = Weighted &
  /** 1 for each meeting that does not start at one of the times. */
  (
    | {
        readonly kind: 'starts_among'
        readonly meetings: readonly number[]
        readonly times: readonly number[]
      }
    /** 1 for each meeting that is not in one of the rooms. */
    | {
        readonly kind: 'rooms_among'
        readonly meetings: readonly number[]
        readonly rooms: readonly number[]
      }
    /** 1 for each period at which one of these people is at a meeting at one of the times. */
    | { readonly kind: 'rather_not'; readonly who: readonly number[]; readonly times: readonly number[] }
    /** For each of these people, the square of the difference of their periods at the times (null: at any) from the mean of all of them, the mean rounded down. */
    | {
        readonly kind: 'even_load'
        readonly who: readonly number[]
        readonly times: readonly number[] | null
      }
    /** For each section, the rooms it uses less one. */
    | { readonly kind: 'one_room'; readonly meetings: readonly number[] }
    /** For each of these people and each category, the meetings of it beyond the first on the same day. */
    | { readonly kind: 'mixed_days'; readonly who: readonly number[] }
    /** 1 for each meeting that has another time than its `former`, and 1 for another room or leader. */
    | { readonly kind: 'keep'; readonly meetings: readonly number[] }
  )

export type RuleKind = Rule['kind']

export const hardWeight = 100
export const isHard = (rule: Pick<Rule, 'weight'>): boolean => rule.weight >= hardWeight
