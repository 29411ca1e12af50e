import { Controller, Get, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { TrialBalanceOut, TrialBalanceQuery } from './trial-balance.dto.js'
import { TrialBalanceService } from './trial-balance.service.js'

@ApiTags('ledger')
@Controller('ledger')
export class TrialBalanceController {
  constructor(private readonly balances: TrialBalanceService) {}

  @Get('trial-balance')
  @Allow('funding.read')
  balance(@CurrentActor() actor: Actor, @Query() query: TrialBalanceQuery): Promise<TrialBalanceOut> {
    return this.balances.balance(actor, query)
  }

  @Get('trial-balance.xlsx')
  @Allow('funding.read')
  sheet(@CurrentActor() actor: Actor, @Query() query: TrialBalanceQuery): Promise<StreamableFile> {
    return this.balances.sheet(actor, query)
  }
}
