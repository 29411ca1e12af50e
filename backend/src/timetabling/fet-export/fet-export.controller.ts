import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { FetExportService } from './fet-export.service.js'
import { FetExportQuery } from './fet-export.dto.js'

@ApiTags('timetabling')
@Controller('timetables')
export class FetExportController {
  constructor(private readonly exports: FetExportService) {}

  @Get(':id/export.fet')
  @Allow('timetable.read')
  async exportFet(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() { on }: FetExportQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.exports.export(actor, id, on)), {
      type: 'application/xml; charset=utf-8',
      disposition: `attachment; filename="timetable-${id}.fet"`,
    })
  }
}
