/** A button pressed twice is pressed once (防重复提交): the second of two equal requests gets the answer of the first. */
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  StreamableFile,
} from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { ApiExtension } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { from, lastValueFrom, type Observable } from 'rxjs'
import { setTimeout as sleep } from 'node:timers/promises'
import { HandledAlready, type Handled, HandledRequests, type Once, onceFrom } from '../audit/index.js'
import { StateConflict } from '../platform/errors.js'
import type { Actor, RequestWithActor } from './actor.js'

const secretKey = 'secret-answer'
/** On a route whose answer holds what opens a door (a one-time code, an address that is a key): it is never kept. */
export const SecretAnswer = () =>
  applyDecorators(SetMetadata(secretKey, true), ApiExtension(`x-${secretKey}`, true))

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const pauseMilliseconds = 50
const mostPauses = 40

@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(
    private readonly handled: HandledRequests,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp()
    const request = http.getRequest<RequestWithActor>()
    const key = request.headers['idempotency-key']
    const { actor } = request
    if (key === undefined || !actor || !unsafe.has(request.method)) return next.handle()
    const reply = http.getResponse<FastifyReply>()
    const once = onceFrom(key, `${request.method} ${request.url}`, request)
    const isSecret = this.reflector.get<boolean | undefined>(secretKey, context.getHandler()) ?? false
    return from(this.onlyOnce(actor, once, reply, isSecret, next))
  }

  private async onlyOnce(
    actor: Actor,
    once: Once,
    reply: FastifyReply,
    isSecret: boolean,
    next: CallHandler,
  ): Promise<unknown> {
    // Of an upload nothing is known before it has been read: the claim decides.
    const before = once.bodyHash() === null ? null : await this.handled.find(actor, once)
    if (before) return this.again(isSecret ? before : await this.first(actor, once), reply)
    actor.once = once
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined })
      if (!isSecret && !(answer instanceof StreamableFile))
        await this.handled.keep(actor, once, reply.statusCode, answer).catch(() => undefined)
      return answer
    } catch (error) {
      if (error instanceof HandledAlready) return this.again(await this.first(actor, once), reply)
      // Refused by what the first of two has just made (a name that is taken): that was the same press.
      const first = await this.handled.find(actor, once)
      if (first && first.requestId !== actor.requestId)
        return this.again(await this.first(actor, once), reply)
      throw error
    }
  }

  // The first has committed, or the second would not have been refused; its answer follows in a moment.
  private async first(actor: Actor, once: Once): Promise<Handled> {
    for (let pauses = 0; ; pauses += 1) {
      const found = await this.handled.find(actor, once)
      if (found && (found.status !== null || pauses === mostPauses)) return found
      if (pauses === mostPauses) throw new HandledAlready()
      await sleep(pauseMilliseconds)
    }
  }

  private again({ status, answer, entity, entityId }: Handled, reply: FastifyReply): unknown {
    if (status === null) throw new StateConflict('request.handled_already', { entity, entityId })
    void reply.status(status).header('idempotency-replayed', 'true')
    return answer ?? undefined
  }
}
