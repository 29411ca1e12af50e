import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { GridOut, GridQuery } from '../timetables/timetables.dto.js'
import { RunResultService } from './run-result.service.js'
import { CreateTimetableRunIn, TimetableRunListQuery, TimetableRunOut } from './timetable-runs.dto.js'
import { TimetableRunsService } from './timetable-runs.service.js'

@ApiTags('timetabling')
@Controller('timetable-runs')
export class TimetableRunsController {
  constructor(
    private readonly runs: TimetableRunsService,
    private readonly results: RunResultService,
  ) {}

  @Get()
  @Allow('timetable.read')
  list(@CurrentActor() actor: Actor, @Query() list: TimetableRunListQuery): Promise<Page<TimetableRunOut>> {
    return this.runs.list(actor, list)
  }

  @Get(':id')
  @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TimetableRunOut> {
    return this.runs.get(actor, id)
  }

  @Get(':id/result')
  @Allow('timetable.read')
  result(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() { by }: GridQuery,
  ): Promise<GridOut> {
    return this.results.result(actor, id, by)
  }

  @Post()
  @Allow('timetable.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateTimetableRunIn): Promise<TimetableRunOut> {
    return this.runs.create(actor, given)
  }

  @Post(':id/cancel')
  @Allow('timetable.write')
  @HttpCode(200)
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TimetableRunOut> {
    return this.runs.cancel(actor, id)
  }

  @Post(':id/accept')
  @Allow('timetable.write')
  @HttpCode(200)
  accept(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TimetableRunOut> {
    return this.results.accept(actor, id)
  }

  @Post(':id/discard')
  @Allow('timetable.write')
  @HttpCode(200)
  discard(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TimetableRunOut> {
    return this.runs.discard(actor, id)
  }
}
