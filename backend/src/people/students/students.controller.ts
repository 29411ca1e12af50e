import {
  Body,
  Controller,
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
import {
  CorrectStartIn,
  CreateStudentIn,
  FindByNumberIn,
  LeaveSchoolIn,
  MoveStudentIn,
  StudentListQuery,
  StudentOut,
  StudentWithGuardiansOut,
  UnmaskedStudentOut,
  UpdateStudentIn,
} from './students.dto.js'
import { StudentMovesService } from './student-moves.service.js'
import { StudentsService } from './students.service.js'

@ApiTags('students')
@Controller('students')
export class StudentsController {
  constructor(
    private readonly students: StudentsService,
    private readonly moves: StudentMovesService,
  ) {}

  @Get()
  @Allow('student.read')
  list(@CurrentActor() actor: Actor, @Query() list: StudentListQuery): Promise<Page<StudentOut>> {
    return this.students.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('student.read')
  async exportAll(@CurrentActor() actor: Actor, @Query() list: StudentListQuery): Promise<StreamableFile> {
    return sendWorkbook('students', [await this.students.sheet(actor, list)])
  }

  @Post('find-by-number')
  @Allow('student.unmask')
  @HttpCode(200)
  findByNumber(@CurrentActor() actor: Actor, @Body() { number }: FindByNumberIn): Promise<StudentOut[]> {
    return this.students.findByNumber(actor, number)
  }

  @Get(':id')
  @Allow('student.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StudentWithGuardiansOut> {
    return this.students.get(actor, id)
  }

  @Get(':id/unmasked')
  @Allow('student.unmask')
  unmask(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<UnmaskedStudentOut> {
    return this.students.unmask(actor, id)
  }

  @Post()
  @Allow('student.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateStudentIn): Promise<StudentWithGuardiansOut> {
    return this.students.create(actor, given)
  }

  @Patch(':id')
  @Allow('student.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateStudentIn,
  ): Promise<StudentWithGuardiansOut> {
    return this.students.update(actor, id, given)
  }

  @Post(':id/leave')
  @Allow('student.write')
  @HttpCode(200)
  leave(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() { leftOn }: LeaveSchoolIn,
  ): Promise<StudentWithGuardiansOut> {
    return this.moves.leave(actor, id, leftOn)
  }

  @Post(':id/undo-leave')
  @Allow('student.write')
  @HttpCode(200)
  undoLeave(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<StudentWithGuardiansOut> {
    return this.moves.undoLeaving(actor, id)
  }

  @Post(':id/come-back')
  @Allow('student.write')
  @HttpCode(200)
  comeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: MoveStudentIn,
  ): Promise<StudentWithGuardiansOut> {
    return this.moves.comeBack(actor, id, given)
  }

  @Post(':id/transfer')
  @Allow('student.write')
  @HttpCode(200)
  transfer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: MoveStudentIn,
  ): Promise<StudentWithGuardiansOut> {
    return this.moves.transfer(actor, id, given)
  }

  @Post(':id/correct-start')
  @Allow('student.write')
  @HttpCode(200)
  correctStart(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() { startsOn }: CorrectStartIn,
  ): Promise<StudentWithGuardiansOut> {
    return this.moves.correctStart(actor, id, startsOn)
  }
}
