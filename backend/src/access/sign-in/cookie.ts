/** The sign-in cookie (登录凭证): httpOnly, same site only, gone from scripts and other sites. */
import type { FastifyReply } from 'fastify'

export const cookieName = 'kehou_sign_in'

export function setSignInCookie(reply: FastifyReply, token: string, isHttps: boolean): void {
  void reply.setCookie(cookieName, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps,
    path: '/',
    maxAge: 60 * 60 * 24 * 30,
  })
}

export function clearSignInCookie(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/' })
}
