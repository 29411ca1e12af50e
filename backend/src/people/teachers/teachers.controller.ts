import { Body, Controller, Get, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { CreateTeacherIn, TeacherListQuery, TeacherOut, UpdateTeacherIn } from './teachers.dto.js'
import { TeachersService } from './teachers.service.js'

@ApiTags('teachers')
@Controller('teachers')
export class TeachersController {
  constructor(private readonly teachers: TeachersService) {}

  @Get()
  @Allow('teacher.read')
  list(@CurrentActor() actor: Actor, @Query() list: TeacherListQuery): Promise<Page<TeacherOut>> {
    return this.teachers.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('teacher.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: TeacherListQuery): Promise<StreamableFile> {
    return sendWorkbook('teachers', [this.teachers.sheet(actor, list)])
  }

  @Get(':id')
  @Allow('teacher.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TeacherOut> {
    return this.teachers.get(actor, id)
  }

  @Post()
  @Allow('teacher.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateTeacherIn): Promise<TeacherOut> {
    return this.teachers.create(actor, given)
  }

  @Patch(':id')
  @Allow('teacher.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateTeacherIn,
  ): Promise<TeacherOut> {
    return this.teachers.update(actor, id, given)
  }
}
