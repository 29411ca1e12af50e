import { Body, Controller, Get, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { CreateHomeClassIn, HomeClassListQuery, HomeClassOut, UpdateHomeClassIn } from './home-classes.dto.js'
import { HomeClassesService } from './home-classes.service.js'

@ApiTags('home-classes')
@Controller('home-classes')
export class HomeClassesController {
  constructor(private readonly homeClasses: HomeClassesService) {}

  @Get()
  @Allow('school.read')
  list(@CurrentActor() actor: Actor, @Query() list: HomeClassListQuery): Promise<Page<HomeClassOut>> {
    return this.homeClasses.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('school.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: HomeClassListQuery): Promise<StreamableFile> {
    return sendWorkbook('classes', [this.homeClasses.sheet(actor, list)])
  }

  @Get(':id')
  @Allow('school.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<HomeClassOut> {
    return this.homeClasses.get(actor, id)
  }

  @Post()
  @Allow('school.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateHomeClassIn): Promise<HomeClassOut> {
    return this.homeClasses.create(actor, given)
  }

  @Patch(':id')
  @Allow('school.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateHomeClassIn,
  ): Promise<HomeClassOut> {
    return this.homeClasses.update(actor, id, given)
  }
}
