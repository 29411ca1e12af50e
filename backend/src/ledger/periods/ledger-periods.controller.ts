import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import {
  ClosePeriodIn,
  LedgerPeriodListQuery,
  LedgerPeriodOut,
  ReopenPeriodIn,
} from './ledger-periods.dto.js'
import { LedgerPeriodsService } from './ledger-periods.service.js'
import {
  trialBalanceColumns,
  TrialBalanceOut,
  TrialBalanceQuery,
} from '../trial-balance/trial-balance.dto.js'
import { TrialBalanceService } from '../trial-balance/trial-balance.service.js'

@ApiTags('funding')
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

@ApiTags('funding')
@Controller('ledger')
export class LedgerController {
  constructor(private readonly balances: TrialBalanceService) {}

  @Get('trial-balance')
  @Allow('funding.read')
  balance(@CurrentActor() actor: Actor, @Query() query: TrialBalanceQuery): Promise<TrialBalanceOut> {
    return this.balances.balance(actor, query)
  }

  @Get('trial-balance.xlsx')
  @Allow('funding.read')
  sheet(@CurrentActor() actor: Actor, @Query() query: TrialBalanceQuery): Promise<StreamableFile> {
    return sendList('trial-balance', actor.language, trialBalanceColumns, async (page) => {
      const { lines } = await this.balances.balance(actor, query)
      return { items: lines, total: lines.length, ...page }
    })
  }
}
