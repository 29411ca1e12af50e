import { Body, Controller, Get, Param, Patch } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { SchedulingSettingOut, UpdateSchedulingSettingIn } from './scheduling-settings.dto.js'
import { SchedulingSettingsService } from './scheduling-settings.service.js'

@ApiTags('timetabling')
@Controller('scheduling-settings')
export class SchedulingSettingsController {
  constructor(private readonly settings: SchedulingSettingsService) {}

  @Get(':schoolId')
  @Allow('timetable.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('schoolId', ParseIdPipe) schoolId: number,
  ): Promise<SchedulingSettingOut> {
    return this.settings.get(actor, schoolId)
  }

  @Patch(':schoolId')
  @Allow('timetable.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('schoolId', ParseIdPipe) schoolId: number,
    @Body() given: UpdateSchedulingSettingIn,
  ): Promise<SchedulingSettingOut> {
    return this.settings.update(actor, schoolId, given)
  }
}
