import { Controller, Get, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor, SignedIn } from '../access/index.js'
import { CoverageOut, CoverageQuery } from './coverage/coverage.dto.js'
import { CoverageService } from './coverage/coverage.service.js'
import { ReportsService } from './reports.service.js'
import { MoneyOut, MoneyQuery } from './money/money.dto.js'
import { MoneyService } from './money/money.service.js'
import { TodayOut, TodayQuery } from './today/today.dto.js'
import { TodayService } from './today/today.service.js'

@ApiTags('statistics')
@Controller('statistics')
export class StatisticsController {
  constructor(
    private readonly coverages: CoverageService,
    private readonly monies: MoneyService,
    private readonly todays: TodayService,
    private readonly reports: ReportsService,
  ) {}

  @Get('today')
  @SignedIn()
  today(@CurrentActor() actor: Actor, @Query() query: TodayQuery): Promise<TodayOut> {
    return this.todays.today(actor, query)
  }

  @Get('coverage')
  @Allow('statistics.read')
  coverage(@CurrentActor() actor: Actor, @Query() query: CoverageQuery): Promise<CoverageOut> {
    return this.coverages.coverage(actor, query)
  }

  @Get('coverage/export.xlsx')
  @Allow('statistics.read')
  coverageSheet(@CurrentActor() actor: Actor, @Query() query: CoverageQuery): Promise<StreamableFile> {
    return this.reports.coverage(actor, query)
  }

  @Get('money')
  @Allow('statistics.read')
  money(@CurrentActor() actor: Actor, @Query() query: MoneyQuery): Promise<MoneyOut> {
    return this.monies.money(actor, query)
  }

  @Get('money/export.xlsx')
  @Allow('statistics.read')
  moneySheet(@CurrentActor() actor: Actor, @Query() query: MoneyQuery): Promise<StreamableFile> {
    return this.reports.money(actor, query)
  }
}
