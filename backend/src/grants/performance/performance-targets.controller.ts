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
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  CreatePerformanceTargetIn,
  PerformanceRecordsOut,
  performanceTargetColumns,
  PerformanceTargetListQuery,
  PerformanceTargetOut,
  PerformanceTargetWithIndicatorsOut,
  SayPerformanceIn,
  UpdatePerformanceTargetIn,
} from './performance-targets.dto.js'
import { PerformanceTargetsService } from './performance-targets.service.js'

@ApiTags('grants')
@Controller('performance-targets')
export class PerformanceTargetsController {
  constructor(private readonly targets: PerformanceTargetsService) {}

  @Get()
  @Allow('funding.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() list: PerformanceTargetListQuery,
  ): Promise<Page<PerformanceTargetOut>> {
    return this.targets.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(
    @CurrentActor() actor: Actor,
    @Query() list: PerformanceTargetListQuery,
  ): Promise<StreamableFile> {
    return sendList('performance-targets', actor.language, performanceTargetColumns, (page) =>
      this.targets.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('funding.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.targets.get(actor, id)
  }

  @Get(':id/records')
  @Allow('funding.read')
  recorded(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<PerformanceRecordsOut> {
    return this.targets.recorded(actor, id)
  }

  @Get(':id/paper.docx')
  @Allow('funding.read')
  asDocx(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.targets.send(actor, id, 'docx')
  }

  @Get(':id/paper.pdf')
  @Allow('funding.read')
  asPdf(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.targets.send(actor, id, 'pdf')
  }

  @Post()
  @Allow('estimate.write')
  create(
    @CurrentActor() actor: Actor,
    @Body() given: CreatePerformanceTargetIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.targets.create(actor, given)
  }

  @Patch(':id')
  @Allow('estimate.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdatePerformanceTargetIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.targets.update(actor, id, given)
  }

  @Post(':id/monitor')
  @Allow('estimate.write')
  @HttpCode(200)
  monitor(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: SayPerformanceIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.targets.say(actor, id, 'monitor', given)
  }

  @Post(':id/submit')
  @Allow('estimate.write')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: SayPerformanceIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.targets.say(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('estimate.write')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.targets.act(actor, id, 'withdraw', given)
  }

  @Post(':id/evaluate')
  @Allow('estimate.review')
  @HttpCode(200)
  evaluate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.targets.act(actor, id, 'evaluate', given)
  }

  @Post(':id/send-back')
  @Allow('estimate.review')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.targets.act(actor, id, 'send-back', given)
  }
}
