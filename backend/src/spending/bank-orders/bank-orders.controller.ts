import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import type { Page } from '../../platform/paging.js'
import { BankFormatChoiceOut } from '../bank-formats/bank-formats.dto.js'
import {
  BankOrderFileQuery,
  BankOrderListQuery,
  BankOrderOut,
  BankOrderWaitingOut,
  BankOrderWaitingQuery,
  DrawBankOrderIn,
} from './bank-orders.dto.js'
import { BankOrdersService } from './bank-orders.service.js'

@ApiTags('spending')
@Controller('bank-orders')
export class BankOrdersController {
  constructor(private readonly bankOrders: BankOrdersService) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: BankOrderListQuery): Promise<Page<BankOrderOut>> {
    return this.bankOrders.list(actor, list)
  }

  /** How many checked payments are in no order yet, and how much that is. */
  @Get('waiting')
  @Allow('payment.send')
  waiting(
    @CurrentActor() actor: Actor,
    @Query() { schoolId }: BankOrderWaitingQuery,
  ): Promise<BankOrderWaitingOut> {
    return this.bankOrders.waiting(actor, schoolId)
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<BankOrderOut> {
    return this.bankOrders.get(actor, id)
  }

  @Post()
  @Allow('payment.send')
  draw(@CurrentActor() actor: Actor, @Body() given: DrawBankOrderIn): Promise<BankOrderOut> {
    return this.bankOrders.draw(actor, given)
  }

  @Get(':id/formats')
  @Allow('payment.send')
  formats(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<BankFormatChoiceOut[]> {
    return this.bankOrders.formats(actor, id)
  }

  /** What goes to the bank, with full accounts: the same rows each time, in the columns of the format. */
  @Get(':id/file.xlsx')
  @Allow('payment.send')
  file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Query() { format }: BankOrderFileQuery,
  ): Promise<StreamableFile> {
    return this.bankOrders.file(actor, id, format)
  }

  /** The same payments in the columns of the budget system, with full accounts. */
  @Get(':id/budget-file.xlsx')
  @Allow('payment.send')
  budgetFile(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.bankOrders.budgetFile(actor, id)
  }

  @Post(':id/send')
  @Allow('payment.send')
  @HttpCode(200)
  send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<BankOrderOut> {
    return this.bankOrders.act(actor, id, 'send', given)
  }

  @Post(':id/dissolve')
  @Allow('payment.send')
  @HttpCode(200)
  dissolve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<BankOrderOut> {
    return this.bankOrders.act(actor, id, 'dissolve', given)
  }
}
