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
import { CreateRoomIn, RoomListQuery, RoomOut, UpdateRoomIn } from './rooms.dto.js'
import { RoomsService } from './rooms.service.js'

@ApiTags('rooms')
@Controller('rooms')
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  @Get()
  @Allow('school.read')
  list(@CurrentActor() actor: Actor, @Query() list: RoomListQuery): Promise<Page<RoomOut>> {
    return this.rooms.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('school.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: RoomListQuery): Promise<StreamableFile> {
    return sendWorkbook('rooms', [this.rooms.sheet(actor, list)])
  }

  @Get(':id')
  @Allow('school.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<RoomOut> {
    return this.rooms.get(actor, id)
  }

  @Post()
  @Allow('school.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateRoomIn): Promise<RoomOut> {
    return this.rooms.create(actor, given)
  }

  @Patch(':id')
  @Allow('school.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateRoomIn,
  ): Promise<RoomOut> {
    return this.rooms.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('school.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.rooms.remove(actor, id)
  }
}
