/** A set of questions for the guardians of a region and term (问卷). */
import { Entity, Index } from 'typeorm'
import { Count, Id, On, Reference, Revision, State, Text } from '../../platform/database/columns.js'
import { Term } from '../../organisation/index.js'
import type { SurveyStatus } from './survey.states.js'

@Entity()
@Index(['regionCode', 'status'])
export class Survey {
  @Id() id!: number
  @Text(12) regionCode!: string
  @Reference(() => Term) termId!: number
  @Text(80) title!: string
  @Text(120) titleEn!: string
  @State() status!: SurveyStatus
  @Revision() revision!: number
  @On() opensOn!: string
  @On() closesOn!: string
  /** Answers of this value and above count as satisfied; part of the printed formula. */
  @Count() satisfiedFrom!: number
}
