import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { CreatePlacementIn, PlacementListQuery, PlacementOut, UpdatePlacementIn } from './placements.dto.js'
import { PlacementsService } from './placements.service.js'

@ApiTags('timetabling')
@Controller('placements')
export class PlacementsController {
  constructor(private readonly placements: PlacementsService) {}

  @Get()
  @Allow('timetable.read')
  list(@CurrentActor() actor: Actor, @Query() list: PlacementListQuery): Promise<Page<PlacementOut>> {
    return this.placements.list(actor, list)
  }

  @Get(':id')
  @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<PlacementOut> {
    return this.placements.get(actor, id)
  }

  @Post()
  @Allow('timetable.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreatePlacementIn): Promise<PlacementOut> {
    return this.placements.create(actor, given)
  }

  @Patch(':id')
  @Allow('timetable.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdatePlacementIn,
  ): Promise<PlacementOut> {
    return this.placements.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('timetable.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.placements.remove(actor, id)
  }
}
