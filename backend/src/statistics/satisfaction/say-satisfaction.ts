/** Says how satisfied the families of a school were, for its targets (绩效目标里的满意度): by the last closed survey of the year, and only where that school's result is shown at all. */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SatisfactionSource } from '../../grants/index.js'
import { regionsDownTo } from '../../organisation/index.js'
import {
  Answer,
  hiddenParts,
  Invitation,
  isWholeShown,
  perMille,
  Question,
  Survey,
} from '../../surveys/index.js'

@Injectable()
export class SaySatisfaction implements OnModuleInit {
  constructor(private readonly source: SatisfactionSource) {}

  onModuleInit(): void {
    this.source.answerWith(async (manager, { schoolId, regionCode, fiscalYear, on }) => {
      const survey = await manager
        .createQueryBuilder(Survey, 'survey')
        .where("survey.status = 'closed' AND survey.regionCode IN (:...regions)", {
          regions: regionsDownTo(regionCode),
        })
        .andWhere('survey.opensOn >= :first AND survey.opensOn <= :on', { first: `${fiscalYear}-01-01`, on })
        .orderBy('survey.closesOn', 'DESC')
        .addOrderBy('survey.id', 'DESC')
        .getOne()
      return survey && (await isShown(manager, survey.id, schoolId))
        ? satisfied(manager, survey, schoolId)
        : null
    })
  }
}

// Among all schools that were asked: what is hidden from one reader is hidden from all.
async function isShown(manager: EntityManager, surveyId: number, schoolId: number): Promise<boolean> {
  const rows = await manager
    .createQueryBuilder(Invitation, 'invitation')
    .select('invitation.schoolId', 'schoolId')
    .addSelect('SUM(CASE WHEN invitation.isAnswered = :yes THEN 1 ELSE 0 END)', 'answered')
    .where('invitation.surveyId = :surveyId', { surveyId, yes: true })
    .groupBy('invitation.schoolId')
    .orderBy('invitation.schoolId')
    .getRawMany<{ schoolId: number; answered: string | number }>()
  const counts = rows.map(({ answered }) => Number(answered))
  const own = rows.findIndex((row) => Number(row.schoolId) === schoolId)
  return own >= 0 && isWholeShown(counts[own]!) && !hiddenParts(counts)[own]
}

/** Of the last question on a scale, which asks about all. */
async function satisfied(manager: EntityManager, survey: Survey, schoolId: number): Promise<number | null> {
  const overall = await manager.findOne(Question, {
    where: { surveyId: survey.id, kind: 'scale' },
    order: { position: 'DESC' },
  })
  if (!overall) return null
  const row = await manager
    .createQueryBuilder(Answer, 'answer')
    .select('COUNT(*)', 'valid')
    .addSelect('SUM(CASE WHEN answer.value >= :from THEN 1 ELSE 0 END)', 'satisfied')
    .where(
      'answer.surveyId = :surveyId AND answer.questionId = :questionId AND answer.schoolId = :schoolId',
      {
        surveyId: survey.id,
        questionId: overall.id,
        schoolId,
        from: survey.satisfiedFrom,
      },
    )
    .andWhere('answer.value IS NOT NULL')
    .getRawOne<{ valid: string | number; satisfied: string | number | null }>()
  return perMille(Number(row?.satisfied ?? 0), Number(row?.valid ?? 0))
}
