import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import {
  BankFormatListQuery,
  BankFormatOut,
  BankFormatPresetsOut,
  CreateBankFormatIn,
  CreateBankReturnFormatIn,
  UpdateBankFormatIn,
  UpdateBankReturnFormatIn,
} from './bank-formats.dto.js'
import { BankFormatsService } from './bank-formats.service.js'

/** Of the orders that go to the bank. */
@ApiTags('spending')
@Controller('bank-order-formats')
export class BankOrderFormatsController {
  constructor(private readonly formats: BankFormatsService) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: BankFormatListQuery): Promise<Page<BankFormatOut>> {
    return this.formats.list(actor, 'out', list)
  }

  @Get('presets')
  @Allow('funding.read')
  presets(@CurrentActor() actor: Actor): BankFormatPresetsOut {
    return this.formats.presets(actor, 'out')
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<BankFormatOut> {
    return this.formats.get(actor, 'out', id)
  }

  @Post()
  @Allow('payment.send')
  create(@CurrentActor() actor: Actor, @Body() given: CreateBankFormatIn): Promise<BankFormatOut> {
    return this.formats.create(actor, 'out', given)
  }

  @Patch(':id')
  @Allow('payment.send')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateBankFormatIn,
  ): Promise<BankFormatOut> {
    return this.formats.update(actor, 'out', id, given)
  }

  @Delete(':id')
  @Allow('payment.send')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.formats.remove(actor, 'out', id)
  }
}

/** Of the files that come back. */
@ApiTags('spending')
@Controller('bank-return-formats')
export class BankReturnFormatsController {
  constructor(private readonly formats: BankFormatsService) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: BankFormatListQuery): Promise<Page<BankFormatOut>> {
    return this.formats.list(actor, 'in', list)
  }

  @Get('presets')
  @Allow('funding.read')
  presets(@CurrentActor() actor: Actor): BankFormatPresetsOut {
    return this.formats.presets(actor, 'in')
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<BankFormatOut> {
    return this.formats.get(actor, 'in', id)
  }

  @Post()
  @Allow('payment.reconcile')
  create(@CurrentActor() actor: Actor, @Body() given: CreateBankReturnFormatIn): Promise<BankFormatOut> {
    return this.formats.create(actor, 'in', given)
  }

  @Patch(':id')
  @Allow('payment.reconcile')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateBankReturnFormatIn,
  ): Promise<BankFormatOut> {
    return this.formats.update(actor, 'in', id, given)
  }

  @Delete(':id')
  @Allow('payment.reconcile')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.formats.remove(actor, 'in', id)
  }
}
