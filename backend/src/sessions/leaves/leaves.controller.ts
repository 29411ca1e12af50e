import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { BulkOut } from '../../platform/bulk.dto.js'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { LeaveSessionsService } from './leave-sessions.service.js'
import {
  ArrangeIn,
  CreateLeaveIn,
  leaveColumns,
  LeaveListQuery,
  TeacherLeaveOut,
  TeacherLeaveWithSessionsOut,
} from './leaves.dto.js'
import { LeavesService } from './leaves.service.js'

@ApiTags('sessions')
@Controller('teacher-leaves')
export class LeavesController {
  constructor(
    private readonly leaves: LeavesService,
    private readonly leaveSessions: LeaveSessionsService,
  ) {}

  @Get()
  @Allow('substitution.ask')
  list(@CurrentActor() actor: Actor, @Query() list: LeaveListQuery): Promise<Page<TeacherLeaveOut>> {
    return this.leaves.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('substitution.ask')
  exportAll(@CurrentActor() actor: Actor, @Query() list: LeaveListQuery): Promise<StreamableFile> {
    return sendList('teacher-leaves', actor.language, leaveColumns, (page) =>
      this.leaves.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('substitution.ask')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<TeacherLeaveWithSessionsOut> {
    return this.leaveSessions.get(actor, id)
  }

  @Post()
  @Allow('substitution.ask')
  async create(
    @CurrentActor() actor: Actor,
    @Body() given: CreateLeaveIn,
  ): Promise<TeacherLeaveWithSessionsOut> {
    return this.leaveSessions.get(actor, await this.leaves.create(actor, given))
  }

  @Post(':id/grant')
  @Allow('substitution.approve')
  @HttpCode(200)
  async grant(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<TeacherLeaveWithSessionsOut> {
    await this.leaves.act(actor, id, 'grant', given)
    return this.leaveSessions.get(actor, id)
  }

  @Post(':id/refuse')
  @Allow('substitution.approve')
  @HttpCode(200)
  async refuse(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<TeacherLeaveWithSessionsOut> {
    await this.leaves.act(actor, id, 'refuse', given)
    return this.leaveSessions.get(actor, id)
  }

  @Post(':id/withdraw')
  @Allow('substitution.ask')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<TeacherLeaveWithSessionsOut> {
    await this.leaves.act(actor, id, 'withdraw', given)
    return this.leaveSessions.get(actor, id)
  }

  @Post(':id/arrange')
  @Allow('substitution.approve')
  @HttpCode(200)
  arrange(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: ArrangeIn,
  ): Promise<BulkOut> {
    return this.leaveSessions.arrange(actor, id, given)
  }
}
