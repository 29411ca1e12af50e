import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { SeenIn } from '../../audit/index.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import {
  CreateSurveyIn,
  SurveyListQuery,
  SurveyOut,
  SurveyWithQuestionsOut,
  UpdateSurveyIn,
} from './surveys.dto.js'
import { SurveysService } from './surveys.service.js'

@ApiTags('surveys')
@Controller('surveys')
export class SurveysController {
  constructor(private readonly surveys: SurveysService) {}

  @Get()
  @Allow('survey.read')
  list(@CurrentActor() actor: Actor, @Query() list: SurveyListQuery): Promise<Page<SurveyOut>> {
    return this.surveys.list(actor, list)
  }

  @Get(':id')
  @Allow('survey.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SurveyWithQuestionsOut> {
    return this.surveys.get(actor, id)
  }

  @Post()
  @Allow('survey.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateSurveyIn): Promise<SurveyWithQuestionsOut> {
    return this.surveys.create(actor, given)
  }

  @Patch(':id')
  @Allow('survey.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateSurveyIn,
  ): Promise<SurveyWithQuestionsOut> {
    return this.surveys.update(actor, id, given)
  }

  @Post(':id/open')
  @Allow('survey.write')
  @HttpCode(200)
  open(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() seen: SeenIn,
  ): Promise<SurveyWithQuestionsOut> {
    return this.surveys.act(actor, id, 'open', seen)
  }

  @Post(':id/close')
  @Allow('survey.write')
  @HttpCode(200)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() seen: SeenIn,
  ): Promise<SurveyWithQuestionsOut> {
    return this.surveys.act(actor, id, 'close', seen)
  }
}
