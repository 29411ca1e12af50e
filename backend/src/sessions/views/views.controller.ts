import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import {
  ManyViewsQuery,
  ViewOwnersOut,
  ViewParams,
  ViewQuery,
  WeekViewOut,
  WeekViewsOut,
} from './views.dto.js'
import { ViewsService } from './views.service.js'
import { viewSheets } from './view-sheets.js'

@ApiTags('sessions')
@Controller('timetable-views')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @Allow('timetable.read')
  many(@CurrentActor() actor: Actor, @Query() query: ManyViewsQuery): Promise<WeekViewsOut> {
    return this.views.views(actor, query)
  }

  @Get('export.xlsx')
  @Allow('timetable.read')
  async exportMany(@CurrentActor() actor: Actor, @Query() query: ManyViewsQuery): Promise<StreamableFile> {
    const { items } = await this.views.views(actor, query)
    return sendWorkbook(`timetables-${query.kind}`, viewSheets(items, actor.language))
  }

  @Get('choices')
  @Allow('timetable.read')
  choices(@CurrentActor() actor: Actor, @Query() query: ManyViewsQuery): Promise<ViewOwnersOut> {
    return this.views.choices(actor, query)
  }

  @Get(':kind/:id')
  @Allow('timetable.read')
  view(
    @CurrentActor() actor: Actor,
    @Param() params: ViewParams,
    @Query() { from }: ViewQuery,
  ): Promise<WeekViewOut> {
    return this.views.view(actor, params, from)
  }

  @Get(':kind/:id/export.xlsx')
  @Allow('timetable.read')
  async exportView(
    @CurrentActor() actor: Actor,
    @Param() params: ViewParams,
    @Query() { from }: ViewQuery,
  ): Promise<StreamableFile> {
    const view = await this.views.view(actor, params, from)
    return sendWorkbook(`timetable-${params.kind}-${view.fromOn}`, viewSheets([view], actor.language))
  }
}
