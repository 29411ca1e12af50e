/** Closed by default (访问守卫): a route that declares nothing answers nobody; unsafe requests must come from our own pages. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply } from 'fastify'
import { Forbidden, SignedOut, StateConflict } from '../platform/errors.js'
import { Config } from '../platform/config.js'
import { accessKey } from '../platform/http/access-key.js'
import type { Access } from './allow.js'
import type { Actor, RequestWithActor } from './actor.js'
import { Actors } from './sign-in/actors.service.js'
import { askerOf } from './sign-in/asker.js'
import { readSignInCookie, setSignInCookie } from './sign-in/cookie.js'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
// All that is answered before a password has been changed or a second factor set up.
const signInPages = /^\/api\/sign-in(?:[/?]|$)/

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: Actors,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler())
    if (!access) throw new Forbidden('access.undeclared_route')
    const request = context.switchToHttp().getRequest<RequestWithActor>()
    if (!safeMethods.has(request.method)) refuseForeignPage(request)
    if (access.kind === 'public') return true
    const actor = await this.recognise(context, request)
    refuseAnother(request, actor)
    if (!signInPages.test(request.url)) {
      if (actor.mustChangePassword) throw new Forbidden('access.must_change_password')
      if (actor.mustSetUpSecondFactor) throw new Forbidden('access.must_set_up_second_factor')
    }
    if (access.kind === 'allow' && !actor.permissions.has(access.permission))
      throw new Forbidden('access.forbidden', { permission: access.permission })
    request.actor =
      access.kind === 'allow'
        ? { ...actor, onBehalfOf: actor.actsFor?.get(access.permission) ?? null }
        : actor
    return true
  }

  private async recognise(context: ExecutionContext, request: RequestWithActor): Promise<Actor> {
    const isHttps = this.config.isBehindHttps
    const token = readSignInCookie(request, isHttps)
    const found = token ? await this.actors.behind(token, askerOf(request, isHttps)) : null
    if (!found) throw new SignedOut('access.signed_out')
    const { actor, newToken } = found
    if (newToken) {
      const reply = context.switchToHttp().getResponse<FastifyReply>()
      setSignInCookie(reply, newToken, { isHttps, role: actor.role })
    }
    return actor
  }
}

// A foreign page can make a browser send our cookie, but neither our header nor our origin.
function refuseForeignPage(request: RequestWithActor): void {
  const { origin, host } = request.headers
  if (request.headers['x-kehou'] !== '1') throw new Forbidden('access.csrf')
  if (origin && origin !== 'null' && hostOf(origin) !== host) throw new Forbidden('access.csrf')
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

// In another tab of the browser somebody else has signed in; what this page shows is not theirs, nor is what it sends.
function refuseAnother(request: RequestWithActor, { userId }: Actor): void {
  const believed = request.headers['x-kehou-user']
  if (believed !== undefined && believed !== String(userId)) throw new StateConflict('access.other_person')
}
