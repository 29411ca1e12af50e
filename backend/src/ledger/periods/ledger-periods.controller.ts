import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import {
  ClosePeriodIn,
  LedgerPeriodListQuery,
  LedgerPeriodOut,
  ReopenPeriodIn,
} from './ledger-periods.dto.js'
import { LedgerPeriodsService } from './ledger-periods.service.js'

@ApiTags('ledger')
@Controller('ledger-periods')
export class LedgerPeriodsController {
  constructor(private readonly periods: LedgerPeriodsService) {}

  @Get()
  @Allow('funding.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() { schoolId }: LedgerPeriodListQuery,
  ): Promise<LedgerPeriodOut[]> {
    return this.periods.list(actor, schoolId)
  }

  @Post('close')
  @Allow('period.close')
  @HttpCode(200)
  close(@CurrentActor() actor: Actor, @Body() { schoolId, month }: ClosePeriodIn): Promise<LedgerPeriodOut> {
    return this.periods.close(actor, schoolId, month)
  }

  @Post('reopen')
  @Allow('period.reopen')
  @HttpCode(200)
  reopen(
    @CurrentActor() actor: Actor,
    @Body() { schoolId, month, comment }: ReopenPeriodIn,
  ): Promise<LedgerPeriodOut> {
    return this.periods.reopen(actor, schoolId, month, comment)
  }
}
