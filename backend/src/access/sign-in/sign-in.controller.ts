import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { Throttle, ThrottlerGuard } from '@nestjs/throttler'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Config } from '../../platform/config.js'
import { languageOf } from '../../platform/texts.js'
import { type Actor, CurrentActor } from '../actor.js'
import { Public, SignedIn } from '../allow.js'
import { clearSignInCookie, setSignInCookie } from './cookie.js'
import { ActorOut, ChangePasswordIn, SignInIn, toActorOut } from './sign-in.dto.js'
import { SignInService } from './sign-in.service.js'

@ApiTags('sign-in')
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 30, ttl: 60_000 } })
  async signIn(
    @Body() given: SignInIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActorOut> {
    const { token, actor } = await this.signIns.signIn(
      given,
      request.id,
      languageOf(request.headers['accept-language']),
    )
    setSignInCookie(reply, token, this.config.isBehindHttps)
    return toActorOut(actor)
  }

  @Get()
  @SignedIn()
  whoAmI(@CurrentActor() actor: Actor): ActorOut {
    return toActorOut(actor)
  }

  @Delete()
  @SignedIn()
  @HttpCode(204)
  async signOut(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOut(actor)
    clearSignInCookie(reply)
  }

  @Post('password')
  @SignedIn()
  @HttpCode(200)
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  async changePassword(@CurrentActor() actor: Actor, @Body() given: ChangePasswordIn): Promise<ActorOut> {
    return toActorOut(await this.signIns.changePassword(actor, given))
  }
}
