/** A secret address under which a calendar program reads a week (日历订阅): only its hash is kept, and it can be revoked. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, LooseReference, Reference, Text } from '../../platform/database/columns.js'
import type { Language } from '../../platform/texts.js'
import { School } from '../../organisation/index.js'

export const linkKinds = ['teacher', 'room', 'home_class', 'school'] as const
export type LinkKind = (typeof linkKinds)[number]

@Entity()
@Index(['tokenHash'], { unique: true })
export class CalendarLink {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(20) kind!: LinkKind
  /** Of the teacher, room or home class; the school's own id for the whole school. */
  @Count() ownerId!: number
  @Text(64) tokenHash!: string
  /** Of the person who made it, at that time: 'zh' or 'en'. */
  @Text(2) language!: Language
  @LooseReference() createdById!: number
  @At() createdAt!: Date
  @At({ nullable: true }) revokedAt!: Date | null
  @At({ nullable: true }) lastReadAt!: Date | null
}
