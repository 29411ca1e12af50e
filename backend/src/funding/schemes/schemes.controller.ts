import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  CreateSchemeIn,
  SchemeListQuery,
  SchemeOut,
  SchemeWithLinesOut,
  SubmitSchemeIn,
  UpdateSchemeIn,
  schemeColumns,
} from './schemes.dto.js'
import { SchemeReadingService } from './reading.service.js'
import { SchemesService } from './schemes.service.js'
import { SchemeStepsService } from './steps.service.js'

@ApiTags('funding')
@Controller('schemes')
export class SchemesController {
  constructor(
    private readonly reading: SchemeReadingService,
    private readonly schemes: SchemesService,
    private readonly steps: SchemeStepsService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: SchemeListQuery): Promise<Page<SchemeOut>> {
    return this.reading.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: SchemeListQuery): Promise<StreamableFile> {
    return sendList('schemes', actor.language, schemeColumns, (page) =>
      this.reading.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SchemeWithLinesOut> {
    return this.reading.get(actor, id)
  }

  @Post()
  @Allow('scheme.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateSchemeIn): Promise<SchemeWithLinesOut> {
    return this.schemes.create(actor, given)
  }

  @Patch(':id')
  @Allow('scheme.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateSchemeIn,
  ): Promise<SchemeWithLinesOut> {
    return this.schemes.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('scheme.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.schemes.remove(actor, id)
  }

  @Post(':id/submit')
  @Allow('scheme.write')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: SubmitSchemeIn,
  ): Promise<SchemeWithLinesOut> {
    return this.steps.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('scheme.write')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SchemeWithLinesOut> {
    return this.steps.act(actor, id, 'withdraw', given)
  }

  @Post(':id/approve')
  @Allow('scheme.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SchemeWithLinesOut> {
    return this.steps.act(actor, id, 'approve', given)
  }

  @Post(':id/send-back')
  @Allow('scheme.approve')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SchemeWithLinesOut> {
    return this.steps.act(actor, id, 'send-back', given)
  }
}
