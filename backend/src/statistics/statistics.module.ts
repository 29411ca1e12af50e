import { Module } from '@nestjs/common'
import { GrantsModule } from '../grants/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { SurveysModule } from '../surveys/index.js'
import { BudgetsController } from './budgets/budgets.controller.js'
import { BudgetsService } from './budgets/budgets.service.js'
import { CoverageService } from './coverage/coverage.service.js'
import { MoneyService } from './money/money.service.js'
import { ReportsService } from './reports.service.js'
import { SatisfactionController } from './satisfaction/satisfaction.controller.js'
import { SaySatisfaction } from './satisfaction/say-satisfaction.js'
import { StatisticsController } from './statistics.controller.js'
import { TodayService } from './today/today.service.js'

@Module({
  imports: [GrantsModule, OrganisationModule, SurveysModule],
  controllers: [BudgetsController, StatisticsController, SatisfactionController],
  providers: [BudgetsService, CoverageService, MoneyService, TodayService, ReportsService, SaySatisfaction],
})
export class StatisticsModule {}
