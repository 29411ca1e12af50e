import { Module } from '@nestjs/common'
import { OrganisationModule } from '../organisation/index.js'
import { SurveysModule } from '../surveys/index.js'
import { CoverageService } from './coverage/coverage.service.js'
import { MoneyService } from './money/money.service.js'
import { ReportsService } from './reports.service.js'
import { SatisfactionController } from './satisfaction/satisfaction.controller.js'
import { StatisticsController } from './statistics.controller.js'
import { TodayService } from './today/today.service.js'

@Module({
  imports: [OrganisationModule, SurveysModule],
  controllers: [StatisticsController, SatisfactionController],
  providers: [CoverageService, MoneyService, TodayService, ReportsService],
})
export class StatisticsModule {}
