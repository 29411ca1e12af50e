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
import { EventIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  CreateEstimateIn,
  EstimateListQuery,
  EstimateOut,
  EstimateWithLinesOut,
  UpdateEstimateIn,
  estimateColumns,
} from './estimates.dto.js'
import { EstimatesService } from './estimates.service.js'

@ApiTags('grants')
@Controller('estimates')
export class EstimatesController {
  constructor(private readonly estimates: EstimatesService) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: EstimateListQuery): Promise<Page<EstimateOut>> {
    return this.estimates.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: EstimateListQuery): Promise<StreamableFile> {
    return sendList('estimates', actor.language, estimateColumns, (page) =>
      this.estimates.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<EstimateWithLinesOut> {
    return this.estimates.get(actor, id)
  }

  @Get(':id/paper.docx')
  @Allow('funding.read')
  asDocx(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.estimates.send(actor, id, 'docx')
  }

  @Get(':id/paper.pdf')
  @Allow('funding.read')
  asPdf(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.estimates.send(actor, id, 'pdf')
  }

  @Post()
  @Allow('estimate.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateEstimateIn): Promise<EstimateWithLinesOut> {
    return this.estimates.create(actor, given)
  }

  @Patch(':id')
  @Allow('estimate.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateEstimateIn,
  ): Promise<EstimateWithLinesOut> {
    return this.estimates.update(actor, id, given)
  }

  @Post(':id/submit')
  @Allow('estimate.write')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<EstimateWithLinesOut> {
    return this.estimates.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('estimate.write')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<EstimateWithLinesOut> {
    return this.estimates.act(actor, id, 'withdraw', given)
  }

  @Post(':id/review')
  @Allow('estimate.review')
  @HttpCode(200)
  review(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<EstimateWithLinesOut> {
    return this.estimates.act(actor, id, 'review', given)
  }

  @Post(':id/send-back')
  @Allow('estimate.review')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<EstimateWithLinesOut> {
    return this.estimates.act(actor, id, 'send-back', given)
  }

  @Post(':id/approve')
  @Allow('estimate.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<EstimateWithLinesOut> {
    return this.estimates.act(actor, id, 'approve', given)
  }

  @Post(':id/refer-back')
  @Allow('estimate.approve')
  @HttpCode(200)
  referBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<EstimateWithLinesOut> {
    return this.estimates.act(actor, id, 'refer-back', given)
  }
}
