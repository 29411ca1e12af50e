import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsString, Max, MaxLength, Min } from 'class-validator'
import { Items } from '../../platform/http/items.js'
import { IsInt, Optional } from '../../platform/http/validation.js'

export class ChildQuery {
  @Type(() => Number)
  @IsInt()
  studentId!: number
}

export class AnswerIn {
  @IsInt()
  questionId!: number

  /** 1 very dissatisfied … 5 very satisfied. */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(5)
  value?: number

  @Optional()
  @IsString()
  @MaxLength(500)
  text?: string
}

export class AnswersIn {
  @IsInt()
  studentId!: number

  @IsArray()
  @ArrayMaxSize(60)
  @Items(() => AnswerIn)
  answers!: AnswerIn[]
}

export class ParentSurveyOut {
  id!: number
  studentId!: number
  childName!: string
  title!: string
  closesOn!: string
  isAnswered!: boolean
}

export class OptionOut {
  value!: number
  label!: string
}

export class ParentQuestionOut {
  id!: number
  text!: string
  kind!: 'scale' | 'text'
  options!: OptionOut[]
}

export class ParentSurveyWithQuestionsOut extends ParentSurveyOut {
  /** What the school sees and what not. */
  promise!: string
  questions!: ParentQuestionOut[]
}

export class ThanksOut {
  isAnswered!: true
}
