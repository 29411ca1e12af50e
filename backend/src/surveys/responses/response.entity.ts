/** One set of answers (答卷), without identity and without the order of arrival. */
import { Entity, Index } from 'typeorm'
import { RandomId, Reference } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Survey } from '../surveys/survey.entity.js'

@Entity()
@Index(['surveyId', 'schoolId'])
export class Response {
  @RandomId() id!: number
  @Reference(() => Survey) surveyId!: number
  @Reference(() => School) schoolId!: number
}
