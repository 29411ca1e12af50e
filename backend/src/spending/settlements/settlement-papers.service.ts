/** How does a statement leave the school (收支情况表)? As .docx and as PDF, marked as a draft until the principal has approved it. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { type PaperFormat, sendPaper } from '../../platform/documents/index.js'
import { Fund } from '../../entitlement/index.js'
import { Settlement } from './settlement.entity.js'
import { SettlementsService } from './settlements.service.js'
import { statementPaper } from './statement-paper.js'

@Injectable()
export class SettlementPapersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settlements: SettlementsService,
  ) {}

  async paper(actor: Actor, id: number, format: PaperFormat): Promise<StreamableFile> {
    const { schoolName, fundId, fiscalYear, fromOn, toOn, termId, status, leftover, treasuryReturn } =
      await this.settlements.get(actor, id)
    const [{ statement }, fund] = await Promise.all([
      this.database.read.findOneByOrFail(Settlement, { id }),
      this.database.read.findOneByOrFail(Fund, { id: fundId }),
    ])
    const fundName = actor.language === 'en' ? fund.nameEn : fund.name
    const paper = statementPaper(
      {
        schoolName,
        fundName,
        fiscalYear,
        fromOn,
        toOn,
        isTerm: termId !== null,
        isSettled: status === 'settled',
        leftover,
        treasuryReturn,
        statement,
        on: this.clock.today(),
      },
      actor.language,
    )
    return sendPaper(paper.title, format, paper)
  }
}
