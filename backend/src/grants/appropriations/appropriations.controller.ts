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
import { EventIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  AppropriationListQuery,
  AppropriationOut,
  AppropriationWithLinesOut,
  CreateAppropriationIn,
  IssueIn,
  UpdateAppropriationIn,
  appropriationColumns,
} from './appropriations.dto.js'
import { AppropriationPapersService } from './appropriation-papers.service.js'
import { AppropriationsService } from './appropriations.service.js'

@ApiTags('grants')
@Controller('appropriations')
export class AppropriationsController {
  constructor(
    private readonly appropriations: AppropriationsService,
    private readonly papers: AppropriationPapersService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: AppropriationListQuery): Promise<Page<AppropriationOut>> {
    return this.appropriations.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: AppropriationListQuery): Promise<StreamableFile> {
    return sendList('appropriations', actor.language, appropriationColumns, (page) =>
      this.appropriations.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('funding.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.get(actor, id)
  }

  @Get(':id/paper.docx')
  @Allow('funding.read')
  docx(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.paper(actor, id, 'docx')
  }

  @Get(':id/paper.pdf')
  @Allow('funding.read')
  pdf(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.paper(actor, id, 'pdf')
  }

  @Get(':id/lines.xlsx')
  @Allow('funding.read')
  lines(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.lines(actor, id)
  }

  @Patch(':id')
  @Allow('appropriation.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateAppropriationIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.update(actor, id, given)
  }

  @Post()
  @Allow('appropriation.write')
  create(
    @CurrentActor() actor: Actor,
    @Body() given: CreateAppropriationIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.create(actor, given)
  }

  @Delete(':id')
  @Allow('appropriation.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.appropriations.remove(actor, id)
  }

  @Post(':id/submit')
  @Allow('appropriation.write')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('appropriation.write')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.act(actor, id, 'withdraw', given)
  }

  @Post(':id/countersign')
  @Allow('appropriation.countersign')
  @HttpCode(200)
  countersign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.act(actor, id, 'countersign', given)
  }

  @Post(':id/send-back')
  @Allow('appropriation.countersign')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.act(actor, id, 'send-back', given)
  }

  @Post(':id/issue')
  @Allow('appropriation.issue')
  @HttpCode(200)
  issue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: IssueIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.act(actor, id, 'issue', given)
  }

  @Post(':id/refer-back')
  @Allow('appropriation.issue')
  @HttpCode(200)
  referBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.appropriations.act(actor, id, 'refer-back', given)
  }
}
