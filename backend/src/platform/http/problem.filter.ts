/** Every error leaves by this door (错误出口): a code, a sentence, the values, and the number of the request. */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  DatabaseUnavailable,
  isDuplicateKey,
  isReferredGone,
  isStillReferred,
  unavailable,
} from '../database/database-errors.js'
import {
  Forbidden,
  Invalid,
  KehouError,
  NotFound,
  StateConflict,
  TooLarge,
  TooMany,
  Unreadable,
} from '../errors.js'
import { NotMoney } from '../money.js'
import type { SaidField, Sentences } from '../sentences.js'
import { languageOf, type Language } from '../texts.js'

export interface Problem {
  code: string
  message: string
  params: Record<string, string | number | null>
  fields?: SaidField[]
  requestId: string
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly sentences: Sentences,
    private readonly logUnexpected: (error: unknown, requestId: string) => void,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const reply = http.getResponse<FastifyReply>()
    this.answer(error, request, reply)
  }

  /** The same for what Fastify refuses before a route is found (an address that cannot be read). */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const known = this.known(error)
    if (!known) this.logUnexpected(error, request.id)
    void reply
      .removeHeader('content-disposition')
      // What failed may have been on its way as a file of another type.
      .type('application/json; charset=utf-8')
      .status(known?.httpStatus ?? 500)
      .send(this.problem(known, languageOf(request.headers['accept-language']), request.id))
  }

  /** What is no HTTP at all, or has headers too large: said in Chinese, for nobody could read what is wished. */
  bare(status: number, requestId: string): Problem {
    return this.problem(new Unreadable(status), 'zh', requestId)
  }

  private known(error: unknown): KehouError | null {
    if (error instanceof KehouError) return error
    if (error instanceof NotMoney) return new Invalid('request.invalid')
    if (isDuplicateKey(error)) return new StateConflict('row.duplicate')
    if (isReferredGone(error)) return new StateConflict('row.referred_gone')
    if (isStillReferred(error)) return new StateConflict('row.in_use')
    const said = unavailable(error)
    if (said instanceof DatabaseUnavailable) return said
    const status =
      error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode
    if (status === 404) return new NotFound('route')
    if (status === 413) return new TooLarge('request.too_large')
    if (status === 429) return new TooMany('access.too_many_attempts')
    if (status === 403) return new Forbidden('access.forbidden')
    if (status && status >= 400 && status < 500) return new Unreadable(status)
    return null
  }

  private problem(error: KehouError | null, language: Language, requestId: string): Problem {
    const code = error?.code ?? 'internal'
    const params = { ...error?.params }
    const fields = error?.fields?.map((field) => this.sentences.field(field, language))
    return {
      code,
      message: this.sentences.say({ code, params }, language),
      params,
      ...(fields ? { fields } : {}),
      requestId,
    }
  }
}
