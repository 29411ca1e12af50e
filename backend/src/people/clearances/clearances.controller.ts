import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { ClearanceListQuery, ClearanceOut, CreateClearanceIn } from './clearances.dto.js'
import { ClearancesService } from './clearances.service.js'

@ApiTags('people')
@Controller('clearances')
export class ClearancesController {
  constructor(private readonly clearances: ClearancesService) {}

  @Get()
  @Allow('clearance.read')
  list(@CurrentActor() actor: Actor, @Query() list: ClearanceListQuery): Promise<Page<ClearanceOut>> {
    return this.clearances.list(actor, list)
  }

  @Get(':id')
  @Allow('clearance.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<ClearanceOut> {
    return this.clearances.get(actor, id)
  }

  @Post()
  @Allow('clearance.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateClearanceIn): Promise<ClearanceOut> {
    return this.clearances.create(actor, given)
  }

  @Post(':id/revoke')
  @Allow('clearance.write')
  @HttpCode(200)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<ClearanceOut> {
    return this.clearances.revoke(actor, id)
  }
}
