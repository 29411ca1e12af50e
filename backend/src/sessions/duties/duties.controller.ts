import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  CreateDutiesIn,
  DutiesOut,
  dutyColumns,
  DutyListQuery,
  DutyOut,
  ProposalOut,
  ProposalQuery,
  RosterOut,
  RosterQuery,
} from './duties.dto.js'
import { DutiesService } from './duties.service.js'

@ApiTags('sessions')
@Controller('duties')
export class DutiesController {
  constructor(private readonly duties: DutiesService) {}

  @Get()
  @Allow('duty.read')
  list(@CurrentActor() actor: Actor, @Query() list: DutyListQuery): Promise<Page<DutyOut>> {
    return this.duties.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('duty.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: DutyListQuery): Promise<StreamableFile> {
    return sendList('duties', actor.language, dutyColumns, (page) =>
      this.duties.list(actor, { ...list, ...page }),
    )
  }

  @Get('roster')
  @Allow('duty.read')
  roster(@CurrentActor() actor: Actor, @Query() query: RosterQuery): Promise<RosterOut> {
    return this.duties.roster(actor, query)
  }

  @Get('proposal')
  @Allow('duty.write')
  proposal(@CurrentActor() actor: Actor, @Query() query: ProposalQuery): Promise<ProposalOut> {
    return this.duties.proposal(actor, query)
  }

  @Post()
  @Allow('duty.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateDutiesIn): Promise<DutiesOut> {
    return this.duties.create(actor, given)
  }

  @Delete(':id')
  @Allow('duty.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.duties.remove(actor, id)
  }
}
