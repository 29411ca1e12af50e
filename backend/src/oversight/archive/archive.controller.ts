import { Controller, Get, Query, StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { Readable } from 'node:stream'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { disposition } from '../../platform/documents/send-paper.js'
import { ArchiveQuery } from './archive.dto.js'
import { ArchiveService } from './archive.service.js'

@ApiTags('oversight')
@Controller()
export class ArchiveController {
  constructor(private readonly archive: ArchiveService) {}

  @Get('archive.zip')
  @Allow('archive.take')
  async take(@CurrentActor() actor: Actor, @Query() of: ArchiveQuery): Promise<StreamableFile> {
    const { name, zip } = await this.archive.take(actor, of)
    // What breaks off half-way breaks the download too: a cut file must not look whole.
    const stream = Readable.from(zip, { objectMode: false, highWaterMark: 256 * 1024 })
    return new StreamableFile(stream, { type: 'application/zip', disposition: disposition(name) })
  }
}
