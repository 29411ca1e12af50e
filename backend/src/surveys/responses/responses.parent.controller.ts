import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import {
  AnswersIn,
  ChildQuery,
  ParentSurveyOut,
  ParentSurveyWithQuestionsOut,
  ThanksOut,
} from './responses.dto.js'
import { ResponsesService } from './responses.service.js'

@ApiTags('parents')
@Controller('parents/surveys')
export class ResponsesParentController {
  constructor(private readonly responses: ResponsesService) {}

  @Get()
  @Allow('survey.answer')
  list(@CurrentActor() actor: Actor): Promise<ParentSurveyOut[]> {
    return this.responses.list(actor)
  }

  @Get(':id')
  @Allow('survey.answer')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() { studentId }: ChildQuery,
  ): Promise<ParentSurveyWithQuestionsOut> {
    return this.responses.get(actor, id, studentId)
  }

  @Post(':id/answers')
  @Allow('survey.answer')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: AnswersIn,
  ): Promise<ThanksOut> {
    return this.responses.answer(actor, id, given)
  }
}
