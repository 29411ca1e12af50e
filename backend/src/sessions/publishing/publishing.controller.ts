import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { PublishIn, PublishPreviewOut } from './publishing.dto.js'
import { PublishingService } from './publishing.service.js'
import { TimetableOut, TimetablesService } from '../../timetabling/index.js'

@ApiTags('sessions')
@Controller('timetables')
export class PublishingController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly timetables: TimetablesService,
  ) {}

  @Get(':id/publish-preview')
  @Allow('timetable.read')
  preview(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<PublishPreviewOut> {
    return this.publishing.preview(actor, id)
  }

  @Get(':id/publish-preview/export.xlsx')
  @Allow('timetable.read')
  async previewSheet(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<StreamableFile> {
    return sendWorkbook('publish-preview', [await this.publishing.sheet(actor, id)])
  }

  @Post(':id/publish')
  @Allow('timetable.publish')
  @HttpCode(200)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: PublishIn,
  ): Promise<TimetableOut> {
    await this.publishing.publish(actor, id, given)
    return this.timetables.get(actor, id)
  }
}
