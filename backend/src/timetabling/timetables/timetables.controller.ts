import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { ExplanationQuery, SlotExplainedOut } from '../planning/explanations.dto.js'
import { ExplanationsService } from '../planning/explanations.service.js'
import { ReadinessOut } from '../planning/readiness.dto.js'
import { ReadinessService } from '../planning/readiness.service.js'
import { DraftStepsService } from './draft-steps.service.js'
import { GridService } from './grid.service.js'
import { ChoiceOut, ChoiceQuery } from './placements.dto.js'
import { PlacementChoicesService } from './placement-choices.service.js'
import {
  CompareQuery,
  CreateTimetableIn,
  DraftStepDoneOut,
  GridOut,
  GridQuery,
  TimetableComparisonOut,
  TimetableListQuery,
  TimetableOut,
  UpdateTimetableIn,
} from './timetables.dto.js'
import { TimetablesService } from './timetables.service.js'

@ApiTags('timetabling')
@Controller('timetables')
export class TimetablesController {
  constructor(
    private readonly timetables: TimetablesService,
    private readonly placementChoices: PlacementChoicesService,
    private readonly grids: GridService,
    private readonly steps: DraftStepsService,
    private readonly ready: ReadinessService,
    private readonly explained: ExplanationsService,
  ) {}

  @Get()
  @Allow('timetable.read')
  list(@CurrentActor() actor: Actor, @Query() list: TimetableListQuery): Promise<Page<TimetableOut>> {
    return this.timetables.list(actor, list)
  }

  @Get(':id')
  @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TimetableOut> {
    return this.timetables.get(actor, id)
  }

  @Get(':id/grid')
  @Allow('timetable.read')
  grid(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() { by }: GridQuery,
  ): Promise<GridOut> {
    return this.grids.grid(actor, id, by)
  }

  @Get(':id/choices')
  @Allow('timetable.read')
  choices(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() query: ChoiceQuery,
  ): Promise<ChoiceOut[]> {
    return this.placementChoices.choices(actor, id, query)
  }

  @Get(':id/explanations')
  @Allow('timetable.read')
  explanations(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() query: ExplanationQuery,
  ): Promise<SlotExplainedOut[]> {
    return this.explained.of(actor, id, query)
  }

  @Get(':id/readiness')
  @Allow('timetable.read')
  readiness(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<ReadinessOut> {
    return this.ready.of(actor, id)
  }

  @Get(':id/compare')
  @Allow('timetable.read')
  compare(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() query: CompareQuery,
  ): Promise<TimetableComparisonOut> {
    return this.grids.compare(actor, id, query.with)
  }

  @Post()
  @Allow('timetable.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateTimetableIn): Promise<TimetableOut> {
    return this.timetables.create(actor, given)
  }

  @Patch(':id')
  @Allow('timetable.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateTimetableIn,
  ): Promise<TimetableOut> {
    return this.timetables.update(actor, id, given)
  }

  @Post(':id/undo')
  @Allow('timetable.write')
  @HttpCode(200)
  undo(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<DraftStepDoneOut> {
    return this.steps.undo(actor, id)
  }

  @Post(':id/redo')
  @Allow('timetable.write')
  @HttpCode(200)
  redo(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<DraftStepDoneOut> {
    return this.steps.redo(actor, id)
  }

  @Post(':id/clear')
  @Allow('timetable.write')
  @HttpCode(200)
  clear(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<DraftStepDoneOut> {
    return this.steps.clear(actor, id)
  }

  @Delete(':id')
  @Allow('timetable.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.timetables.remove(actor, id)
  }
}
