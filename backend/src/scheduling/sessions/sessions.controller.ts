import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { SessionListQuery, SessionOut } from './sessions.dto.js'
import { SessionsService } from './sessions.service.js'

@ApiTags('scheduling')
@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get() @Allow('timetable.read')
  list(@CurrentActor() actor: Actor, @Query() list: SessionListQuery): Promise<Page<SessionOut>> {
    return this.sessions.list(actor, list)
  }

  @Get('export.xlsx') @Allow('timetable.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: SessionListQuery): StreamableFile {
    return sendWorkbook('sessions', [this.sessions.sheet(actor, list)])
  }

  @Get(':id') @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<SessionOut> {
    return this.sessions.get(actor, id)
  }

  @Post(':id/cancel') @Allow('session.write') @HttpCode(200)
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<SessionOut> {
    return this.sessions.cancel(actor, id, comment)
  }

  @Post(':id/restore') @Allow('session.write') @HttpCode(200)
  restore(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<SessionOut> {
    return this.sessions.restore(actor, id, comment)
  }
}
