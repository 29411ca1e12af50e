import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn, ManyIn, SeenIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { BulkSumOut } from '../../platform/bulk-sum.dto.js'
import { BatchService } from './batch.service.js'
import {
  CreateDeclarationIn,
  DeclarationListQuery,
  DeclarationOut,
  DeclarationPeriodsOut,
  DeclarationPeriodsQuery,
  DeclarationSumOut,
  DeclarationWithLinesOut,
  PublishDeclarationsIn,
  PublishedDeclarationsOut,
  SupplementIn,
  UpdateDeclarationIn,
  declarationColumns,
} from './declarations.dto.js'
import { DeclarationsService } from './declarations.service.js'
import { DifferencesOut, RecomputationOut } from './differences.dto.js'
import { DifferencesService } from './differences.service.js'
import { OverviewQuery, OverviewRowOut } from './overview.dto.js'
import { OverviewService } from './overview.service.js'
import { DeclarationPapersService } from './papers.service.js'
import { DeclarationPublishingService } from './publishing.service.js'
import { DeclarationReadingService } from './reading.service.js'
import { DeclarationStepsService } from './steps.service.js'

@ApiTags('grants')
@Controller('declarations')
export class DeclarationsController {
  constructor(
    private readonly reading: DeclarationReadingService,
    private readonly declarations: DeclarationsService,
    private readonly steps: DeclarationStepsService,
    private readonly publishing: DeclarationPublishingService,
    private readonly comparison: DifferencesService,
    private readonly batch: BatchService,
    private readonly overviews: OverviewService,
    private readonly papers: DeclarationPapersService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: DeclarationListQuery): Promise<Page<DeclarationOut>> {
    return this.reading.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: DeclarationListQuery): Promise<StreamableFile> {
    return sendList('declarations', actor.language, declarationColumns, (page) =>
      this.reading.list(actor, { ...list, ...page }),
    )
  }

  @Get('overview')
  @Allow('funding.read')
  overview(@CurrentActor() actor: Actor, @Query() list: OverviewQuery): Promise<Page<OverviewRowOut>> {
    return this.overviews.overview(actor, list)
  }

  @Get('periods')
  @Allow('funding.read')
  ofPeriods(
    @CurrentActor() actor: Actor,
    @Query() query: DeclarationPeriodsQuery,
  ): Promise<DeclarationPeriodsOut> {
    return this.reading.periods(actor, query)
  }

  @Get('sum')
  @Allow('funding.read')
  sum(@CurrentActor() actor: Actor, @Query() list: DeclarationListQuery): Promise<DeclarationSumOut> {
    return this.reading.sum(actor, list)
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<DeclarationWithLinesOut> {
    return this.reading.get(actor, id)
  }

  @Post()
  @Allow('declaration.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateDeclarationIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.create(actor, given)
  }

  @Patch(':id')
  @Allow('declaration.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateDeclarationIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.declarations.update(actor, id, given)
  }

  @Get(':id/recompute')
  @Allow('funding.read')
  recompute(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<RecomputationOut> {
    return this.comparison.recompute(actor, id)
  }

  @Get(':id/differences')
  @Allow('funding.read')
  differences(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<DifferencesOut> {
    return this.comparison.differences(actor, id)
  }

  @Get(':id/paper.docx')
  @Allow('funding.read')
  asDocx(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.send(actor, id, 'docx')
  }

  @Get(':id/paper.pdf')
  @Allow('funding.read')
  asPdf(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.send(actor, id, 'pdf')
  }

  @Get(':id/classes.xlsx')
  @Allow('funding.read')
  asXlsx(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.classes(actor, id)
  }

  @Post(':id/supplement')
  @Allow('declaration.write')
  supplement(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() { reason }: SupplementIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.comparison.supplement(actor, id, reason)
  }

  @Post('check-many')
  @Allow('declaration.check')
  @HttpCode(200)
  checkMany(@CurrentActor() actor: Actor, @Body() given: ManyIn): Promise<BulkSumOut> {
    return this.batch.act(actor, 'check', given)
  }

  @Post('finance-check-many')
  @Allow('declaration.finance_check')
  @HttpCode(200)
  financeCheckMany(@CurrentActor() actor: Actor, @Body() given: ManyIn): Promise<BulkSumOut> {
    return this.batch.act(actor, 'finance-check', given)
  }

  @Post('approve-many')
  @Allow('declaration.approve')
  @HttpCode(200)
  approveMany(@CurrentActor() actor: Actor, @Body() given: ManyIn): Promise<BulkSumOut> {
    return this.batch.act(actor, 'approve', given)
  }

  @Post('publish')
  @Allow('publication.write')
  @HttpCode(200)
  publish(
    @CurrentActor() actor: Actor,
    @Body() { declarationIds }: PublishDeclarationsIn,
  ): Promise<PublishedDeclarationsOut> {
    return this.publishing.publish(actor, declarationIds)
  }

  @Post(':id/recount')
  @Allow('declaration.write')
  @HttpCode(200)
  recount(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() seen: SeenIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.declarations.recount(actor, id, seen)
  }

  @Post(':id/submit')
  @Allow('declaration.write')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('declaration.write')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'withdraw', given)
  }

  @Post(':id/check')
  @Allow('declaration.check')
  @HttpCode(200)
  check(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'check', given)
  }

  @Post(':id/send-back')
  @Allow('declaration.check')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'send-back', given)
  }

  @Post(':id/approve')
  @Allow('declaration.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'approve', given)
  }

  @Post(':id/finance-check')
  @Allow('declaration.finance_check')
  @HttpCode(200)
  financeCheck(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'finance-check', given)
  }

  @Post(':id/object')
  @Allow('publication.write')
  @HttpCode(200)
  object(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'object', given)
  }

  @Post(':id/reject')
  @Allow('declaration.approve')
  @HttpCode(200)
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'reject', given)
  }

  @Post(':id/refer-back')
  @Allow('declaration.finance_check')
  @HttpCode(200)
  referBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DeclarationWithLinesOut> {
    return this.steps.act(actor, id, 'refer-back', given)
  }
}
