import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { ClassListsService } from './class-lists.service.js'
import {
  BulkEnrolIn,
  BulkEnrolOut,
  ClassListOut,
  EndEnrolmentIn,
  EnrolmentListQuery,
  EnrolmentOut,
} from './enrolments.dto.js'
import { EnrolmentsService } from './enrolments.service.js'

@ApiTags('enrolment')
@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly classLists: ClassListsService,
  ) {}

  @Get('enrolments')
  @Allow('enrolment.read')
  list(@CurrentActor() actor: Actor, @Query() list: EnrolmentListQuery): Promise<Page<EnrolmentOut>> {
    return this.enrolments.list(actor, list)
  }

  @Get('enrolments/export.xlsx')
  @Allow('enrolment.read')
  async exportAll(@CurrentActor() actor: Actor, @Query() list: EnrolmentListQuery): Promise<StreamableFile> {
    return sendWorkbook('enrolments', [await this.enrolments.sheet(actor, list)])
  }

  @Get('enrolments/:id')
  @Allow('enrolment.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<EnrolmentOut> {
    return this.enrolments.get(actor, id)
  }

  @Post('enrolments/bulk')
  @Allow('enrolment.write')
  @HttpCode(200)
  enrolMany(@CurrentActor() actor: Actor, @Body() given: BulkEnrolIn): Promise<BulkEnrolOut> {
    return this.enrolments.enrolMany(actor, given)
  }

  @Post('enrolments/:id/end')
  @Allow('enrolment.write')
  @HttpCode(200)
  end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EndEnrolmentIn,
  ): Promise<EnrolmentOut> {
    return this.enrolments.end(actor, id, given)
  }

  @Get('sections/:id/class-list')
  @Allow('enrolment.read')
  classList(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<ClassListOut> {
    return this.classLists.of(actor, id)
  }
}
