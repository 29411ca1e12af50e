/** How does the statement leave Kehou (银行存款余额调节表)? As .docx and as PDF, with its days and who made it. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Region } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { type PaperFormat, sendPaper } from '../../platform/documents/index.js'
import { reconciliationPaper } from './reconciliation-paper.js'
import type { ReconciliationQuery } from './reconciliation-statement.dto.js'
import { ReconciliationStatementService } from './reconciliation-statement.service.js'

@Injectable()
export class ReconciliationPapersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly statements: ReconciliationStatementService,
  ) {}

  async paper(actor: Actor, query: ReconciliationQuery, format: PaperFormat): Promise<StreamableFile> {
    const statement = await this.statements.statement(actor, query)
    const of = statement.schoolName ?? (await this.regionName(actor))
    const paper = reconciliationPaper(
      { statement, of, madeBy: actor.displayName, on: this.clock.today() },
      actor.language,
    )
    return sendPaper(`${paper.title} ${statement.fromOn} ${statement.toOn}`, format, paper)
  }

  private async regionName({ regionCode, language }: Actor): Promise<string> {
    const region = await this.database.read.findOneBy(Region, { code: regionCode })
    return (language === 'en' ? region?.nameEn : region?.name) ?? regionCode
  }
}
