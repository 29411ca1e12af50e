import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { GridService } from './grid.service.js'
import { ChoiceOut, ChoiceQuery } from './placements.dto.js'
import { PlacementsService } from './placements.service.js'
import { CreateTimetableIn, GridOut, GridQuery, TimetableListQuery, TimetableOut } from './timetables.dto.js'
import { TimetablesService } from './timetables.service.js'

@ApiTags('scheduling')
@Controller('timetables')
export class TimetablesController {
  constructor(private readonly timetables: TimetablesService, private readonly placements: PlacementsService, private readonly grids: GridService) {}

  @Get() @Allow('timetable.read')
  list(@CurrentActor() actor: Actor, @Query() list: TimetableListQuery): Promise<Page<TimetableOut>> {
    return this.timetables.list(actor, list)
  }

  @Get(':id') @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<TimetableOut> {
    return this.timetables.get(actor, id)
  }

  @Get(':id/grid') @Allow('timetable.read')
  grid(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Query() { by }: GridQuery): Promise<GridOut> {
    return this.grids.grid(actor, id, by)
  }

  @Get(':id/choices') @Allow('timetable.read')
  choices(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Query() query: ChoiceQuery): Promise<ChoiceOut[]> {
    return this.placements.choices(actor, id, query)
  }

  @Post() @Allow('timetable.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateTimetableIn): Promise<TimetableOut> {
    return this.timetables.create(actor, given)
  }

  @Delete(':id') @Allow('timetable.write') @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.timetables.remove(actor, id)
  }
}
