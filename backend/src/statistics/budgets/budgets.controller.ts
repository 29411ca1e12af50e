import { Controller, Get, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { BudgetsOut, BudgetsQuery } from './budgets.dto.js'
import { BudgetsService } from './budgets.service.js'

@ApiTags('statistics')
@Controller('statistics/budgets')
export class BudgetsController {
  constructor(private readonly service: BudgetsService) {}

  @Get()
  @Allow('statistics.read')
  budgets(@CurrentActor() actor: Actor, @Query() query: BudgetsQuery): Promise<BudgetsOut> {
    return this.service.budgets(actor, query)
  }

  @Get('export.xlsx')
  @Allow('statistics.read')
  sheet(@CurrentActor() actor: Actor, @Query() query: BudgetsQuery): Promise<StreamableFile> {
    return this.service.sheet(actor, query)
  }
}
