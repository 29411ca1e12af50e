/** What do the families answer (答卷)? Kept without person, child or time, under keys that tell no order. */
import { Injectable } from '@nestjs/common'
import { randomInt } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { ChildrenService } from '../../people/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import type { Language } from '../../platform/texts.js'
import { Invitation } from '../invitations/invitation.entity.js'
import { InvitationsService } from '../invitations/invitations.service.js'
import { smallestGroup } from '../results/suppress.js'
import { Question } from '../surveys/question.entity.js'
import { Survey } from '../surveys/survey.entity.js'
import { Answer } from './answer.entity.js'
import { Response } from './response.entity.js'
import type {
  AnswerIn,
  AnswersIn,
  ParentSurveyOut,
  ParentSurveyWithQuestionsOut,
  ThanksOut,
} from './responses.dto.js'

const scale = {
  zh: ['很不满意', '不满意', '一般', '满意', '非常满意'],
  en: ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'],
} as const
const promise = {
  zh: `您的回答不记姓名。学校只看到全校汇总；不足 ${smallestGroup} 份时不显示。提交后不能修改。`,
  en: `Your answers carry no name. The school sees only the sum for the whole school, and nothing of fewer than ${smallestGroup} answers. They cannot be changed once sent.`,
} as const

@Injectable()
export class ResponsesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly children: ChildrenService,
    private readonly invitations: InvitationsService,
  ) {}

  /** Open surveys for the guardian's children, those answered included. */
  async list(actor: Actor): Promise<ParentSurveyOut[]> {
    const children = await this.children.of(this.database.read, actor)
    const surveys = await this.openSurveys(this.database.read)
    if (children.length === 0 || surveys.length === 0) return []
    const answered = new Set(
      (
        await this.database.read
          .createQueryBuilder(Invitation, 'invitation')
          .where('invitation.guardianId IN (:...guardianIds) AND invitation.isAnswered = :yes', {
            guardianIds: children.map((child) => child.guardian.id),
            yes: true,
          })
          .getMany()
      ).map((invitation) => `${invitation.surveyId}/${invitation.studentId}`),
    )
    return surveys.flatMap((survey) =>
      children
        .filter((child) => child.school.regionCode.startsWith(survey.regionCode))
        .map((child) => ({
          id: survey.id,
          studentId: child.id,
          childName: child.name,
          title: titleOf(survey, actor.language),
          closesOn: survey.closesOn,
          isAnswered: answered.has(`${survey.id}/${child.id}`),
        })),
    )
  }

  async get(actor: Actor, surveyId: number, studentId: number): Promise<ParentSurveyWithQuestionsOut> {
    const found = (await this.list(actor)).find(
      (survey) => survey.id === surveyId && survey.studentId === studentId,
    )
    if (!found) throw new NotFound('survey', surveyId)
    const questions = await this.database.read.find(Question, {
      where: { surveyId },
      order: { position: 'ASC' },
    })
    return {
      ...found,
      promise: promise[actor.language],
      questions: questions.map(({ id, kind, text, textEn }) => ({
        id,
        kind,
        text: actor.language === 'en' ? textEn : text,
        options:
          kind === 'scale' ? scale[actor.language].map((label, index) => ({ value: index + 1, label })) : [],
      })),
    }
  }

  /** Takes the answers once; the trail says that somebody answered, not who. */
  async answer(actor: Actor, surveyId: number, given: AnswersIn): Promise<ThanksOut> {
    return this.database.transaction(async (tx) => {
      const child = await this.children.require(tx, actor, given.studentId)
      const survey = (await this.openSurveys(tx)).find(
        (each) => each.id === surveyId && child.school.regionCode.startsWith(each.regionCode),
      )
      if (!survey) throw new RuleBroken('surveys.not_open')
      const questions = await tx.findBy(Question, { surveyId })
      const answers = fitting(questions, given.answers)
      await this.invitations.inviteLate(tx, survey, [child])
      await this.invitations.use(tx, surveyId, child.id, child.guardian.id)
      const responseId = randomKey()
      await tx.insert(Response, { id: responseId, surveyId, schoolId: child.schoolId })
      await tx.insert(
        Answer,
        answers.map(({ questionId, value, text }) => ({
          id: randomKey(),
          responseId,
          surveyId,
          schoolId: child.schoolId,
          questionId,
          value,
          text,
        })),
      )
      await this.audit.recordWithoutPerson(
        tx,
        { action: 'survey.answer', entity: 'survey', entityId: surveyId },
        actor.requestId,
      )
      return { isAnswered: true }
    })
  }

  private openSurveys(manager: EntityManager): Promise<Survey[]> {
    const today = this.clock.today()
    return manager
      .createQueryBuilder(Survey, 'survey')
      .where("survey.status = 'open' AND survey.opensOn <= :today AND survey.closesOn >= :today", { today })
      .orderBy('survey.closesOn')
      .getMany()
  }
}

/** Up to 2^48, far from repeating and safe in every language. */
const randomKey = () => randomInt(1, 2 ** 48 - 1)
const titleOf = (survey: Survey, language: Language) => (language === 'en' ? survey.titleEn : survey.title)

interface FittingAnswer {
  readonly questionId: number
  readonly value: number | null
  readonly text: string | null
}

// Every scale question exactly once, texts at will, nothing else.
function fitting(questions: readonly Question[], answers: readonly AnswerIn[]): FittingAnswer[] {
  const byId = new Map(answers.map((answer) => [answer.questionId, answer]))
  const isForeign = answers.some((answer) => !questions.some((question) => question.id === answer.questionId))
  if (isForeign || byId.size !== answers.length) throw new Invalid('surveys.answers_do_not_fit')
  return questions.flatMap(({ id, kind }): FittingAnswer[] => {
    const answer = byId.get(id)
    if (kind === 'scale') {
      if (answer?.value === undefined) throw new Invalid('surveys.answers_do_not_fit')
      return [{ questionId: id, value: answer.value, text: null }]
    }
    const text = answer?.text?.trim()
    return text ? [{ questionId: id, value: null, text }] : []
  })
}
