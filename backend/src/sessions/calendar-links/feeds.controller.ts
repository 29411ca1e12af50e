import { Controller, Get, Headers, Param, Req, Res, StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { askerOf, placeOf, Public } from '../../access/index.js'
import { Config } from '../../platform/config.js'
import { FeedsService } from './feeds.service.js'

@ApiTags('sessions')
@Controller('calendar')
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
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
    const { address } = askerOf(request, this.config.isBehindHttps)
    const { text, etag } = await this.feeds.read(file, placeOf(address))
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
}
