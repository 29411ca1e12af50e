/** How do issued notices and settled statements become public (公示内容)? Sums only, frozen; never a name of a child or payee. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { Appropriation } from '../appropriations/appropriation.entity.js'
import { AppropriationLine } from '../appropriations/appropriation-line.entity.js'
import { type Account, accounts } from '../ledger/accounts.js'
import { Settlement } from '../settlements/settlement.entity.js'
import { Fund } from '../standards/fund.entity.js'
import { StandardsService } from '../standards/standards.service.js'
import type { PublishedContent } from './publication.entity.js'
import type { CreatePublicationIn, PublicationWithContentOut } from './publications.dto.js'
import { PublicationsService, type Publishing } from './publications.service.js'

const usualWorkdays = 5

@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly publications: PublicationsService,
    private readonly standards: StandardsService,
  ) {}

  /** A region publishes its issued notices, a school its settled statements; each is public once. */
  async create(actor: Actor, { kind, subjectId }: CreatePublicationIn): Promise<PublicationWithContentOut> {
    const id = await this.database.transaction(async (tx) => {
      const { fundId, ...what } =
        kind === 'appropriation'
          ? await this.ofNotice(tx, actor, subjectId)
          : await this.ofStatement(tx, actor, subjectId)
      const policy = await this.standards.policy(tx, fundId, actor.regionCode, this.clock.today())
      return (
        await this.publications.open(tx, actor, {
          ...what,
          workdays: policy?.publicationWorkdays ?? usualWorkdays,
        })
      ).id
    })
    return this.publications.get(actor, id)
  }

  private async ofNotice(
    tx: EntityManager,
    actor: Actor,
    id: number,
  ): Promise<Omit<Publishing, 'workdays'> & { fundId: number }> {
    const notice = await tx
      .createQueryBuilder(Appropriation, 'notice')
      .innerJoinAndMapOne('notice.fund', Fund, 'fund', 'fund.id = notice.fundId')
      .where('notice.id = :id', { id })
      .getOne()
    if (!notice || actor.schoolId !== null || notice.regionCode !== actor.regionCode)
      throw new NotFound('appropriation', id)
    if (notice.status !== 'issued') throw new RuleBroken('funding.publish_unissued', { title: notice.title })
    const lines = await tx
      .createQueryBuilder(AppropriationLine, 'line')
      .innerJoinAndMapOne('line.school', School, 'school', 'school.id = line.schoolId')
      .where('line.appropriationId = :id', { id })
      .orderBy('line.id')
      .getMany()
    return {
      fundId: notice.fundId,
      regionCode: notice.regionCode,
      schoolId: null,
      kind: 'appropriation',
      subjectEntity: 'appropriation',
      subjectId: id,
      title: notice.title,
      content: {
        titleEn: `Appropriation of ${notice.fund!.nameEn}, ${notice.fiscalYear}`,
        paragraphs: [`文号：${notice.documentNumber}，下达日期：${notice.issuedOn}。`],
        paragraphsEn: [`Document ${notice.documentNumber}, issued on ${notice.issuedOn}.`],
        columns: [
          { title: '学校', titleEn: 'School', kind: 'text' },
          { title: '班级数', titleEn: 'Classes', kind: 'integer' },
          { title: '下达金额（元）', titleEn: 'Granted (yuan)', kind: 'fen' },
        ],
        rows: lines.map((line) => [line.school!.name, line.classCount, line.amountFen]),
        rowTitlesEn: lines.map(({ school }) => school!.nameEn ?? school!.name),
        totals: ['合计', lines.reduce((sum, line) => sum + line.classCount, 0), notice.totalFen],
        totalsTitleEn: 'Total',
      },
    }
  }

  private async ofStatement(
    tx: EntityManager,
    actor: Actor,
    id: number,
  ): Promise<Omit<Publishing, 'workdays'> & { fundId: number }> {
    const settlement = await tx
      .createQueryBuilder(Settlement, 'settlement')
      .innerJoinAndMapOne('settlement.fund', Fund, 'fund', 'fund.id = settlement.fundId')
      .innerJoinAndMapOne('settlement.school', School, 'school', 'school.id = settlement.schoolId')
      .where('settlement.id = :id', { id })
      .getOne()
    if (!settlement || actor.schoolId !== settlement.schoolId) throw new NotFound('settlement', id)
    const title = `${settlement.fiscalYear}年度${settlement.fund!.name}收支情况公示`
    if (settlement.status !== 'settled') throw new RuleBroken('funding.publish_unsettled', { title })
    return {
      fundId: settlement.fundId,
      regionCode: settlement.regionCode,
      schoolId: settlement.schoolId,
      kind: 'statement',
      subjectEntity: 'settlement',
      subjectId: id,
      title,
      content: statementContent(settlement),
    }
  }
}

// Income and expense as the rules ask: opening, received, spent by account with persons' hours, left.
function statementContent({ statement, fromOn, toOn, fund, fiscalYear }: Settlement): PublishedContent {
  return {
    titleEn: `Income and expense of ${fund!.nameEn}, ${fiscalYear}`,
    paragraphs: [`期间：${fromOn} 至 ${toOn}。`],
    paragraphsEn: [`From ${fromOn} to ${toOn}.`],
    columns: [
      { title: '项目', titleEn: 'Item', kind: 'text' },
      { title: '课时', titleEn: 'Class-hours', kind: 'integer' },
      { title: '金额（元）', titleEn: 'Amount (yuan)', kind: 'fen' },
    ],
    rows: [
      ['期初结余', null, statement.openingFen],
      ['财政拨款', null, statement.receivedFen],
      ...statement.spent.map(
        ({ account, lessonCount, amountFen }) =>
          [
            `支出：${accounts[account as Account]?.zh ?? account}`,
            lessonCount === 0 ? null : lessonCount,
            amountFen,
          ] as const,
      ),
      ['支出合计', null, statement.spentFen],
      ['已预留', null, statement.committedFen],
    ],
    rowTitlesEn: [
      'Opening balance',
      'Government grant',
      ...statement.spent.map(({ account }) => `Spent: ${accounts[account as Account]?.en ?? account}`),
      'Total spent',
      'Committed',
    ],
    totals: ['期末结余', null, statement.leftFen],
    totalsTitleEn: 'Closing balance',
  }
}
