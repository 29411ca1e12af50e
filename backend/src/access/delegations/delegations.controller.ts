import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { SearchListQuery, type Page } from '../../platform/paging.js'
import { type Actor, CurrentActor } from '../actor.js'
import { Allow, SignedIn } from '../allow.js'
import {
  CreateDelegationIn,
  DelegateOut,
  DelegationChoicesOut,
  DelegationListQuery,
  DelegationOut,
} from './delegations.dto.js'
import { DelegationsService } from './delegations.service.js'

@ApiTags('delegations')
@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Get()
  @SignedIn()
  list(@CurrentActor() actor: Actor, @Query() list: DelegationListQuery): Promise<Page<DelegationOut>> {
    return this.delegations.list(actor, list)
  }

  @Get('choices')
  @Allow('delegation.write')
  choices(@CurrentActor() actor: Actor): DelegationChoicesOut {
    return this.delegations.choices(actor)
  }

  @Get('colleagues')
  @Allow('delegation.write')
  colleagues(@CurrentActor() actor: Actor, @Query() list: SearchListQuery): Promise<Page<DelegateOut>> {
    return this.delegations.colleagues(actor, list)
  }

  @Post()
  @Allow('delegation.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateDelegationIn): Promise<DelegationOut> {
    return this.delegations.create(actor, given)
  }

  @Post(':id/revoke')
  @Allow('delegation.write')
  @HttpCode(200)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<DelegationOut> {
    return this.delegations.revoke(actor, id)
  }
}
