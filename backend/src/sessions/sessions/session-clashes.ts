/** Which other session of the day stands in the way (课次冲突)? Pure. */
import { overlap } from '../../timetabling/pure.js'
import type { Moment } from './print-moment.js'

/** A session as others see it: when, who, where. */
export interface Standing extends Moment {
  readonly id: number
  readonly sectionId: number
  readonly sectionName: string
  readonly teacherId: number
  readonly teacherName: string
  readonly roomId: number
  readonly roomName: string
  readonly homeClassId: number | null
  readonly homeClassName: string | null
}

export type WantedSession = Pick<
  Standing,
  'heldOn' | 'startTime' | 'endTime' | 'sectionId' | 'teacherId' | 'roomId' | 'homeClassId'
>

export type ClashCode =
  | 'scheduling.section_meets_already'
  | 'scheduling.teacher_busy'
  | 'scheduling.room_busy'
  | 'scheduling.home_class_busy'
  | 'scheduling.children_busy'

export interface StandingClash {
  readonly code: ClashCode
  readonly other: Standing
  readonly count: number
}

/** Every clash with planned sessions, the weightiest first; `shared` says how many children other sections have in common with this one. */
export function standingClashes(
  wanted: WantedSession,
  others: readonly Standing[],
  shared: ReadonlyMap<number, number> = new Map(),
): StandingClash[] {
  const then = others.filter((other) => other.heldOn === wanted.heldOn && overlap(other, wanted))
  const all = (code: ClashCode, isSame: (other: Standing) => boolean): StandingClash[] =>
    then
      .filter(isSame)
      .slice(0, 1)
      .map((other) => ({ code, other, count: 1 }))
  return [
    ...all('scheduling.section_meets_already', (other) => other.sectionId === wanted.sectionId),
    ...all('scheduling.teacher_busy', (other) => other.teacherId === wanted.teacherId),
    ...all('scheduling.room_busy', (other) => other.roomId === wanted.roomId),
    ...all(
      'scheduling.home_class_busy',
      (other) =>
        other.sectionId !== wanted.sectionId &&
        wanted.homeClassId !== null &&
        other.homeClassId === wanted.homeClassId,
    ),
    ...then
      .filter((other) => other.sectionId !== wanted.sectionId && shared.has(other.sectionId))
      .map((other) => ({
        code: 'scheduling.children_busy' as const,
        other,
        count: shared.get(other.sectionId)!,
      })),
  ]
}
