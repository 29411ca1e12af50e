import { Type } from 'class-transformer'
import { IsInt, Optional } from '../../platform/http/validation.js'

export class ResultsQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class QuestionResultOut {
  questionId!: number
  position!: number
  text!: string
  textEn!: string
  /** Valid answers; null where the group is too small. */
  validCount!: number | null
  /** Answers of 1, 2, 3, 4 and 5; null where the group is too small. */
  distribution!: number[] | null
  satisfiedPerMille!: number | null
}

export class SchoolResultOut {
  schoolId!: number
  schoolName!: string
  invitedCount!: number
  answeredCount!: number | null
  responsePerMille!: number | null
  /** Of the last scale question (overall); null where the group is too small. */
  satisfiedPerMille!: number | null
  isHidden!: boolean
}

export class ResultsOut {
  surveyId!: number
  title!: string
  titleEn!: string
  schoolId!: number | null
  invitedCount!: number
  answeredCount!: number | null
  responsePerMille!: number | null
  /** Answers of this value and above are "satisfied"; denominator: valid answers. */
  satisfiedFrom!: number
  smallestGroup!: number
  isHidden!: boolean
  questions!: QuestionResultOut[]
  schools!: SchoolResultOut[]
  /** Free texts of one school, in no order; only where the group is large enough. */
  texts!: string[]
}
