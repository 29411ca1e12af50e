import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { ReceiptListQuery, ReceiptOut, ReceiveIn } from '../appropriations/appropriations.dto.js'
import { AllotmentListQuery, AllotmentOut, BoardOut, BoardQuery } from './allotments.dto.js'
import { BoardService } from './board.service.js'
import { ReceiptsService } from './receipts.service.js'

@ApiTags('funding')
@Controller()
export class AllotmentsController {
  constructor(private readonly boards: BoardService, private readonly receipts: ReceiptsService) {}

  @Get('allotments') @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: AllotmentListQuery): Promise<Page<AllotmentOut>> {
    return this.boards.allotments(actor, list)
  }

  @Get('funding/board') @Allow('funding.read')
  board(@CurrentActor() actor: Actor, @Query() filter: BoardQuery): Promise<BoardOut> {
    return this.boards.board(actor, filter)
  }

  @Get('receipts') @Allow('funding.read')
  receiptList(@CurrentActor() actor: Actor, @Query() list: ReceiptListQuery): Promise<Page<ReceiptOut>> {
    return this.receipts.list(actor, list)
  }

  @Post('receipts/:id/receive') @Allow('receipt.confirm') @HttpCode(200)
  receive(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number, @Body() given: ReceiveIn): Promise<ReceiptOut> {
    return this.receipts.receive(actor, id, given)
  }
}
