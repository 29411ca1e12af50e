import { Controller, Get, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { roomSheet, teacherSheet } from './report-sheets.js'
import { ReportQuery, RoomUseOut, TeacherLoadOut } from './reports.dto.js'
import { ReportsService } from './reports.service.js'

@ApiTags('sessions')
@Controller('timetable-reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get('rooms')
  @Allow('timetable.read')
  rooms(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<RoomUseOut> {
    return this.reports.rooms(actor, query)
  }

  @Get('rooms/export.xlsx')
  @Allow('timetable.read')
  async exportRooms(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<StreamableFile> {
    return sendWorkbook('room-use', [roomSheet(await this.reports.rooms(actor, query), actor.language)])
  }

  @Get('teachers')
  @Allow('timetable.read')
  teachers(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<TeacherLoadOut> {
    return this.reports.teachers(actor, query)
  }

  @Get('teachers/export.xlsx')
  @Allow('timetable.read')
  async exportTeachers(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<StreamableFile> {
    return sendWorkbook('teacher-load', [
      teacherSheet(await this.reports.teachers(actor, query), actor.language),
    ])
  }
}
