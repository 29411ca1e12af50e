/** A term (学期) of a region. */
import { Entity, Index } from 'typeorm'
import { Count, Id, On, Text } from '../../platform/database/columns.js'

@Entity()
@Index(['regionCode', 'startsOn'], { unique: true })
export class Term {
  @Id() id!: number
  /** The region that sets the calendar. */
  @Text(12) regionCode!: string
  @Count() schoolYear!: number
  @Text(60) name!: string
  @Text(80) nameEn!: string
  @On() startsOn!: string
  @On() endsOn!: string
}
