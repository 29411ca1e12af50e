import { Controller, Get, Headers, Param, Res, StreamableFile, UseGuards } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { Throttle, ThrottlerGuard } from '@nestjs/throttler'
import type { FastifyReply } from 'fastify'
import { createHash } from 'node:crypto'
import { Public } from '../../access/index.js'
import { NotFound } from '../../platform/errors.js'
import { languageOf } from '../../platform/texts.js'
import { FeedsService } from './feeds.service.js'

@ApiTags('scheduling')
@Controller('calendar')
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  /** `<token>.ics`, for calendar programs, which cannot sign in. */
  @Get(':file')
  @Public()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  async read(
    @Param('file') file: string,
    @Headers('accept-language') accepted: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
    if (!token) throw new NotFound('calendar')
    const text = await this.feeds.read(token, languageOf(accepted))
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
    void reply.headers({
      'cache-control': 'private, max-age=900',
      etag,
      vary: 'Accept-Language',
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
}
