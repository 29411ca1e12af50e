/** Closed by default (访问守卫): a route that declares nothing answers nobody; unsafe requests must come from our own pages. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { Forbidden, SignedOut, StateConflict } from '../platform/errors.js'
import { languageOf } from '../platform/texts.js'
import { type Access, accessKey } from './allow.js'
import type { Actor, RequestWithActor } from './actor.js'
import { cookieName } from './sign-in/cookie.js'
import { SignInService } from './sign-in/sign-in.service.js'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const allowedBeforePasswordChange = '/api/sign-in'

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIns: SignInService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler())
    if (!access) throw new Forbidden('access.undeclared_route')
    const request = context.switchToHttp().getRequest<RequestWithActor>()
    if (!safeMethods.has(request.method)) refuseForeignPage(request)
    if (access.kind === 'public') return true
    const token = request.cookies[cookieName]
    const actor = token
      ? await this.signIns.actorFor(token, request.id, languageOf(request.headers['accept-language']))
      : null
    if (!actor) throw new SignedOut('access.signed_out')
    refuseAnother(request, actor)
    if (actor.mustChangePassword && !request.url.startsWith(allowedBeforePasswordChange))
      throw new Forbidden('access.must_change_password')
    if (access.kind === 'allow' && !actor.permissions.has(access.permission))
      throw new Forbidden('access.forbidden', { permission: access.permission })
    request.actor =
      access.kind === 'allow'
        ? { ...actor, onBehalfOf: actor.actsFor?.get(access.permission) ?? null }
        : actor
    return true
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
