import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import type { Page } from '../../platform/paging.js'
import { TreasuryReturnReadingService } from './reading.service.js'
import { TreasuryReturnStepsService } from './steps.service.js'
import {
  RegisterTreasuryReturnIn,
  SubmitTreasuryReturnIn,
  TreasuryReturnListQuery,
  TreasuryReturnOut,
} from './treasury-returns.dto.js'

@ApiTags('spending')
@Controller('treasury-returns')
export class TreasuryReturnsController {
  constructor(
    private readonly reading: TreasuryReturnReadingService,
    private readonly steps: TreasuryReturnStepsService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() list: TreasuryReturnListQuery,
  ): Promise<Page<TreasuryReturnOut>> {
    return this.reading.list(actor, list)
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TreasuryReturnOut> {
    return this.reading.get(actor, id)
  }

  /** Says into which account of the treasury it goes. */
  @Post(':id/submit')
  @Allow('payment.request')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: SubmitTreasuryReturnIn,
  ): Promise<TreasuryReturnOut> {
    return this.steps.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('payment.request')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<TreasuryReturnOut> {
    return this.steps.act(actor, id, 'withdraw', given)
  }

  @Post(':id/check')
  @Allow('payment.check')
  @HttpCode(200)
  check(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<TreasuryReturnOut> {
    return this.steps.act(actor, id, 'check', given)
  }

  @Post(':id/refer-back')
  @Allow('payment.check')
  @HttpCode(200)
  referBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<TreasuryReturnOut> {
    return this.steps.act(actor, id, 'refer-back', given)
  }

  /** The bank has moved the money, by its slip: somebody with no part in it says so. */
  @Post(':id/register-slip')
  @Allow('payment.reconcile')
  @HttpCode(200)
  registerSlip(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: RegisterTreasuryReturnIn,
  ): Promise<TreasuryReturnOut> {
    return this.steps.act(actor, id, 'register-slip', given)
  }

  @Post(':id/register-failure')
  @Allow('payment.reconcile')
  @HttpCode(200)
  registerFailure(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<TreasuryReturnOut> {
    return this.steps.act(actor, id, 'register-failure', given)
  }
}
