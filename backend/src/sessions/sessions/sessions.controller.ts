import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { SessionChangesService } from './session-changes.service.js'
import { SessionChoicesService } from './session-choices.service.js'
import {
  ChangeRoomIn,
  MakeUpSessionIn,
  MoveSessionIn,
  SessionChoicesOut,
  SessionChoicesQuery,
  SessionListQuery,
  SessionOut,
} from './sessions.dto.js'
import { SessionsService } from './sessions.service.js'

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly sessionChanges: SessionChangesService,
    private readonly sessionChoices: SessionChoicesService,
  ) {}

  @Get()
  @Allow('timetable.read')
  list(@CurrentActor() actor: Actor, @Query() list: SessionListQuery): Promise<Page<SessionOut>> {
    return this.sessions.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('timetable.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: SessionListQuery): Promise<StreamableFile> {
    return sendWorkbook('sessions', [this.sessions.sheet(actor, list)])
  }

  @Get(':id')
  @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SessionOut> {
    return this.sessions.get(actor, id)
  }

  @Get(':id/choices')
  @Allow('session.write')
  choices(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() query: SessionChoicesQuery,
  ): Promise<SessionChoicesOut> {
    return this.sessionChoices.choices(actor, id, query)
  }

  @Post(':id/move')
  @Allow('session.write')
  @HttpCode(200)
  move(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: MoveSessionIn,
  ): Promise<SessionOut> {
    return this.sessionChanges.move(actor, id, given)
  }

  @Post(':id/change-room')
  @Allow('session.write')
  @HttpCode(200)
  changeRoom(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: ChangeRoomIn,
  ): Promise<SessionOut> {
    return this.sessionChanges.changeRoom(actor, id, given)
  }

  @Post(':id/make-up')
  @Allow('session.write')
  makeUp(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: MakeUpSessionIn,
  ): Promise<SessionOut> {
    return this.sessionChanges.makeUp(actor, id, given)
  }

  @Post(':id/reset')
  @Allow('session.write')
  @HttpCode(200)
  reset(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SessionOut> {
    return this.sessionChanges.reset(actor, id, given)
  }

  @Post(':id/cancel')
  @Allow('session.write')
  @HttpCode(200)
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SessionOut> {
    return this.sessionChanges.cancel(actor, id, given)
  }

  @Post(':id/restore')
  @Allow('session.write')
  @HttpCode(200)
  restore(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<SessionOut> {
    return this.sessionChanges.restore(actor, id, given)
  }
}
