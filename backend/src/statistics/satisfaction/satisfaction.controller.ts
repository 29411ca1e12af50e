import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { ResultsQuery } from '../../surveys/index.js'
import { ReportsService } from '../reports.service.js'

@ApiTags('statistics')
@Controller('statistics/satisfaction')
export class SatisfactionController {
  constructor(private readonly reports: ReportsService) {}

  @Get(':surveyId/export.xlsx')
  @Allow('satisfaction.read')
  sheet(
    @CurrentActor() actor: Actor,
    @Param('surveyId', ParseIdPipe) surveyId: number,
    @Query() query: ResultsQuery,
  ): Promise<StreamableFile> {
    return this.reports.satisfaction(actor, surveyId, query)
  }
}
