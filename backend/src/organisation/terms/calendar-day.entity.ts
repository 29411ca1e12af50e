/** One day of a term's calendar (校历): school day, weekend, holiday or make-up day. */
import { Entity, Index } from 'typeorm'
import { Count, Flag, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { Term } from './term.entity.js'

export const dayKinds = ['school_day', 'weekend', 'holiday', 'makeup_day'] as const
export type DayKind = (typeof dayKinds)[number]

@Entity()
@Index(['termId', 'dayOn'], { unique: true })
export class CalendarDay {
  @Id() id!: number
  @Reference(() => Term) termId!: number
  @On() dayOn!: string
  @Text(20) kind!: DayKind
  /** 1–7: whose timetable this day follows; null where there is no school. */
  @Count({ nullable: true }) weekdayFollowed!: number | null
  /** False: proposed by law only, before the year's arrangement was announced. */
  @Flag() isConfirmed!: boolean
  @Text(60, { nullable: true }) note!: string | null
}
