/** What stands in a .fet file (FET 文件), checked and typed: the form in which schools keep and exchange timetable data. Pure. */
import type { XmlElement } from './xml-tree.js'

export interface FetFile {
  /** The file as it was, to be written back with the answer. */
  readonly tree: XmlElement
  readonly version: string
  readonly days: readonly string[]
  readonly hours: readonly string[]
  readonly subjects: readonly string[]
  readonly tags: readonly string[]
  readonly teachers: readonly string[]
  readonly years: readonly FetStudents[]
  readonly activities: readonly FetActivity[]
  readonly rooms: readonly FetRoom[]
  /** Only the active ones. */
  readonly constraints: readonly FetConstraint[]
}

/** A year with its groups, a group with its subgroups, or a subgroup. */
export interface FetStudents {
  readonly name: string
  readonly size: number
  readonly sets: readonly FetStudents[]
}

export interface FetActivity {
  readonly id: number
  /** The id of the first activity it was split from; 0: it was not split. */
  readonly group: number
  readonly teachers: readonly string[]
  readonly subject: string
  readonly tags: readonly string[]
  readonly students: readonly string[]
  readonly duration: number
  /** As said in the file; null: the sum of its students. */
  readonly size: number | null
  readonly isActive: boolean
}

export interface FetRoom {
  readonly name: string
  readonly building: string
  readonly capacity: number
  /** Stands for several real rooms. */
  readonly isVirtual: boolean
}

export interface FetTime {
  /** Places in `days` and `hours`. */
  readonly day: number
  readonly hour: number
}

/** One for all kinds: which fields a kind has says constraint-kinds.ts; the others are null or empty. */
export interface FetConstraint {
  /** The name of the element without "Constraint". */
  readonly kind: string
  readonly line: number
  readonly weight: number
  readonly teacher: string | null
  readonly students: string | null
  readonly subject: string | null
  readonly tag: string | null
  readonly rooms: readonly string[]
  readonly activities: readonly number[]
  readonly times: readonly FetTime[]
  /** Its one number: hours, days, gaps, activities. */
  readonly limit: number | null
  readonly component: number | null
  readonly duration: number | null
  readonly isConsecutive: boolean
  readonly allowsEmptyDays: boolean
  /** Names real rooms behind a virtual one. */
  readonly hasRealRooms: boolean
}
