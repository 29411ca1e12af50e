import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { WeekOut, WeekQuery } from './weeks.dto.js'
import { WeeksService } from './weeks.service.js'

@ApiTags('parents')
@Controller('parents/children')
export class WeeksParentController {
  constructor(private readonly weeks: WeeksService) {}

  @Get(':id/week')
  @Allow('child.read')
  week(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() { from }: WeekQuery,
  ): Promise<WeekOut> {
    return this.weeks.week(actor, id, from)
  }
}
