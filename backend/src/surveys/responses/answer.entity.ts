/** One answer of a response (作答). */
import { Entity, Index } from 'typeorm'
import { Count, RandomId, RandomReference, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Question } from '../surveys/question.entity.js'
import { Response } from './response.entity.js'
import { Survey } from '../surveys/survey.entity.js'

@Entity()
@Index(['surveyId', 'questionId', 'schoolId', 'value'])
export class Answer {
  @RandomId() id!: number
  @RandomReference(() => Response) responseId!: number
  @Reference(() => Survey) surveyId!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Question) questionId!: number
  /** 1–5 on a scale; null for a text. */
  @Count({ nullable: true }) value!: number | null
  @Text(500, { nullable: true }) text!: string | null
}
