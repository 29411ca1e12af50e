/** A course (课程): a described offer of a school, taught in sections. */
import { Entity, Index } from 'typeorm'
import { Flag, Id, Json, Reference, Text } from '../../platform/database/columns.js'
import { type RoomKind, School } from '../../organisation/index.js'
import { Category } from '../categories/category.entity.js'

@Entity()
@Index(['schoolId', 'name'], { unique: true })
export class Course {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Category) categoryId!: number
  @Text(60) name!: string
  @Text(1000, { nullable: true }) description!: string | null
  /** Grades for which it is meant. */
  @Json() grades!: number[]
  /** Kinds of rooms that would do; empty: any. */
  @Json() roomKinds!: RoomKind[]
  /** What the room must have. */
  @Json() equipment!: string[]
  @Flag() isActive!: boolean

  category?: Category
  kindOfCategory?: Category | null
}
