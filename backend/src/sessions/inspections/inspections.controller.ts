import {
  Body,
  Controller,
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
  CreateInspectionIn,
  inspectionColumns,
  InspectionListQuery,
  InspectionOut,
  PatrolOut,
  UpdateInspectionIn,
} from './inspections.dto.js'
import { InspectionsService } from './inspections.service.js'

@ApiTags('sessions')
@Controller('inspections')
export class InspectionsController {
  constructor(private readonly inspections: InspectionsService) {}

  @Get()
  @Allow('duty.read')
  list(@CurrentActor() actor: Actor, @Query() list: InspectionListQuery): Promise<Page<InspectionOut>> {
    return this.inspections.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('duty.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: InspectionListQuery): Promise<StreamableFile> {
    return sendList('inspections', actor.language, inspectionColumns, (page) =>
      this.inspections.list(actor, { ...list, ...page }),
    )
  }

  @Get('patrol')
  @Allow('inspection.write')
  patrol(@CurrentActor() actor: Actor): Promise<PatrolOut> {
    return this.inspections.patrol(actor)
  }

  @Get(':id')
  @Allow('duty.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<InspectionOut> {
    return this.inspections.get(actor, id)
  }

  @Post()
  @Allow('inspection.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateInspectionIn): Promise<InspectionOut> {
    return this.inspections.create(actor, given)
  }

  @Patch(':id')
  @Allow('inspection.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateInspectionIn,
  ): Promise<InspectionOut> {
    return this.inspections.update(actor, id, given)
  }

  @Post(':id/mend')
  @Allow('duty.write')
  @HttpCode(200)
  mend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<InspectionOut> {
    return this.inspections.mend(actor, id, given)
  }
}
