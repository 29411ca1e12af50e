/** What the server tells of rooms and teachers, and how times are written. */
import type { Schemas } from '../../../api/contract'

export type RoomUse = Schemas['RoomUseOut']
export type RoomUseRow = Schemas['RoomUseRowOut']
export type TeacherLoad = Schemas['TeacherLoadOut']
export type TeacherLoadRow = Schemas['TeacherLoadRowOut']
export type LoadStep = Schemas['LoadStepOut']

/** 90 → "1.5": hours to a tenth, without a fraction where it is whole. */
export function printHours(minutes: number): string {
  const tenths = Math.round(minutes / 6)
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`
}
