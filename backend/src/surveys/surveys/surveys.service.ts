/** What are the families asked (问卷), when, and how many have answered? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { type Actor, isInScope } from '../../access/index.js'
import { AuditEntries, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { CalendarService, scoped, regionsDownTo } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, NotFound, RuleBroken } from '../../platform/errors.js'
import { equals, handledElsewhere } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { editing, eventsFrom } from '../../platform/states.js'
import { Invitation } from '../invitations/invitation.entity.js'
import { InvitationsService } from '../invitations/invitations.service.js'
import { Question } from './question.entity.js'
import { Survey } from './survey.entity.js'
import { surveyTable } from './survey.states.js'
import {
  type CreateSurveyIn,
  type QuestionIn,
  type SurveyCounts,
  type SurveyListQuery,
  type SurveyOut,
  type SurveyWithQuestionsOut,
  toQuestionOut,
  toSurveyOut,
  type UpdateSurveyIn,
} from './surveys.dto.js'
import { termSurveyQuestions } from './term-survey.js'

export type SurveyEvent = keyof typeof surveyTable.events

const surveys: Listing<SurveyListQuery> = {
  sortable: {
    opensOn: 'survey.opensOn',
    closesOn: 'survey.closesOn',
    title: 'survey.title',
    status: 'survey.status',
    id: 'survey.id',
  },
  filters: {
    termId: equals('survey.termId'),
    status: equals('survey.status'),
    // Surveys are a region's: of a school only the answers are counted.
    schoolId: handledElsewhere,
  },
}

@Injectable()
export class SurveysService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly calendar: CalendarService,
    private readonly invitations: InvitationsService,
  ) {}

  async list(actor: Actor, list: SurveyListQuery): Promise<Page<SurveyOut>> {
    const page = await paged(
      this.visible(this.database.read, actor),
      { ...list, sort: list.sort ?? 'opensOn', order: list.order ?? 'desc' },
      surveys,
      (survey) => survey,
    )
    const counts = await this.counts(
      this.database.read,
      actor,
      page.items.map((survey) => survey.id),
      list.schoolId,
    )
    return {
      ...page,
      items: page.items.map((survey) =>
        toSurveyOut(survey, counts.get(survey.id) ?? noCounts, actionsOn(survey, actor)),
      ),
    }
  }

  async get(actor: Actor, id: number): Promise<SurveyWithQuestionsOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateSurveyIn): Promise<SurveyWithQuestionsOut> {
    const { questions, ...rest } = given
    requireOrder(given.opensOn, given.closesOn)
    return this.database.transaction(async (tx) => {
      await this.calendar.requireTerm(actor, given.termId, tx)
      const survey = await tx.save(
        tx.create(Survey, { satisfiedFrom: 4, ...rest, regionCode: actor.regionCode, status: 'draft' }),
      )
      await this.setQuestions(tx, survey.id, questions ?? termSurveyQuestions)
      await this.transitions.made(tx, surveyTable, survey, actor)
      await this.audit.record(tx, actor, {
        action: 'survey.create',
        entity: 'survey',
        entityId: survey.id,
        after: survey,
      })
      return this.out(tx, actor, survey)
    })
  }

  /** Only a draft may change: what has been asked stays as it was asked. */
  async update(actor: Actor, id: number, given: UpdateSurveyIn): Promise<SurveyWithQuestionsOut> {
    const { questions, revision, ...rest } = given
    return this.database.transaction(async (tx) => {
      const taken = await this.take(tx, actor, id, editing, { revision })
      const before = { ...taken }
      const after = { ...before, ...rest }
      requireOrder(after.opensOn, after.closesOn)
      await this.transitions.edit(tx, surveyTable, Survey, taken, rest, actor)
      if (questions) await this.setQuestions(tx, id, questions)
      await this.audit.record(tx, actor, {
        action: 'survey.update',
        entity: 'survey',
        entityId: id,
        before,
        after,
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** Opening invites every guardian of the region's students; closing ends the answers. */
  async act(actor: Actor, id: number, event: SurveyEvent, seen: Seen = {}): Promise<SurveyWithQuestionsOut> {
    return this.database.transaction(async (tx) => {
      const survey = await this.take(tx, actor, id, event, seen)
      await this.transitions.move(tx, surveyTable, Survey, survey, event, actor)
      if (event === 'open') await this.invitations.inviteAll(tx, survey)
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: SurveyEvent | typeof editing,
    seen: Seen,
  ): Promise<Taken<Survey>> {
    const read = () => this.findOwn(tx, actor, id)
    return this.transitions.take(tx, surveyTable, Survey, id, event, actor, { read, seen })
  }

  private async setQuestions(
    tx: EntityManager,
    surveyId: number,
    questions: readonly QuestionIn[],
  ): Promise<void> {
    if (!questions.some((question) => question.kind === 'scale')) throw new RuleBroken('surveys.needs_scale')
    await tx.delete(Question, { surveyId })
    await tx.insert(
      Question,
      questions.map(({ kind, text, textEn }, index) => ({
        surveyId,
        position: index + 1,
        kind,
        text,
        textEn,
      })),
    )
  }

  private async out(manager: EntityManager, actor: Actor, survey: Survey): Promise<SurveyWithQuestionsOut> {
    const counts = await this.counts(manager, actor, [survey.id])
    const questions = await manager.find(Question, {
      where: { surveyId: survey.id },
      order: { position: 'ASC' },
    })
    return {
      ...toSurveyOut(survey, counts.get(survey.id) ?? noCounts, actionsOn(survey, actor)),
      questions: questions.map(toQuestionOut),
      toInviteCount: survey.status === 'draft' ? await this.invitations.count(manager, survey) : null,
    }
  }

  /** Invited and answered within the actor's schools, for a page of surveys at once. */
  private async counts(
    manager: EntityManager,
    actor: Actor,
    surveyIds: readonly number[],
    schoolId?: number,
  ): Promise<Map<number, SurveyCounts>> {
    if (surveyIds.length === 0) return new Map()
    const rows = await scoped(
      manager.createQueryBuilder(Invitation, 'invitation'),
      actor,
      'invitation.schoolId',
      schoolId,
    )
      .select('invitation.surveyId', 'surveyId')
      .addSelect('COUNT(*)', 'invited')
      .addSelect('SUM(CASE WHEN invitation.isAnswered = :yes THEN 1 ELSE 0 END)', 'answered')
      .andWhere('invitation.surveyId IN (:...surveyIds)', { surveyIds: [...surveyIds], yes: true })
      .groupBy('invitation.surveyId')
      .getRawMany<{ surveyId: number; invited: string | number; answered: string | number }>()
    return new Map(
      rows.map((row) => [row.surveyId, { invited: Number(row.invited), answered: Number(row.answered) }]),
    )
  }

  async find(
    manager: EntityManager,
    actor: Pick<Actor, 'regionCode' | 'schoolId'>,
    id: number,
  ): Promise<Survey> {
    const survey = await this.visible(manager, actor).andWhere('survey.id = :id', { id }).getOne()
    if (!survey) throw new NotFound('survey', id)
    return survey
  }

  private async findOwn(manager: EntityManager, actor: Actor, id: number): Promise<Survey> {
    const survey = await this.find(manager, actor, id)
    if (!isInScope({ ...actor, schoolId: null }, survey)) throw new Forbidden('surveys.of_other_region')
    return survey
  }

  // Surveys of the own region, of regions below it, and, once they are open, of regions above it.
  private visible(
    manager: EntityManager,
    actor: Pick<Actor, 'regionCode' | 'schoolId'>,
  ): SelectQueryBuilder<Survey> {
    const above = regionsDownTo(actor.regionCode)
    const own = actor.schoolId === null ? 'survey.regionCode LIKE :own OR ' : ''
    return manager
      .createQueryBuilder(Survey, 'survey')
      .where(`(${own}(survey.status <> 'draft' AND survey.regionCode IN (:...above)))`, {
        own: `${actor.regionCode}%`,
        above,
      })
  }
}

const noCounts: SurveyCounts = { invited: 0, answered: 0 }

function requireOrder(opensOn: string, closesOn: string): void {
  if (closesOn < opensOn) throw new RuleBroken('surveys.closes_before_opening', { opensOn, closesOn })
}

function actionsOn(survey: Survey, actor: Actor): string[] {
  if (!isInScope({ ...actor, schoolId: null }, survey) || actor.schoolId !== null) return []
  const events: string[] = eventsFrom(surveyTable, survey.status, actor.permissions)
  return survey.status === 'draft' && actor.permissions.has('survey.write') ? [...events, 'update'] : events
}
