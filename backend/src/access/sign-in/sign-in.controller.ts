import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { Config } from '../../platform/config.js'
import { type Actor, CurrentActor } from '../actor.js'
import { Public, SignedIn } from '../allow.js'
import { Actors } from './actors.service.js'
import { askerOf } from './asker.js'
import { clearSignInCookie, setCookies } from './cookie.js'
import { OwnPassword } from './own-password.service.js'
import { OwnSignIns } from './own-sign-ins.service.js'
import { ActorOut, ChangePasswordIn, EndedOut, OwnSignInOut, SignInIn, toActorOut } from './sign-in.dto.js'
import { SignInService } from './sign-in.service.js'

@ApiTags('sign-in')
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly own: OwnSignIns,
    private readonly passwords: OwnPassword,
    private readonly actors: Actors,
    private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  async signIn(
    @Body() given: SignInIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActorOut> {
    const opened = await this.signIns.signIn(given, askerOf(request, this.config.isBehindHttps))
    setCookies(reply, opened, this.config.isBehindHttps)
    return toActorOut(opened.actor)
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
    clearSignInCookie(reply, this.config.isBehindHttps)
  }

  @Post('password')
  @SignedIn()
  @HttpCode(200)
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() given: ChangePasswordIn,
    @Req() request: FastifyRequest,
  ): Promise<ActorOut> {
    await this.passwords.change(actor, given)
    return toActorOut(await this.actors.again(actor, askerOf(request, this.config.isBehindHttps)))
  }

  @Get('mine')
  @SignedIn()
  mine(@CurrentActor() actor: Actor): Promise<OwnSignInOut[]> {
    return this.own.list(actor)
  }

  @Post('mine/end-others')
  @SignedIn()
  @HttpCode(200)
  endOthers(@CurrentActor() actor: Actor): Promise<EndedOut> {
    return this.own.endOthers(actor)
  }

  @Post('mine/:id/end')
  @SignedIn()
  @HttpCode(200)
  end(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<EndedOut> {
    return this.own.end(actor, id)
  }
}
