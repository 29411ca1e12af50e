import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import type { Page } from '../../platform/paging.js'
import { ObjectionsService } from './objections.service.js'
import {
  CreatePublicationIn,
  ObjectionListQuery,
  ObjectionOut,
  PublicationListQuery,
  PublicationOut,
  PublicationWithContentOut,
  UpholdIn,
} from './publications.dto.js'
import { PublicationsService } from './publications.service.js'
import { PublishingService } from './publishing.service.js'

@ApiTags('grants')
@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly publishing: PublishingService,
    private readonly objections: ObjectionsService,
  ) {}

  @Get('publications')
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: PublicationListQuery): Promise<Page<PublicationOut>> {
    return this.publications.list(actor, list)
  }

  @Get('publications/:id')
  @Allow('funding.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<PublicationWithContentOut> {
    return this.publications.get(actor, id)
  }

  @Post('publications')
  @Allow('publication.write')
  create(
    @CurrentActor() actor: Actor,
    @Body() given: CreatePublicationIn,
  ): Promise<PublicationWithContentOut> {
    return this.publishing.create(actor, given)
  }

  @Post('publications/:id/archive')
  @Allow('publication.write')
  @HttpCode(200)
  archive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PublicationWithContentOut> {
    return this.publications.act(actor, id, 'archive', given)
  }

  @Post('publications/:id/retract')
  @Allow('publication.write')
  @HttpCode(200)
  retract(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PublicationWithContentOut> {
    return this.publications.act(actor, id, 'retract', given)
  }

  @Get('objections')
  @Allow('funding.read')
  objectionList(
    @CurrentActor() actor: Actor,
    @Query() list: ObjectionListQuery,
  ): Promise<Page<ObjectionOut>> {
    return this.objections.list(actor, list)
  }

  @Post('objections/:id/uphold')
  @Allow('publication.write')
  @HttpCode(200)
  uphold(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpholdIn,
  ): Promise<ObjectionOut> {
    return this.objections.uphold(actor, id, given)
  }

  @Post('objections/:id/dismiss')
  @Allow('publication.write')
  @HttpCode(200)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<ObjectionOut> {
    return this.objections.dismiss(actor, id, given)
  }
}
