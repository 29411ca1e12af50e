import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { CalendarService } from './calendar.service.js'
import {
  CalendarDayOut,
  CalendarDayQuery,
  CreateTermIn,
  TermListQuery,
  TermOut,
  UpdateCalendarDayIn,
} from './terms.dto.js'

@ApiTags('terms')
@Controller()
export class TermsController {
  constructor(private readonly calendar: CalendarService) {}

  @Get('terms')
  @Allow('school.read')
  list(@CurrentActor() actor: Actor, @Query() list: TermListQuery): Promise<Page<TermOut>> {
    return this.calendar.list(actor, list)
  }

  @Get('terms/:id')
  @Allow('school.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TermOut> {
    return this.calendar.get(actor, id)
  }

  @Post('terms')
  @Allow('term.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateTermIn): Promise<TermOut> {
    return this.calendar.create(actor, given)
  }

  @Get('calendar-days')
  @Allow('school.read')
  days(@CurrentActor() actor: Actor, @Query() { termId }: CalendarDayQuery): Promise<CalendarDayOut[]> {
    return this.calendar.days(actor, termId)
  }

  @Patch('calendar-days/:id')
  @Allow('term.write')
  updateDay(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateCalendarDayIn,
  ): Promise<CalendarDayOut> {
    return this.calendar.updateDay(actor, id, given)
  }
}
