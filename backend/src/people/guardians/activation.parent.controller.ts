import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type Actor,
  ActorOut,
  Allow,
  askerOf,
  CurrentActor,
  Public,
  setCookies,
  toActorOut,
} from '../../access/index.js'
import { Config } from '../../platform/config.js'
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
  async activate(
    @Body() given: ActivateIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActorOut> {
    const isHttps = this.config.isBehindHttps
    const opened = await this.activation.activate(given, askerOf(request, isHttps))
    setCookies(reply, opened, isHttps)
    return toActorOut(opened.actor)
  }

  @Get('children')
  @Allow('child.read')
  children(@CurrentActor() actor: Actor): Promise<ChildOut[]> {
    return this.childrenOf.list(actor)
  }
}
