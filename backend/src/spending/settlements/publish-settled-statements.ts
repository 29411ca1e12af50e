/** How a settled statement (收支公示) is shown to the public: sums by account, frozen; never a payee. */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Fund } from '../../entitlement/index.js'
import { type PublishedContent, type PublishedSubject, PublishingService } from '../../grants/index.js'
import { type Account, accounts } from '../../ledger/index.js'
import { School } from '../../organisation/index.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import type { Language } from '../../platform/texts.js'
import { TreasuryReturn } from '../treasury-returns/treasury-return.entity.js'
import { Settlement } from './settlement.entity.js'
import { returnLine } from './statement-paper.js'

@Injectable()
export class PublishSettledStatements implements OnModuleInit {
  constructor(private readonly publishing: PublishingService) {}

  onModuleInit(): void {
    this.publishing.register('statement', settledStatement)
  }
}

const settledStatement: PublishedSubject = async (tx, actor, id) => {
  const settlement = await tx
    .createQueryBuilder(Settlement, 'settlement')
    .innerJoinAndMapOne('settlement.fund', Fund, 'fund', 'fund.id = settlement.fundId')
    .innerJoinAndMapOne('settlement.school', School, 'school', 'school.id = settlement.schoolId')
    .leftJoinAndMapOne(
      'settlement.treasuryReturn',
      TreasuryReturn,
      'treasuryReturn',
      'treasuryReturn.settlementId = settlement.id',
    )
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

// Income and expense as the rules ask: opening, received, spent by account with persons' hours, left.
function statementContent(settlement: Settlement): PublishedContent {
  const { statement, fromOn, toOn, fund, fiscalYear, treasuryReturn } = settlement
  const returning = (language: Language) => (treasuryReturn ? [returnLine(treasuryReturn, language)] : [])
  return {
    titleEn: `Income and expense of ${fund!.nameEn}, ${fiscalYear}`,
    paragraphs: [`期间：${fromOn} 至 ${toOn}。`, ...returning('zh')],
    paragraphsEn: [`From ${fromOn} to ${toOn}.`, ...returning('en')],
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
