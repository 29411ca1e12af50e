/** Who can lead which course (可任课程)? */
import { Entity, Index } from 'typeorm'
import { Id, Reference } from '../../platform/database/columns.js'
import { Course } from '../../catalogue/index.js'
import { School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'

@Entity()
@Index(['courseId', 'teacherId'], { unique: true })
export class CourseLeader {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Course) courseId!: number
  @Reference(() => Teacher) teacherId!: number

  teacher?: Teacher
}
