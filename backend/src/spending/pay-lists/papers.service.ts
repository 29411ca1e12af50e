/** How does a pay list leave the school (导出、打印发放表)? As a sheet and as a paper to be signed; of accounts only their ends. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { type PaperFormat, sendPaper } from '../../platform/documents/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { type PayListFacts, payListPaper, payListSheetOut } from './pay-list-paper.js'
import { PayListReadingService } from './reading.service.js'

@Injectable()
export class PayListPapersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: PayListReadingService,
  ) {}

  async sheet(actor: Actor, id: number): Promise<StreamableFile> {
    return sendWorkbook(`pay-list-${id}`, [payListSheetOut(await this.facts(actor, id), actor.language)])
  }

  async paper(actor: Actor, id: number, format: PaperFormat): Promise<StreamableFile> {
    const paper = payListPaper(await this.facts(actor, id), actor.language)
    return sendPaper(paper.title, format, paper)
  }

  private async facts(actor: Actor, id: number): Promise<PayListFacts> {
    const list = await this.reading.get(actor, id)
    const school = await this.database.read.findOneByOrFail(School, { id: list.schoolId })
    const schoolName = (actor.language === 'en' ? school.nameEn : null) ?? school.name
    return { schoolName, list, on: this.clock.today() }
  }
}
