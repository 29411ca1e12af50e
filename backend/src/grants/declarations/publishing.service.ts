/** Which checked declarations (资金申报) are shown to the public together, and what follows from it? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { addFen, fen } from '../../platform/money.js'
import type { PublishedContent } from '../publications/publication.entity.js'
import { publicationWorkdays, PublicationsService } from '../publications/publications.service.js'
import { Fund, StandardsService } from '../../entitlement/index.js'
import { Declaration } from './declaration.entity.js'
import { declarationTable } from './declaration.states.js'
import type { PublishedDeclarationsOut } from './declarations.dto.js'

@Injectable()
export class DeclarationPublishingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transitions: Transitions,
    private readonly publications: PublicationsService,
    private readonly standards: StandardsService,
  ) {}

  /** Publishes checked declarations of one fund and period in one list, schools and sums only. */
  async publish(actor: Actor, declarationIds: readonly number[]): Promise<PublishedDeclarationsOut> {
    if (actor.schoolId !== null) throw new Forbidden('funding.office_publishes')
    return this.database.transaction(async (tx) => {
      const declarations = await this.transitions.takeAll(tx, Declaration, declarationIds, (ids) =>
        this.find(tx, actor, ids),
      )
      const { fund, periodName } = declarations[0]!
      // By name: districts with calendars of their own have terms of their own.
      if (declarations.some((each) => each.fundId !== fund!.id || each.periodName !== periodName))
        throw new Invalid('funding.publish_one_fund')
      const policy = await this.standards.policy(tx, fund!.id, actor.regionCode, this.clock.today())
      const publication = await this.publications.open(tx, actor, {
        regionCode: actor.regionCode,
        schoolId: null,
        kind: 'declarations',
        subjectEntity: 'declaration',
        subjectId: null,
        title: `${periodName}${fund!.name}申报情况公示`,
        content: contentOf(declarations),
        workdays: publicationWorkdays(policy),
      })
      for (const declaration of declarations) {
        await this.transitions.move(tx, declarationTable, Declaration, declaration, 'publish', actor, {
          set: { publicationId: publication.id, updatedAt: this.clock.now() },
        })
      }
      return {
        publicationId: publication.id,
        slug: publication.slug,
        closesOn: publication.closesOn,
        count: declarations.length,
      }
    })
  }

  private async find(tx: EntityManager, actor: Actor, ids: readonly number[]): Promise<Declaration[]> {
    const found = await tx
      .createQueryBuilder(Declaration, 'declaration')
      .innerJoinAndMapOne('declaration.school', School, 'school', 'school.id = declaration.schoolId')
      .innerJoinAndMapOne('declaration.fund', Fund, 'fund', 'fund.id = declaration.fundId')
      .where('declaration.id IN (:...ids) AND declaration.regionCode LIKE :region', {
        ids: [...ids],
        region: `${actor.regionCode}%`,
      })
      .orderBy('school.name')
      .addOrderBy('declaration.id')
      .getMany()
    const known = new Set(found.map((each) => each.id))
    const missing = ids.find((id) => !known.has(id))
    if (missing !== undefined) throw new NotFound('declaration', missing)
    const early = found.find((each) => each.status !== 'finance_checked')
    if (early) throw new RuleBroken('funding.publish_unchecked', { school: early.school!.name })
    return found
  }
}

function contentOf(declarations: readonly Declaration[]): PublishedContent {
  const [{ fund, periodNameEn }] = declarations as [Declaration]
  const rows = declarations.map(
    ({ school, classCount, amountFen }) => [school!.name, classCount, amountFen] as const,
  )
  const documents = [
    ...new Set(declarations.flatMap((each) => each.rules.map((rule) => rule.documentNumber))),
  ].filter(Boolean)
  return {
    titleEn: `Declarations of ${fund!.nameEn}, ${periodNameEn}`,
    paragraphs: [
      '下列学校的申报已经教育、财政部门审核，现予公示。',
      ...(documents.length > 0 ? [`依据：${documents.join('、')}。`] : []),
    ],
    paragraphsEn: [
      'These declarations have been checked by the education and finance offices and are published here.',
      ...(documents.length > 0 ? [`Basis: ${documents.join(', ')}.`] : []),
    ],
    columns: [
      { title: '学校', titleEn: 'School', kind: 'text' },
      { title: '班级数', titleEn: 'Classes', kind: 'integer' },
      { title: '申报金额（元）', titleEn: 'Declared (yuan)', kind: 'fen' },
    ],
    rows,
    rowTitlesEn: declarations.map(({ school }) => school!.nameEn ?? school!.name),
    totalsTitleEn: 'Total',
    totals: [
      '合计',
      rows.reduce((sum, [, count]) => sum + count, 0),
      addFen(fen(0), ...declarations.map((each) => each.amountFen)),
    ],
  }
}
