/** What a school's week consists of (排课数据), as plain data, before it becomes a problem to be solved. Pure. */
import type { Coded } from '../../platform/sentences.js'
import type { Language } from '../../platform/texts.js'
import { printWhen } from '../slots/print-when.js'
import type { Span } from '../timetables/clashes.js'
import type { ChildrenProfile } from '../timetables/shared-children.js'
import type { RelationKind } from './section-relation.entity.js'

export interface Week {
  /** Monday's first one first. */
  readonly slots: readonly WeekSlot[]
  readonly sections: readonly WeekSection[]
  readonly teachers: readonly WeekTeacher[]
  readonly rooms: readonly WeekRoom[]
  readonly homeClasses: readonly {
    readonly id: number
    readonly name: string
    readonly homeRoomId: number | null
  }[]
  readonly profiles: readonly ChildrenProfile[]
  readonly relations: readonly { readonly kind: RelationKind; readonly sectionIds: readonly number[] }[]
  readonly setting: {
    readonly leastKindsADay: number | null
    readonly mostSectionsAtOnce: number | null
    readonly daysApart: number
  }
  /** What stands in the draft. */
  readonly placed: readonly WeekPlacement[]
  /** What stands in the published week, where as little as possible of it is to change. */
  readonly former: readonly WeekPlacement[] | null
}

export interface WeekSlot {
  readonly id: number
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  readonly startTime: string
  readonly endTime: string
}

export interface WeekSection {
  readonly id: number
  readonly name: string
  readonly homeClassId: number | null
  readonly grades: readonly number[]
  readonly teacherId: number | null
  readonly roomId: number | null
  readonly capacity: number
  readonly meetingsPerWeek: number
  readonly courseName: string
  /** The kind of content, for breadth. */
  readonly category: number
  /** Who can lead the course. */
  readonly leaderIds: readonly number[]
  readonly roomKinds: readonly string[]
  readonly equipment: readonly string[]
}

export interface WeekTeacher {
  readonly id: number
  readonly name: string
  readonly isActive: boolean
  readonly isWilling: boolean
  readonly cannotSlotIds: readonly number[]
  readonly ratherNotSlotIds: readonly number[]
  /** Weekdays on which a person from outside is not cleared for the whole rest of the term (BAN-5). */
  readonly unclearedWeekdays: readonly number[]
  readonly mostDaysAWeek: number | null
  readonly mostSessionsADay: number | null
  readonly mostInARow: number | null
}

export interface WeekRoom {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly capacity: number
  readonly equipment: readonly string[]
}

export interface WeekPlacement extends Span {
  readonly sectionId: number
  readonly slotId: number
  readonly teacherId: number
  readonly roomId: number
  readonly isLocked: boolean
}

/** Something that stands in the way of a solution, or makes it worse, with the values of its sentence. */
export interface Obstacle {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** The section that could be left out; null: as long as it stands nothing can be placed. */
  readonly sectionId: number | null
  /** To be printed by the language of the reader. */
  readonly slot?: WeekSlot
}

export const obstacleIn = ({ code, params, slot }: Obstacle, language: Language): Coded => ({
  code,
  params: slot ? { ...params, when: printWhen(slot, language) } : params,
})
