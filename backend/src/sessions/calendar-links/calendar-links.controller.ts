import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor, SecretAnswer } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import {
  CalendarLinkListQuery,
  CalendarLinkOut,
  CreateCalendarLinkIn,
  NewCalendarLinkOut,
} from './calendar-links.dto.js'
import { CalendarLinksService } from './calendar-links.service.js'

@ApiTags('sessions')
@Controller('calendar-links')
export class CalendarLinksController {
  constructor(private readonly links: CalendarLinksService) {}

  @Get()
  @Allow('calendar.link')
  list(@CurrentActor() actor: Actor, @Query() list: CalendarLinkListQuery): Promise<Page<CalendarLinkOut>> {
    return this.links.list(actor, list)
  }

  @Post()
  @Allow('calendar.link')
  @SecretAnswer()
  create(@CurrentActor() actor: Actor, @Body() given: CreateCalendarLinkIn): Promise<NewCalendarLinkOut> {
    return this.links.create(actor, given)
  }

  @Post(':id/revoke')
  @Allow('calendar.link')
  @HttpCode(200)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<CalendarLinkOut> {
    return this.links.revoke(actor, id)
  }
}
