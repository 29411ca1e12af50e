/** The cookies of signing in (登录凭证): httpOnly, same site only, gone from scripts and other sites. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Role } from '../roles.js'
import type { Opened } from './sign-in.service.js'
import { deviceDays, guardianAbsoluteMinutes } from './limits.js'

const signIn = 'kehou_sign_in'
const device = 'kehou_device'
const aDay = 24 * 60 * 60

// Where the address is https, the browser itself sees to it that no other host or path can set or shadow the cookie.
const named = (name: string, isHttps: boolean) => (isHttps ? `__Host-${name}` : name)
const common = (isHttps: boolean) =>
  ({ httpOnly: true, sameSite: 'strict', secure: isHttps, path: '/' }) as const

export function readSignInCookie(request: FastifyRequest, isHttps: boolean): string | undefined {
  return request.cookies[named(signIn, isHttps)]
}

/** Of the staff it ends with the browser; families stay signed in on their phone, and the page says so. */
export function setSignInCookie(
  reply: FastifyReply,
  token: string,
  { isHttps, role }: { isHttps: boolean; role: Role },
): void {
  void reply.setCookie(named(signIn, isHttps), token, {
    ...common(isHttps),
    ...(role === 'guardian' ? { maxAge: guardianAbsoluteMinutes * 60 } : {}),
  })
}

/** Both cookies of somebody who has just signed in. */
export function setCookies(reply: FastifyReply, { actor, token, deviceId }: Opened, isHttps: boolean): void {
  setSignInCookie(reply, token, { isHttps, role: actor.role })
  setDeviceCookie(reply, deviceId, isHttps)
}

export function clearSignInCookie(reply: FastifyReply, isHttps: boolean): void {
  void reply.clearCookie(named(signIn, isHttps), common(isHttps))
}

/** By this an account knows a browser again; it opens nothing. */
export function readDeviceCookie(request: FastifyRequest, isHttps: boolean): string | null {
  const value = request.cookies[named(device, isHttps)]
  return value && /^[\w-]{22}$/.test(value) ? value : null
}

function setDeviceCookie(reply: FastifyReply, deviceId: string, isHttps: boolean): void {
  void reply.setCookie(named(device, isHttps), deviceId, { ...common(isHttps), maxAge: deviceDays * aDay })
}
