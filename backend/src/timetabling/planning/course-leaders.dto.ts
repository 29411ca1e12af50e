import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator'
import { IsInt } from '../../platform/http/validation.js'

export class UpdateCourseLeadersIn {
  /** The whole list; who is not named can no longer lead the course. */
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsInt({ each: true })
  teacherIds!: number[]
}

export class CourseLeaderOut {
  teacherId!: number
  teacherName!: string
  kind!: 'staff' | 'lecturer'
  isActive!: boolean
}

export class CourseLeadersOut {
  courseId!: number
  schoolId!: number
  leaders!: CourseLeaderOut[]
}
