import { Body, Controller, Get, Param, Post, Query, Req, UseGuards } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { Throttle, ThrottlerGuard } from '@nestjs/throttler'
import type { FastifyRequest } from 'fastify'
import { Public } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { ObjectionsService } from './objections.service.js'
import {
  CreateObjectionIn,
  PublicListQuery,
  PublicObjectionOut,
  PublicPublicationOut,
  PublicPublicationWithContentOut,
  TicketOut,
} from './publications.dto.js'
import { PublicationsService } from './publications.service.js'

@ApiTags('public')
@Controller('public')
export class PublicationsPublicController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly objections: ObjectionsService,
  ) {}

  @Get('publications')
  @Public()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  list(@Query() list: PublicListQuery): Promise<Page<PublicPublicationOut>> {
    return this.publications.publicList(list)
  }

  @Get('publications/:slug')
  @Public()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  get(@Param('slug') slug: string): Promise<PublicPublicationWithContentOut> {
    return this.publications.publicGet(slug)
  }

  @Post('publications/:slug/objections')
  @Public()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 5, ttl: 60_000 } })
  raise(
    @Param('slug') slug: string,
    @Body() given: CreateObjectionIn,
    @Req() request: FastifyRequest,
  ): Promise<TicketOut> {
    return this.objections.raise(slug, given, request.id)
  }

  @Get('objections/:ticket')
  @Public()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  lookUp(@Param('ticket') ticket: string): Promise<PublicObjectionOut> {
    return this.objections.lookUp(ticket)
  }
}
