import { Controller, Get, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { ReconciliationStatementOut, ReconciliationQuery } from './reconciliation-statement.dto.js'
import { ReconciliationPapersService } from './reconciliation-papers.service.js'
import { ReconciliationStatementService } from './reconciliation-statement.service.js'

@ApiTags('spending')
@Controller('reconciliation-statement')
export class ReconciliationStatementController {
  constructor(
    private readonly statements: ReconciliationStatementService,
    private readonly papers: ReconciliationPapersService,
  ) {}

  @Get()
  @Allow('funding.read')
  get(
    @CurrentActor() actor: Actor,
    @Query() query: ReconciliationQuery,
  ): Promise<ReconciliationStatementOut> {
    return this.statements.statement(actor, query)
  }

  @Get('paper.docx')
  @Allow('funding.read')
  docx(@CurrentActor() actor: Actor, @Query() query: ReconciliationQuery): Promise<StreamableFile> {
    return this.papers.paper(actor, query, 'docx')
  }

  @Get('paper.pdf')
  @Allow('funding.read')
  pdf(@CurrentActor() actor: Actor, @Query() query: ReconciliationQuery): Promise<StreamableFile> {
    return this.papers.paper(actor, query, 'pdf')
  }
}
