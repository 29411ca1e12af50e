/** A section (课程班): the teaching group of a course in one term. */
import { Entity, Index } from 'typeorm'
import { Count, Flag, Id, Json, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, Room, School, Term } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Category } from '../categories/category.entity.js'
import { Course } from '../courses/course.entity.js'

@Entity()
@Index(['schoolId', 'termId', 'name'], { unique: true })
export class Section {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Term) termId!: number
  @Reference(() => Course) courseId!: number
  @Text(80) name!: string
  /** home_class: the children of one home class; mixed: children of several (走班). */
  @Text(12) kind!: 'home_class' | 'mixed'
  @Reference(() => HomeClass, { nullable: true }) homeClassId!: number | null
  @Json() grades!: number[]
  @Reference(() => Teacher, { nullable: true }) teacherId!: number | null
  @Reference(() => Room, { nullable: true }) roomId!: number | null
  @Count() capacity!: number
  /** Kept by guarded updates; equals the enrolments that have not ended. */
  @Count() enrolledCount!: number
  @Count() meetingsPerWeek!: number
  @Flag() isActive!: boolean

  course?: Course
  category?: Category
  kindOfCategory?: Category | null
  teacher?: Teacher | null
  room?: Room | null
  homeClass?: HomeClass | null
}
