import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { CreateDeclarationIn, DeclarationListQuery, DeclarationOut, DeclarationWithLinesOut, PublishDeclarationsIn, PublishedDeclarationsOut, UpdateDeclarationIn, declarationColumns } from './declarations.dto.js'
import { DeclarationsService } from './declarations.service.js'
import { DeclarationPublishingService } from './publishing.service.js'

@ApiTags('funding')
@Controller('declarations')
export class DeclarationsController {
  constructor(private readonly declarations: DeclarationsService, private readonly publishing: DeclarationPublishingService) {}

  @Get() @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: DeclarationListQuery): Promise<Page<DeclarationOut>> {
    return this.declarations.list(actor, list)
  }

  @Get('export.xlsx') @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: DeclarationListQuery): StreamableFile {
    return sendList('declarations', actor.language, declarationColumns, (page) => this.declarations.list(actor, { ...list, ...page }))
  }

  @Get(':id') @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<DeclarationWithLinesOut> {
    return this.declarations.get(actor, id)
  }

  @Post() @Allow('declaration.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreateDeclarationIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.create(actor, given)
  }

  @Patch(':id') @Allow('declaration.write')
  update(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() given: UpdateDeclarationIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.update(actor, id, given.serviceSharePerMille)
  }

  @Post('publish') @Allow('publication.write') @HttpCode(200)
  publish(@CurrentActor() actor: Actor, @Body() { declarationIds }: PublishDeclarationsIn): Promise<PublishedDeclarationsOut> {
    return this.publishing.publish(actor, declarationIds)
  }

  @Post(':id/recount') @Allow('declaration.write') @HttpCode(200)
  recount(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<DeclarationWithLinesOut> {
    return this.declarations.update(actor, id)
  }

  @Post(':id/submit') @Allow('declaration.write') @HttpCode(200)
  submit(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'submit', comment)
  }

  @Post(':id/withdraw') @Allow('declaration.write') @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'withdraw', comment)
  }

  @Post(':id/check') @Allow('declaration.check') @HttpCode(200)
  check(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'check', comment)
  }

  @Post(':id/send-back') @Allow('declaration.check') @HttpCode(200)
  sendBack(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'send-back', comment)
  }

  @Post(':id/approve') @Allow('declaration.approve') @HttpCode(200)
  approve(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'approve', comment)
  }

  @Post(':id/finance-check') @Allow('declaration.finance_check') @HttpCode(200)
  financeCheck(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'finance-check', comment)
  }

  @Post(':id/object') @Allow('publication.write') @HttpCode(200)
  object(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'object', comment)
  }

  @Post(':id/reject') @Allow('declaration.approve') @HttpCode(200)
  reject(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'reject', comment)
  }

  @Post(':id/refer-back') @Allow('declaration.finance_check') @HttpCode(200)
  referBack(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() { comment }: EventIn): Promise<DeclarationWithLinesOut> {
    return this.declarations.act(actor, id, 'refer-back', comment)
  }
}
