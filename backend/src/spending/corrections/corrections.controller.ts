import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import type { Page } from '../../platform/paging.js'
import {
  CorrectablePlaceOut,
  CorrectionListQuery,
  CorrectionOut,
  CreateCorrectionIn,
  ReceiveCorrectionIn,
  UpdateCorrectionIn,
} from './corrections.dto.js'
import { CorrectionsService } from './corrections.service.js'
import { CorrectionReadingService } from './reading.service.js'
import { CorrectionStepsService } from './steps.service.js'

@ApiTags('spending')
@Controller()
export class CorrectionsController {
  constructor(
    private readonly reading: CorrectionReadingService,
    private readonly corrections: CorrectionsService,
    private readonly steps: CorrectionStepsService,
  ) {}

  @Get('corrections')
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: CorrectionListQuery): Promise<Page<CorrectionOut>> {
    return this.reading.list(actor, list)
  }

  @Get('corrections/:id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<CorrectionOut> {
    return this.reading.get(actor, id)
  }

  /** What of a payment can still be mended, place by place; nothing of one that is not paid. */
  @Get('payments/:id/correctable')
  @Allow('funding.read')
  correctable(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<CorrectablePlaceOut[]> {
    return this.reading.correctable(actor, id)
  }

  @Post('corrections')
  @Allow('payment.request')
  create(@CurrentActor() actor: Actor, @Body() given: CreateCorrectionIn): Promise<CorrectionOut> {
    return this.corrections.create(actor, given)
  }

  @Patch('corrections/:id')
  @Allow('payment.request')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateCorrectionIn,
  ): Promise<CorrectionOut> {
    return this.corrections.update(actor, id, given)
  }

  @Post('corrections/:id/submit')
  @Allow('payment.request')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CorrectionOut> {
    return this.steps.act(actor, id, 'submit', given)
  }

  @Post('corrections/:id/withdraw')
  @Allow('payment.request')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CorrectionOut> {
    return this.steps.act(actor, id, 'withdraw', given)
  }

  @Post('corrections/:id/approve')
  @Allow('payment.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CorrectionOut> {
    return this.steps.act(actor, id, 'approve', given)
  }

  @Post('corrections/:id/refuse')
  @Allow('payment.approve')
  @HttpCode(200)
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CorrectionOut> {
    return this.steps.act(actor, id, 'refuse', given)
  }

  @Post('corrections/:id/post')
  @Allow('payment.check')
  @HttpCode(200)
  post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CorrectionOut> {
    return this.steps.act(actor, id, 'post', given)
  }

  @Post('corrections/:id/refer-back')
  @Allow('payment.check')
  @HttpCode(200)
  referBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CorrectionOut> {
    return this.steps.act(actor, id, 'refer-back', given)
  }

  /** The money has come back, by the bank's slip: somebody with no part in it says so. */
  @Post('corrections/:id/receive')
  @Allow('payment.reconcile')
  @HttpCode(200)
  receive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: ReceiveCorrectionIn,
  ): Promise<CorrectionOut> {
    return this.steps.act(actor, id, 'receive', given)
  }
}
