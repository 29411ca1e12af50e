import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import {
  CreateSectionRelationIn,
  SectionRelationListQuery,
  SectionRelationOut,
  UpdateSectionRelationIn,
} from './section-relations.dto.js'
import { SectionRelationsService } from './section-relations.service.js'

@ApiTags('timetabling')
@Controller('section-relations')
export class SectionRelationsController {
  constructor(private readonly relations: SectionRelationsService) {}

  @Get()
  @Allow('timetable.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() list: SectionRelationListQuery,
  ): Promise<Page<SectionRelationOut>> {
    return this.relations.list(actor, list)
  }

  @Get(':id')
  @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SectionRelationOut> {
    return this.relations.get(actor, id)
  }

  @Post()
  @Allow('timetable.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateSectionRelationIn): Promise<SectionRelationOut> {
    return this.relations.create(actor, given)
  }

  @Patch(':id')
  @Allow('timetable.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateSectionRelationIn,
  ): Promise<SectionRelationOut> {
    return this.relations.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('timetable.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.relations.remove(actor, id)
  }
}
