import { Controller, Get, Headers, Param, Req, Res, StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { askerOf, Attempts, limits, placeOf, Public } from '../../access/index.js'
import { Config } from '../../platform/config.js'
import { NotFound } from '../../platform/errors.js'
import { FeedsService } from './feeds.service.js'

@ApiTags('sessions')
@Controller('calendar')
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly attempts: Attempts,
    private readonly config: Config,
  ) {}

  /** `<token>.ics`, for calendar programs, which cannot sign in. */
  @Get(':file')
  @Public()
  async read(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const text = await this.textOf(file, request)
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
    void reply.headers({
      'cache-control': 'private, max-age=900',
      etag,
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    })
    if (known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) {
      void reply.status(304)
      return new StreamableFile(Buffer.alloc(0), { type: 'text/calendar; charset=utf-8' })
    }
    return new StreamableFile(Buffer.from(text), {
      type: 'text/calendar; charset=utf-8',
      disposition: 'inline; filename="kehou.ics"',
    })
  }

  // Programs of hundreds of phones read behind one address: only addresses that are none count.
  private async textOf(file: string, request: FastifyRequest): Promise<string> {
    const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
    const text = token ? await this.feeds.read(token) : null
    if (text !== null) return text
    const { address } = askerOf(request, this.config.isBehindHttps)
    await this.attempts.reserve(limits.feed, placeOf(address))
    throw new NotFound('calendar')
  }
}
