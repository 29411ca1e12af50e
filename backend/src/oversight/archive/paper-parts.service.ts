/** The papers of a school and year for print (文书), written when their turn comes. */
import { Injectable } from '@nestjs/common'
import type { StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import {
  AppropriationPapersService,
  DeclarationPapersService,
  EstimatesService,
  PerformanceTargetsService,
} from '../../grants/index.js'
import { SettlementPapersService } from '../../spending/index.js'
import { later, type Seen } from './pieces.js'
import { documentNames } from './step-words.js'
import type { ArchiveFile } from './write-zip.js'

@Injectable()
export class PaperPartsService {
  constructor(
    private readonly estimates: EstimatesService,
    private readonly performance: PerformanceTargetsService,
    private readonly declarationPapers: DeclarationPapersService,
    private readonly noticePapers: AppropriationPapersService,
    private readonly settlementPapers: SettlementPapersService,
  ) {}

  async *files(actor: Actor, seen: Seen): AsyncGenerator<ArchiveFile> {
    const papers: Readonly<Record<string, (id: number) => Promise<StreamableFile>>> = {
      estimate: (id) => this.estimates.send(actor, id, 'pdf'),
      performance_target: (id) => this.performance.send(actor, id, 'pdf'),
      declaration: (id) => this.declarationPapers.send(actor, id, 'pdf'),
      appropriation: (id) => this.noticePapers.paper(actor, id, 'pdf'),
      settlement: (id) => this.settlementPapers.paper(actor, id, 'pdf'),
    }
    for (const [entity, paper] of Object.entries(papers))
      for (const id of seen.get(entity) ?? [])
        yield {
          path: `2-文书/${documentNames[entity]!.zh}-${id}.pdf`,
          content: later(async () => (await paper(id)).getStream()),
        }
  }
}
