import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { CreateSlotIn, SlotListQuery, SlotOut, UpdateSlotIn, UsualWeekIn, UsualWeekOut } from './slots.dto.js'
import { SlotsService } from './slots.service.js'

@ApiTags('timetabling')
@Controller('slots')
export class SlotsController {
  constructor(private readonly slots: SlotsService) {}

  @Get()
  @Allow('timetable.read')
  list(@CurrentActor() actor: Actor, @Query() list: SlotListQuery): Promise<Page<SlotOut>> {
    return this.slots.list(actor, list)
  }

  @Get(':id')
  @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SlotOut> {
    return this.slots.get(actor, id)
  }

  @Post()
  @Allow('timetable.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateSlotIn): Promise<SlotOut> {
    return this.slots.create(actor, given)
  }

  @Post('usual-week')
  @Allow('timetable.write')
  usualWeek(@CurrentActor() actor: Actor, @Body() given: UsualWeekIn): Promise<UsualWeekOut> {
    return this.slots.usualWeek(actor, given)
  }

  @Patch(':id')
  @Allow('timetable.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateSlotIn,
  ): Promise<SlotOut> {
    return this.slots.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('timetable.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.slots.remove(actor, id)
  }
}
