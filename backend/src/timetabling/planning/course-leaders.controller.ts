import { Body, Controller, Get, Param, Patch } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { CourseLeadersOut, UpdateCourseLeadersIn } from './course-leaders.dto.js'
import { CourseLeadersService } from './course-leaders.service.js'

@ApiTags('timetabling')
@Controller('course-leaders')
export class CourseLeadersController {
  constructor(private readonly leaders: CourseLeadersService) {}

  @Get(':courseId')
  @Allow('timetable.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('courseId', ParseIdPipe) courseId: number,
  ): Promise<CourseLeadersOut> {
    return this.leaders.get(actor, courseId)
  }

  @Patch(':courseId')
  @Allow('timetable.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('courseId', ParseIdPipe) courseId: number,
    @Body() given: UpdateCourseLeadersIn,
  ): Promise<CourseLeadersOut> {
    return this.leaders.update(actor, courseId, given)
  }
}
