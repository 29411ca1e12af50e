import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { Throttle, ThrottlerGuard } from '@nestjs/throttler'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type Actor,
  ActorOut,
  Allow,
  CurrentActor,
  Public,
  setSignInCookie,
  toActorOut,
} from '../../access/index.js'
import { Config } from '../../platform/config.js'
import { languageOf } from '../../platform/texts.js'
import { ActivateIn, ChildOut } from './activation.dto.js'
import { ActivationService } from './activation.service.js'
import { ChildrenService } from './children.service.js'

@ApiTags('parents')
@Controller('parents')
export class ActivationParentController {
  constructor(
    private readonly activation: ActivationService,
    private readonly childrenOf: ChildrenService,
    private readonly config: Config,
  ) {}

  @Post('activation')
  @Public()
  @HttpCode(200)
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  async activate(
    @Body() given: ActivateIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActorOut> {
    const { token, actor } = await this.activation.activate(
      given,
      request.id,
      languageOf(request.headers['accept-language']),
    )
    setSignInCookie(reply, token, this.config.isBehindHttps)
    return toActorOut(actor)
  }

  @Get('children')
  @Allow('child.read')
  children(@CurrentActor() actor: Actor): Promise<ChildOut[]> {
    return this.childrenOf.list(actor)
  }
}
