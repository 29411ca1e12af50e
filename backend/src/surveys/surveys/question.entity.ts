/** One question of a survey (题目). */
import { Entity, Index } from 'typeorm'
import { Count, Id, Reference, Text } from '../../platform/database/columns.js'
import { Survey } from './survey.entity.js'

@Entity()
@Index(['surveyId', 'position'], { unique: true })
export class Question {
  @Id() id!: number
  @Reference(() => Survey) surveyId!: number
  @Count() position!: number
  @Text(10) kind!: 'scale' | 'text'
  @Text(120) text!: string
  @Text(200) textEn!: string
}
