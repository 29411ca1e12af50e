import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { ReminderOut, SendRemindersIn, SentRemindersOut } from './reminders.dto.js'
import { RemindersService } from './reminders.service.js'

@ApiTags('oversight')
@Controller('reminders')
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Get()
  @Allow('funding.read')
  mine(@CurrentActor() actor: Actor): Promise<ReminderOut[]> {
    return this.reminders.mine(actor)
  }

  @Post()
  @Allow('reminder.send')
  @HttpCode(200)
  send(@CurrentActor() actor: Actor, @Body() given: SendRemindersIn): Promise<SentRemindersOut> {
    return this.reminders.send(actor, given)
  }
}
