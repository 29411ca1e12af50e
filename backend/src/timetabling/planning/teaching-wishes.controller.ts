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
import {
  CreateTeachingWishIn,
  TeachingWishListQuery,
  TeachingWishOut,
  UpdateTeachingWishIn,
} from './teaching-wishes.dto.js'
import { TeachingWishesService } from './teaching-wishes.service.js'

@ApiTags('timetabling')
@Controller('teaching-wishes')
export class TeachingWishesController {
  constructor(private readonly wishes: TeachingWishesService) {}

  @Get()
  @Allow('timetable.read')
  list(@CurrentActor() actor: Actor, @Query() list: TeachingWishListQuery): Promise<Page<TeachingWishOut>> {
    return this.wishes.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('timetable.read')
  async exportAll(
    @CurrentActor() actor: Actor,
    @Query() list: TeachingWishListQuery,
  ): Promise<StreamableFile> {
    return sendWorkbook('teaching-wishes', [await this.wishes.sheet(actor, list)])
  }

  @Get(':id')
  @Allow('timetable.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<TeachingWishOut> {
    return this.wishes.get(actor, id)
  }

  @Post()
  @Allow('timetable.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateTeachingWishIn): Promise<TeachingWishOut> {
    return this.wishes.create(actor, given)
  }

  @Patch(':id')
  @Allow('timetable.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateTeachingWishIn,
  ): Promise<TeachingWishOut> {
    return this.wishes.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('timetable.write')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.wishes.remove(actor, id)
  }
}
