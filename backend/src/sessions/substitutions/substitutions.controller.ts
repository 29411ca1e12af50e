import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { ColleaguesService } from './colleagues.service.js'
import { SubstitutionActsService } from './substitution-acts.service.js'
import {
  ColleagueOut,
  CreateSubstitutionIn,
  substitutionColumns,
  SubstitutionListQuery,
  SubstitutionOut,
  SwapOut,
} from './substitutions.dto.js'
import { SubstitutionsService } from './substitutions.service.js'

@ApiTags('sessions')
@Controller()
export class SubstitutionsController {
  constructor(
    private readonly substitutions: SubstitutionsService,
    private readonly acts: SubstitutionActsService,
    private readonly people: ColleaguesService,
  ) {}

  @Get('sessions/:id/colleagues')
  @Allow('substitution.ask')
  colleagues(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<ColleagueOut[]> {
    return this.people.colleagues(actor, id)
  }

  @Get('sessions/:id/swaps')
  @Allow('substitution.ask')
  swaps(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SwapOut[]> {
    return this.people.swaps(actor, id)
  }

  @Get('substitutions')
  @Allow('substitution.ask')
  list(@CurrentActor() actor: Actor, @Query() list: SubstitutionListQuery): Promise<Page<SubstitutionOut>> {
    return this.substitutions.list(actor, list)
  }

  @Get('substitutions/export.xlsx')
  @Allow('substitution.ask')
  exportAll(@CurrentActor() actor: Actor, @Query() list: SubstitutionListQuery): Promise<StreamableFile> {
    return sendList('substitutions', actor.language, substitutionColumns, (page) =>
      this.substitutions.list(actor, { ...list, ...page }),
    )
  }

  @Get('substitutions/:id')
  @Allow('substitution.ask')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SubstitutionOut> {
    return this.substitutions.get(actor, id)
  }

  @Post('substitutions')
  @Allow('substitution.ask')
  create(@CurrentActor() actor: Actor, @Body() given: CreateSubstitutionIn): Promise<SubstitutionOut> {
    return this.acts.create(actor, given)
  }

  @Post('substitutions/:id/agree')
  @Allow('substitution.ask')
  @HttpCode(200)
  agree(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SubstitutionOut> {
    return this.acts.act(actor, id, 'agree', given)
  }

  @Post('substitutions/:id/decline')
  @Allow('substitution.ask')
  @HttpCode(200)
  decline(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SubstitutionOut> {
    return this.acts.act(actor, id, 'decline', given)
  }

  @Post('substitutions/:id/approve')
  @Allow('substitution.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SubstitutionOut> {
    return this.acts.act(actor, id, 'approve', given)
  }

  @Post('substitutions/:id/refuse')
  @Allow('substitution.approve')
  @HttpCode(200)
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SubstitutionOut> {
    return this.acts.act(actor, id, 'refuse', given)
  }

  @Post('substitutions/:id/withdraw')
  @Allow('substitution.ask')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SubstitutionOut> {
    return this.acts.act(actor, id, 'withdraw', given)
  }

  @Post('substitutions/:id/revoke')
  @Allow('substitution.approve')
  @HttpCode(200)
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SubstitutionOut> {
    return this.acts.act(actor, id, 'revoke', given)
  }
}
