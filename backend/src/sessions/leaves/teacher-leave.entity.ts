/** A teacher is away (教师请假): from which day to which, and which sessions need somebody else. */
import { Entity, Index } from 'typeorm'
import {
  At,
  Id,
  LooseReference,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import type { LeaveStatus } from './teacher-leave.states.js'

export const leaveKinds = ['sick', 'official', 'personal'] as const
export type LeaveKind = (typeof leaveKinds)[number]

@Entity()
@Index(['schoolId', 'fromOn', 'toOn'])
export class TeacherLeave {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Teacher) teacherId!: number
  @On() fromOn!: string
  /** Included. */
  @On() toOn!: string
  @Text(20) kind!: LeaveKind
  @Text(200, { nullable: true }) remark!: string | null
  @State() status!: LeaveStatus
  @Revision() revision!: number
  @LooseReference() requestedById!: number
  @At() createdAt!: Date

  teacher?: Teacher
}
