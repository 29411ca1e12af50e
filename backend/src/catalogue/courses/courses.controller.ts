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
import { CourseListQuery, CourseOut, CreateCourseIn, UpdateCourseIn } from './courses.dto.js'
import { CoursesService } from './courses.service.js'

@ApiTags('catalogue')
@Controller('courses')
export class CoursesController {
  constructor(private readonly courses: CoursesService) {}

  @Get()
  @Allow('catalogue.read')
  list(@CurrentActor() actor: Actor, @Query() list: CourseListQuery): Promise<Page<CourseOut>> {
    return this.courses.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('catalogue.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: CourseListQuery): Promise<StreamableFile> {
    return sendWorkbook('courses', [this.courses.sheet(actor, list)])
  }

  @Get(':id')
  @Allow('catalogue.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<CourseOut> {
    return this.courses.get(actor, id)
  }

  @Post()
  @Allow('course.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateCourseIn): Promise<CourseOut> {
    return this.courses.create(actor, given)
  }

  @Patch(':id')
  @Allow('course.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateCourseIn,
  ): Promise<CourseOut> {
    return this.courses.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('course.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.courses.remove(actor, id)
  }
}
