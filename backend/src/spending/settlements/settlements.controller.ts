import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn, SeenIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { SettlementPapersService } from './settlement-papers.service.js'
import {
  CreateSettlementIn,
  settlementColumns,
  SettlementListQuery,
  SettlementOut,
} from './settlements.dto.js'
import { SettlementsService } from './settlements.service.js'

@ApiTags('spending')
@Controller('settlements')
export class SettlementsController {
  constructor(
    private readonly settlements: SettlementsService,
    private readonly papers: SettlementPapersService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: SettlementListQuery): Promise<Page<SettlementOut>> {
    return this.settlements.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: SettlementListQuery): Promise<StreamableFile> {
    return sendList('settlements', actor.language, settlementColumns, (page) =>
      this.settlements.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SettlementOut> {
    return this.settlements.get(actor, id)
  }

  @Get(':id/paper.docx')
  @Allow('funding.read')
  docx(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.paper(actor, id, 'docx')
  }

  @Get(':id/paper.pdf')
  @Allow('funding.read')
  pdf(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.paper(actor, id, 'pdf')
  }

  @Post()
  @Allow('settlement.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateSettlementIn): Promise<SettlementOut> {
    return this.settlements.create(actor, given)
  }

  @Delete(':id')
  @Allow('settlement.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.settlements.remove(actor, id)
  }

  @Post(':id/recalculate')
  @Allow('settlement.write')
  @HttpCode(200)
  recalculate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() seen: SeenIn,
  ): Promise<SettlementOut> {
    return this.settlements.recalculate(actor, id, seen)
  }

  @Post(':id/submit')
  @Allow('settlement.write')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SettlementOut> {
    return this.settlements.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('settlement.write')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SettlementOut> {
    return this.settlements.act(actor, id, 'withdraw', given)
  }

  @Post(':id/approve')
  @Allow('settlement.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SettlementOut> {
    return this.settlements.act(actor, id, 'approve', given)
  }

  @Post(':id/send-back')
  @Allow('settlement.approve')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SettlementOut> {
    return this.settlements.act(actor, id, 'send-back', given)
  }
}
