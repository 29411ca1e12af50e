/** How satisfied are the families (满意度)? By school and question, with n and response rate; small groups are left out. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { School, scoped, type Scope } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { Invitation } from '../invitations/invitation.entity.js'
import { Answer } from '../responses/answer.entity.js'
import { Question } from '../surveys/question.entity.js'
import type { Survey } from '../surveys/survey.entity.js'
import { SurveysService } from '../surveys/surveys.service.js'
import { hiddenParts, isWholeShown, perMille, smallestGroup } from './suppress.js'
import type { QuestionResultOut, ResultsOut, ResultsQuery, SchoolResultOut } from './results.dto.js'

interface SchoolCount {
  readonly schoolId: number
  readonly schoolName: string
  readonly invited: number
  readonly answered: number
}
interface ValueCount {
  readonly schoolId: number
  readonly questionId: number
  readonly value: number
  readonly count: number
}

@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly surveys: SurveysService,
  ) {}

  async results(actor: Actor, surveyId: number, { schoolId }: ResultsQuery): Promise<ResultsOut> {
    const manager = this.database.read
    const survey = await this.surveys.find(manager, actor, surveyId)
    const questions = await manager.find(Question, {
      where: { surveyId, kind: 'scale' },
      order: { position: 'ASC' },
    })
    const schools = await this.schoolCounts(manager, actor, surveyId)
    const hidden = hiddenParts(schools.map((school) => school.answered))
    const chosen = schools.filter((school) => schoolId === undefined || school.schoolId === schoolId)
    const answered = chosen.reduce((sum, school) => sum + school.answered, 0)
    const invited = chosen.reduce((sum, school) => sum + school.invited, 0)
    const isHidden = !isWholeShown(answered) || (chosen.length === 1 && hidden[schools.indexOf(chosen[0]!)]!)
    const values = await this.valueCounts(manager, actor, surveyId)
    const ofChosen = values.filter((each) => chosen.some((school) => school.schoolId === each.schoolId))
    return {
      surveyId,
      title: survey.title,
      titleEn: survey.titleEn,
      schoolId: schoolId ?? null,
      invitedCount: invited,
      answeredCount: isHidden ? null : answered,
      responsePerMille: isHidden ? null : perMille(answered, invited),
      satisfiedFrom: survey.satisfiedFrom,
      smallestGroup,
      isHidden,
      questions: questions.map((question) => questionResult(question, ofChosen, survey, isHidden)),
      schools: schools.map((school, index) =>
        schoolResult(school, hidden[index]!, values, questions.at(-1), survey),
      ),
      texts: schoolId === undefined || isHidden ? [] : await this.texts(manager, actor, surveyId, schoolId),
    }
  }

  private async schoolCounts(manager: EntityManager, scope: Scope, surveyId: number): Promise<SchoolCount[]> {
    const rows = await scoped(
      manager.createQueryBuilder(Invitation, 'invitation'),
      scope,
      'invitation.schoolId',
    )
      .innerJoin(School, 'school', 'school.id = invitation.schoolId')
      .select('invitation.schoolId', 'schoolId')
      .addSelect('school.name', 'schoolName')
      .addSelect('COUNT(*)', 'invited')
      .addSelect('SUM(CASE WHEN invitation.isAnswered = :yes THEN 1 ELSE 0 END)', 'answered')
      .andWhere('invitation.surveyId = :surveyId', { surveyId, yes: true })
      .groupBy('invitation.schoolId')
      .addGroupBy('school.name')
      .orderBy('school.name')
      .getRawMany<{
        schoolId: number
        schoolName: string
        invited: string | number
        answered: string | number
      }>()
    return rows.map((row) => ({ ...row, invited: Number(row.invited), answered: Number(row.answered) }))
  }

  private async valueCounts(manager: EntityManager, scope: Scope, surveyId: number): Promise<ValueCount[]> {
    const rows = await scoped(manager.createQueryBuilder(Answer, 'answer'), scope, 'answer.schoolId')
      .select([
        'answer.schoolId AS schoolId',
        'answer.questionId AS questionId',
        'answer.value AS value',
        'COUNT(*) AS count',
      ])
      .andWhere('answer.surveyId = :surveyId AND answer.value IS NOT NULL', { surveyId })
      .groupBy('answer.schoolId')
      .addGroupBy('answer.questionId')
      .addGroupBy('answer.value')
      .getRawMany<Record<keyof ValueCount, string | number>>()
    return rows.map((row) => ({
      schoolId: Number(row.schoolId),
      questionId: Number(row.questionId),
      value: Number(row.value),
      count: Number(row.count),
    }))
  }

  // By the random key, which is no order of arrival.
  private async texts(
    manager: EntityManager,
    scope: Scope,
    surveyId: number,
    schoolId: number,
  ): Promise<string[]> {
    const rows = await scoped(
      manager.createQueryBuilder(Answer, 'answer'),
      scope,
      'answer.schoolId',
      schoolId,
    )
      .andWhere('answer.surveyId = :surveyId AND answer.text IS NOT NULL', { surveyId })
      .orderBy('answer.id')
      .take(500)
      .getMany()
    return rows.map((row) => row.text!)
  }
}

function distributionOf(counts: readonly ValueCount[]): number[] {
  return [1, 2, 3, 4, 5].map((value) =>
    counts.filter((each) => each.value === value).reduce((sum, each) => sum + each.count, 0),
  )
}

function satisfied(distribution: readonly number[], from: number): number | null {
  const valid = distribution.reduce((sum, count) => sum + count, 0)
  return perMille(
    distribution.slice(from - 1).reduce((sum, count) => sum + count, 0),
    valid,
  )
}

function questionResult(
  question: Question,
  values: readonly ValueCount[],
  survey: Survey,
  isHidden: boolean,
): QuestionResultOut {
  const { id: questionId, position, text, textEn } = question
  const distribution = distributionOf(values.filter((each) => each.questionId === questionId))
  const validCount = distribution.reduce((sum, count) => sum + count, 0)
  if (isHidden)
    return {
      questionId,
      position,
      text,
      textEn,
      validCount: null,
      distribution: null,
      satisfiedPerMille: null,
    }
  return {
    questionId,
    position,
    text,
    textEn,
    validCount,
    distribution,
    satisfiedPerMille: satisfied(distribution, survey.satisfiedFrom),
  }
}

function schoolResult(
  school: SchoolCount,
  isHidden: boolean,
  values: readonly ValueCount[],
  overall: Question | undefined,
  survey: Survey,
): SchoolResultOut {
  const { schoolId, schoolName, invited, answered } = school
  const own = values.filter((each) => each.schoolId === schoolId && each.questionId === overall?.id)
  return {
    schoolId,
    schoolName,
    invitedCount: invited,
    answeredCount: isHidden ? null : answered,
    responsePerMille: isHidden ? null : perMille(answered, invited),
    satisfiedPerMille: isHidden ? null : satisfied(distributionOf(own), survey.satisfiedFrom),
    isHidden,
  }
}
