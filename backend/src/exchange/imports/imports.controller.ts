import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { readUpload } from '../../platform/http/upload.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  DecideRowsIn,
  ImportListQuery,
  ImportOut,
  ImportWithDetailsOut,
  MapColumnsIn,
} from './imports.dto.js'
import { ImportSteps } from './import-steps.service.js'
import { ImportUploads } from './import-uploads.service.js'
import { ImportsService } from './imports.service.js'

const form = {
  schema: {
    type: 'object',
    required: ['schoolId', 'kind', 'file'],
    properties: {
      schoolId: { type: 'integer' },
      kind: { enum: ['students', 'teachers', 'rooms'] },
      file: { type: 'string', format: 'binary' },
    },
  },
}

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: ImportUploads,
    private readonly steps: ImportSteps,
  ) {}

  @Get()
  @Allow('import.run')
  list(@CurrentActor() actor: Actor, @Query() list: ImportListQuery): Promise<Page<ImportOut>> {
    return this.imports.list(actor, list)
  }

  @Get(':id')
  @Allow('import.run')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<ImportWithDetailsOut> {
    return this.imports.get(actor, id)
  }

  @Post()
  @Allow('import.run')
  @ApiConsumes('multipart/form-data')
  @ApiBody(form)
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ImportWithDetailsOut> {
    return this.imports.get(actor, await this.uploads.upload(actor, await readUpload(request)))
  }

  @Patch(':id/mapping')
  @Allow('import.run')
  async map(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: MapColumnsIn,
  ): Promise<ImportWithDetailsOut> {
    await this.steps.map(actor, id, given)
    return this.imports.get(actor, id)
  }

  @Post(':id/decisions')
  @Allow('import.run')
  @HttpCode(200)
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: DecideRowsIn,
  ): Promise<ImportWithDetailsOut> {
    await this.steps.decide(actor, id, given)
    return this.imports.get(actor, id)
  }

  @Post(':id/preview')
  @Allow('import.run')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<ImportWithDetailsOut> {
    await this.steps.preview(actor, id)
    return this.imports.get(actor, id)
  }

  @Post(':id/start')
  @Allow('import.run')
  @HttpCode(200)
  async start(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<ImportWithDetailsOut> {
    await this.steps.start(actor, id)
    return this.imports.get(actor, id)
  }

  @Get(':id/refused.xlsx')
  @Allow('import.run')
  async refused(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return sendWorkbook(`refused-rows-${id}`, await this.imports.refusedRows(actor, id))
  }
}
