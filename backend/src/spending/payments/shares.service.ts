/** How is one bill shared by several classes (分摊)? By weights, with the sum exact to the fen. Proposes; nothing is kept. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Section } from '../../catalogue/index.js'
import { Enrolment } from '../../enrolment/index.js'
import { HomeClass, scoped } from '../../organisation/index.js'
import { Student } from '../../people/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { fen, shareOut } from '../../platform/money.js'
import { type Allotment, leftOf } from '../../ledger/index.js'
import { allotmentsOf } from './lines.js'
import { pupilsOf } from './pupils-of.js'
import type { SharesIn, SharesOut } from './shares.dto.js'

@Injectable()
export class SharesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, { allotmentIds, amountFen, by, sectionId }: SharesIn): Promise<SharesOut> {
    const { read } = this.database
    const allotments = await allotmentsOf(read, actor, allotmentIds)
    const classIds = [...new Set(allotments.map(({ homeClassId }) => homeClassId!))]
    const pupils =
      by === 'classes'
        ? null
        : by === 'pupils'
          ? await pupilsOf(read, classIds)
          : await this.attending(read, actor, sectionId!, classIds)
    const weights = allotments.map(({ homeClassId }) => (pupils ? (pupils.get(homeClassId!) ?? 0) : 1))
    if (weights.every((weight) => weight === 0)) throw new RuleBroken('funding.nothing_to_share_by')
    const parts = shareOut(fen(amountFen), weights)
    return {
      shares: allotments
        .map((allotment: Allotment, index) => ({
          allotmentId: allotment.id,
          className: allotment.homeClass!.name,
          weight: weights[index]!,
          amountFen: parts[index]!,
          leftFen: leftOf(allotment),
        }))
        .filter((share) => share.amountFen > 0),
    }
  }

  /** Throws RuleBroken naming classes whose pupils attend, but whose money was not chosen: it would be paid by the others. */
  private async attending(
    manager: EntityManager,
    actor: Actor,
    sectionId: number,
    homeClassIds: readonly number[],
  ): Promise<Map<number, number>> {
    const section = await scoped(manager.createQueryBuilder(Section, 'section'), actor)
      .andWhere('section.id = :sectionId', { sectionId })
      .getOne()
    if (!section) throw new NotFound('section', sectionId)
    const rows = await manager
      .createQueryBuilder(Enrolment, 'enrolment')
      .innerJoin(Student, 'student', 'student.id = enrolment.studentId')
      .innerJoin(HomeClass, 'homeClass', 'homeClass.id = student.homeClassId')
      .select(['homeClass.id AS homeClassId', 'MAX(homeClass.name) AS className', 'COUNT(*) AS pupilCount'])
      .where("enrolment.sectionId = :sectionId AND enrolment.status = 'active'", { sectionId })
      .andWhere('(enrolment.endsOn IS NULL OR enrolment.endsOn >= :today)', { today: this.clock.today() })
      .groupBy('homeClass.id')
      .orderBy('homeClass.id')
      .getRawMany<{ homeClassId: number; className: string; pupilCount: string | number }>()
    const chosen = new Set(homeClassIds)
    const without = rows.filter(({ homeClassId }) => !chosen.has(homeClassId))
    if (without.length > 0)
      throw new RuleBroken('funding.section_class_without_money', {
        classes: without.map(({ className }) => className).join('、'),
      })
    return new Map(rows.map(({ homeClassId, pupilCount }) => [homeClassId, Number(pupilCount)]))
  }
}
