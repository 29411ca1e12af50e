import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Length, Max, Min } from 'class-validator'
import { SeenIn } from '../../audit/index.js'
import { Items } from '../../platform/http/items.js'
import { IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { Question } from './question.entity.js'
import type { Survey } from './survey.entity.js'
import { surveyStates, type SurveyStatus } from './survey.states.js'

export class SurveyListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @IsIn(surveyStates)
  status?: SurveyStatus

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class QuestionIn {
  @IsIn(['scale', 'text'])
  kind!: 'scale' | 'text'

  @IsString()
  @Length(2, 120)
  text!: string

  @IsString()
  @Length(2, 200)
  textEn!: string
}

export class CreateSurveyIn {
  @IsInt()
  termId!: number

  @IsString()
  @Length(2, 80)
  title!: string

  @IsString()
  @Length(2, 120)
  titleEn!: string

  @IsLocalDate()
  opensOn!: string

  @IsLocalDate()
  closesOn!: string

  /** Answers of this value (1–5) and above count as satisfied. */
  @Optional()
  @IsInt()
  @Min(2)
  @Max(5)
  satisfiedFrom?: number

  /** Left out: the usual questions of a term. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @Items(() => QuestionIn)
  questions?: QuestionIn[]
}

export class UpdateSurveyIn extends SeenIn {
  @Optional()
  @IsString()
  @Length(2, 80)
  title?: string

  @Optional()
  @IsString()
  @Length(2, 120)
  titleEn?: string

  @Optional()
  @IsLocalDate()
  opensOn?: string

  @Optional()
  @IsLocalDate()
  closesOn?: string

  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @Items(() => QuestionIn)
  questions?: QuestionIn[]
}

export class QuestionOut {
  id!: number
  position!: number
  kind!: 'scale' | 'text'
  text!: string
  textEn!: string
}

export class SurveyOut {
  id!: number
  regionCode!: string
  termId!: number
  title!: string
  titleEn!: string
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: SurveyStatus
  opensOn!: string
  closesOn!: string
  satisfiedFrom!: number
  /** Within the reader's scope. */
  invitedCount!: number
  answeredCount!: number
  actions!: string[]
}

export class SurveyWithQuestionsOut extends SurveyOut {
  questions!: QuestionOut[]
  /** While it is a draft: how many would be invited if it were opened now. */
  toInviteCount!: number | null
}

export interface SurveyCounts {
  readonly invited: number
  readonly answered: number
}

export function toSurveyOut(
  survey: Survey,
  { invited, answered }: SurveyCounts,
  actions: string[],
): SurveyOut {
  const { id, regionCode, termId, title, titleEn, status, revision, opensOn, closesOn, satisfiedFrom } =
    survey
  return {
    id,
    regionCode,
    termId,
    title,
    titleEn,
    status,
    revision,
    opensOn,
    closesOn,
    satisfiedFrom,
    invitedCount: invited,
    answeredCount: answered,
    actions,
  }
}

export function toQuestionOut({ id, position, kind, text, textEn }: Question): QuestionOut {
  return { id, position, kind, text, textEn }
}
