import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor, SignedIn } from '../../access/index.js'
import { disposition } from '../../platform/documents/send-paper.js'
import { readUpload } from '../../platform/http/upload.js'
import { attachmentForm, AttachmentOut, AttachmentQuery } from './attachments.dto.js'
import { AttachmentsService } from './attachments.service.js'

@ApiTags('oversight')
@Controller('attachments')
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() of: AttachmentQuery): Promise<AttachmentOut[]> {
    return this.attachments.list(actor, of)
  }

  /** Which permission it needs depends on the thing; the service asks for it. */
  @Post()
  @SignedIn()
  @ApiConsumes('multipart/form-data')
  @ApiBody(attachmentForm)
  async add(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<AttachmentOut> {
    return this.attachments.add(actor, await readUpload(request))
  }

  @Get(':id/file')
  @Allow('funding.read')
  async file(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    const { fileName, mediaType, bytes } = await this.attachments.file(actor, id)
    return new StreamableFile(bytes, {
      type: mediaType,
      length: bytes.length,
      disposition: disposition(fileName),
    })
  }

  @Delete(':id')
  @SignedIn()
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.attachments.remove(actor, id)
  }
}
