import { Controller, Get, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { MyWeekOut, MyWeekQuery } from './my-week.dto.js'
import { MyWeekService } from './my-week.service.js'

@ApiTags('sessions')
@Controller('my-week')
export class MyWeekController {
  constructor(private readonly weeks: MyWeekService) {}

  @Get()
  @Allow('substitution.ask')
  week(@CurrentActor() actor: Actor, @Query() { on }: MyWeekQuery): Promise<MyWeekOut> {
    return this.weeks.week(actor, on)
  }
}
