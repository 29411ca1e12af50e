/** Who is on duty and who goes round on which day (值班、巡课)? */
import { Entity, Index } from 'typeorm'
import { Id, On, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'

export const dutyKinds = ['duty_leader', 'patrol'] as const
export type DutyKind = (typeof dutyKinds)[number]

@Entity()
@Index(['schoolId', 'heldOn', 'kind', 'teacherId'], { unique: true })
export class Duty {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @On() heldOn!: string
  @Text(20) kind!: DutyKind
  @Reference(() => Teacher) teacherId!: number
  /** The part of the school, where several go round. */
  @Text(60, { nullable: true }) area!: string | null

  teacher?: Teacher
}
