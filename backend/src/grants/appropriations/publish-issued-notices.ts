/** How an issued notice (下达通知) is shown to the public: which school is granted how much, frozen. */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Fund } from '../../entitlement/index.js'
import { School } from '../../organisation/index.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { type PublishedSubject, PublishingService } from '../publications/publishing.service.js'
import { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'

@Injectable()
export class PublishIssuedNotices implements OnModuleInit {
  constructor(private readonly publishing: PublishingService) {}

  onModuleInit(): void {
    this.publishing.register('appropriation', issuedNotice)
  }
}

const issuedNotice: PublishedSubject = async (tx, actor, id) => {
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
