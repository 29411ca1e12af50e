import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { ResultsOut, ResultsQuery } from './results.dto.js'
import { ResultsService } from './results.service.js'

@ApiTags('surveys')
@Controller('surveys')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get(':id/results')
  @Allow('satisfaction.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() query: ResultsQuery,
  ): Promise<ResultsOut> {
    return this.results.results(actor, id, query)
  }
}
