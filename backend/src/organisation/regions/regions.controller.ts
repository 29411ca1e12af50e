import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { CreateRegionIn, RegionListQuery, RegionOut } from './regions.dto.js'
import { RegionsService } from './regions.service.js'

@ApiTags('regions')
@Controller('regions')
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  @Get()
  @Allow('region.read')
  list(@CurrentActor() actor: Actor, @Query() list: RegionListQuery): Promise<Page<RegionOut>> {
    return this.regions.list(actor, list)
  }

  @Post()
  @Allow('school.create')
  create(@CurrentActor() actor: Actor, @Body() given: CreateRegionIn): Promise<RegionOut> {
    return this.regions.create(actor, given)
  }
}
