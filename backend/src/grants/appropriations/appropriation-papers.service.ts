/** How does a notice leave the house (通知文稿与附表)? As .docx, as PDF, and its attachment as a sheet; what the reader may see and no more. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Region } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { type PaperFormat, sendPaper } from '../../platform/documents/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { listSheet } from '../../platform/sheets/index.js'
import { fen } from '../../platform/money.js'
import { Fund } from '../../entitlement/index.js'
import { appropriationLinesSheet } from './appropriations.dto.js'
import { AppropriationsService } from './appropriations.service.js'
import { noticePaper } from './notice-paper.js'

@Injectable()
export class AppropriationPapersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly appropriations: AppropriationsService,
  ) {}

  async paper(actor: Actor, id: number, format: PaperFormat): Promise<StreamableFile> {
    const notice = await this.appropriations.get(actor, id)
    const [region, fund] = await Promise.all([
      this.database.read.findOneBy(Region, { code: notice.regionCode }),
      this.database.read.findOneByOrFail(Fund, { id: notice.fundId }),
    ])
    const isEnglish = actor.language === 'en'
    const paper = noticePaper(
      {
        ...notice,
        isIssued: notice.status === 'issued',
        totalFen: fen(notice.totalFen),
        on: notice.issuedOn ?? this.clock.today(),
        fundName: isEnglish ? fund.nameEn : fund.name,
        regionName: (isEnglish ? region?.nameEn : region?.name) ?? notice.regionCode,
        lines: notice.lines
          .filter((line) => line.amountFen > 0)
          .map(({ schoolName, classCount, amountFen }) => ({
            schoolName,
            classCount,
            amountFen: fen(amountFen),
          })),
      },
      actor.language,
    )
    return sendPaper(
      notice.documentNumber ?? `${notice.title}-${actor.language === 'en' ? 'draft' : '草稿'}`,
      format,
      paper,
    )
  }

  async lines(actor: Actor, id: number): Promise<StreamableFile> {
    const { lines, title } = await this.appropriations.get(actor, id)
    const sheet = listSheet(appropriationLinesSheet, actor.language, lines)
    return sendWorkbook(`appropriation-${id}`, [{ ...sheet, caption: title }])
  }
}
