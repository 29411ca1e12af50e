import { Body, Controller, Get, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { CreateSchoolIn, SchoolListQuery, SchoolOut, UpdateSchoolIn } from './schools.dto.js'
import { SchoolsService } from './schools.service.js'

@ApiTags('schools')
@Controller('schools')
export class SchoolsController {
  constructor(private readonly schools: SchoolsService) {}

  @Get()
  @Allow('school.read')
  list(@CurrentActor() actor: Actor, @Query() list: SchoolListQuery): Promise<Page<SchoolOut>> {
    return this.schools.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('school.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: SchoolListQuery): Promise<StreamableFile> {
    return sendWorkbook('schools', [this.schools.sheet(actor, list)])
  }

  @Get(':id')
  @Allow('school.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<SchoolOut> {
    return this.schools.get(actor, id)
  }

  @Post()
  @Allow('school.create')
  create(@CurrentActor() actor: Actor, @Body() given: CreateSchoolIn): Promise<SchoolOut> {
    return this.schools.create(actor, given)
  }

  @Patch(':id')
  @Allow('school.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateSchoolIn,
  ): Promise<SchoolOut> {
    return this.schools.update(actor, id, given)
  }
}
