import {
  Body,
  Controller,
  Delete,
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
import { EventIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  CreateDistributionSchemeIn,
  DistributionSchemeListQuery,
  DistributionSchemeOut,
  DistributionSchemeWithLinesOut,
  SubmitDistributionSchemeIn,
  UpdateDistributionSchemeIn,
  distributionSchemeColumns,
} from './distribution-schemes.dto.js'
import { DistributionSchemeReadingService } from './reading.service.js'
import { DistributionSchemesService } from './distribution-schemes.service.js'
import { DistributionSchemeStepsService } from './steps.service.js'

@ApiTags('spending')
@Controller('schemes')
export class DistributionSchemesController {
  constructor(
    private readonly reading: DistributionSchemeReadingService,
    private readonly schemes: DistributionSchemesService,
    private readonly steps: DistributionSchemeStepsService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() list: DistributionSchemeListQuery,
  ): Promise<Page<DistributionSchemeOut>> {
    return this.reading.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(
    @CurrentActor() actor: Actor,
    @Query() list: DistributionSchemeListQuery,
  ): Promise<StreamableFile> {
    return sendList('schemes', actor.language, distributionSchemeColumns, (page) =>
      this.reading.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('funding.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.reading.get(actor, id)
  }

  @Post()
  @Allow('scheme.write')
  create(
    @CurrentActor() actor: Actor,
    @Body() given: CreateDistributionSchemeIn,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.schemes.create(actor, given)
  }

  @Patch(':id')
  @Allow('scheme.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateDistributionSchemeIn,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.schemes.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('scheme.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.schemes.remove(actor, id)
  }

  @Post(':id/submit')
  @Allow('scheme.write')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: SubmitDistributionSchemeIn,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.steps.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('scheme.write')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.steps.act(actor, id, 'withdraw', given)
  }

  @Post(':id/approve')
  @Allow('scheme.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.steps.act(actor, id, 'approve', given)
  }

  @Post(':id/send-back')
  @Allow('scheme.approve')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.steps.act(actor, id, 'send-back', given)
  }
}
