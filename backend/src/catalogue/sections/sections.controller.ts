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
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { CreateSectionIn, SectionListQuery, SectionOut, UpdateSectionIn } from './sections.dto.js'
import { SectionsService } from './sections.service.js'

@ApiTags('catalogue')
@Controller('sections')
export class SectionsController {
  constructor(private readonly sections: SectionsService) {}

  @Get()
  @Allow('catalogue.read')
  list(@CurrentActor() actor: Actor, @Query() list: SectionListQuery): Promise<Page<SectionOut>> {
    return this.sections.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('catalogue.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: SectionListQuery): Promise<StreamableFile> {
    return sendWorkbook('sections', [this.sections.sheet(actor, list)])
  }

  @Get(':id')
  @Allow('catalogue.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SectionOut> {
    return this.sections.get(actor, id)
  }

  @Post()
  @Allow('course.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateSectionIn): Promise<SectionOut> {
    return this.sections.create(actor, given)
  }

  @Patch(':id')
  @Allow('course.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateSectionIn,
  ): Promise<SectionOut> {
    return this.sections.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('course.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.sections.remove(actor, id)
  }
}
