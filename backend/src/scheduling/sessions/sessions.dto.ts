import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional } from 'class-validator'
import { IsLocalDate } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { Session } from './session.entity.js'
import { sessionStates, type SessionStatus } from './session.states.js'

export class SessionListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number

  /** First day, included. */
  @IsOptional() @IsLocalDate()
  from?: string

  /** Last day, included. */
  @IsOptional() @IsLocalDate()
  to?: string

  @IsOptional() @Type(() => Number) @IsInt()
  sectionId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  teacherId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  roomId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  homeClassId?: number

  @IsOptional() @IsIn(sessionStates)
  status?: SessionStatus
}

export class SessionOut {
  id!: number
  schoolId!: number
  termId!: number
  sectionId!: number
  sectionName!: string
  courseName!: string
  homeClassName!: string | null
  slotId!: number
  heldOn!: string
  startTime!: string
  endTime!: string
  teacherId!: number
  teacherName!: string
  roomId!: number
  roomName!: string
  status!: SessionStatus
  reason!: string | null
  actions!: string[]
}

export function toSessionOut(session: Session, actions: string[]): SessionOut {
  const { id, schoolId, termId, sectionId, section, course, homeClass, slotId, heldOn, startTime, endTime, teacherId, teacher, roomId, room, status, reason } = session
  return {
    id, schoolId, termId, sectionId, sectionName: section!.name, courseName: course!.name, homeClassName: homeClass?.name ?? null, slotId, heldOn, startTime, endTime,
    teacherId, teacherName: teacher!.name, roomId, roomName: room!.name, status, reason, actions,
  }
}
