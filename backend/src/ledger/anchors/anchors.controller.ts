import { Controller, Get, StreamableFile, UseGuards } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { Throttle, ThrottlerGuard } from '@nestjs/throttler'
import { Readable } from 'node:stream'
import { Allow, Public } from '../../access/index.js'
import { AnchorsOut } from './anchors.dto.js'
import { AnchorsService } from './anchors.service.js'

@ApiTags('ledger')
@Controller()
export class AnchorsController {
  constructor(private readonly anchors: AnchorsService) {}

  /** For everybody: roots and signatures tell nothing of any school. */
  @Get('public/ledger-anchors')
  @Public()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  list(): Promise<AnchorsOut> {
    return this.anchors.list()
  }

  /** Every anchor with its ends, to be kept elsewhere and given to `kehou ledger verify --anchors`. */
  @Get('ledger/anchors.ndjson')
  @Allow('funding.read')
  file(): StreamableFile {
    const lines = this.anchors.lines()
    async function* text() {
      for await (const line of lines) yield `${line}\n`
    }
    return new StreamableFile(Readable.from(text()), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="ledger-anchors.ndjson"',
    })
  }
}
