/** The one-time right of a guardian to answer for a child (问卷邀请); it does not lead to the answers. */
import { Entity, Index } from 'typeorm'
import { Flag, Id, Reference } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Guardian, Student } from '../../people/index.js'
import { Survey } from '../surveys/survey.entity.js'

@Entity()
@Index(['surveyId', 'studentId', 'guardianId'], { unique: true })
@Index(['surveyId', 'schoolId', 'isAnswered'])
export class Invitation {
  @Id() id!: number
  @Reference(() => Survey) surveyId!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Student) studentId!: number
  @Reference(() => Guardian) guardianId!: number
  /** No time: a time beside it would lead to the answers. */
  @Flag() isAnswered!: boolean
}
