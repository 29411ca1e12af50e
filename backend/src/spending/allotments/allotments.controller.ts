import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { ReceiptListQuery, ReceiptOut, ReceiveIn, receiptColumns } from './receipts.dto.js'
import {
  AllotmentListQuery,
  AllotmentOut,
  BoardOut,
  BoardQuery,
  FlowOut,
  FlowQuery,
  RegionBoardOut,
  RegionBoardQuery,
} from './allotments.dto.js'
import { BoardService } from './board.service.js'
import { RegionBoardService } from './region-board.service.js'
import { ReceiptsService } from './receipts.service.js'

@ApiTags('spending')
@Controller()
export class AllotmentsController {
  constructor(
    private readonly boards: BoardService,
    private readonly regionBoards: RegionBoardService,
    private readonly receipts: ReceiptsService,
  ) {}

  @Get('allotments')
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: AllotmentListQuery): Promise<Page<AllotmentOut>> {
    return this.boards.allotments(actor, list)
  }

  @Get('funding/board')
  @Allow('funding.read')
  board(@CurrentActor() actor: Actor, @Query() filter: BoardQuery): Promise<BoardOut> {
    return this.boards.board(actor, filter)
  }

  @Get('funding/board/export.xlsx')
  @Allow('funding.read')
  boardSheet(@CurrentActor() actor: Actor, @Query() filter: BoardQuery): Promise<StreamableFile> {
    return this.boards.sheet(actor, filter)
  }

  @Get('funding/flow')
  @Allow('funding.read')
  flow(@CurrentActor() actor: Actor, @Query() filter: FlowQuery): Promise<FlowOut> {
    return this.boards.flow(actor, filter)
  }

  @Get('funding/region-board')
  @Allow('funding.read')
  regionBoard(@CurrentActor() actor: Actor, @Query() filter: RegionBoardQuery): Promise<RegionBoardOut> {
    return this.regionBoards.board(actor, filter)
  }

  @Get('funding/region-board/export.xlsx')
  @Allow('funding.read')
  regionSheet(@CurrentActor() actor: Actor, @Query() filter: RegionBoardQuery): Promise<StreamableFile> {
    return this.regionBoards.sheet(actor, filter)
  }

  @Get('receipts/export.xlsx')
  @Allow('funding.read')
  exportReceipts(@CurrentActor() actor: Actor, @Query() list: ReceiptListQuery): Promise<StreamableFile> {
    return sendList('receipts', actor.language, receiptColumns, (page) =>
      this.receipts.list(actor, { ...list, ...page }),
    )
  }

  @Get('receipts')
  @Allow('funding.read')
  receiptList(@CurrentActor() actor: Actor, @Query() list: ReceiptListQuery): Promise<Page<ReceiptOut>> {
    return this.receipts.list(actor, list)
  }

  @Post('receipts/:id/receive')
  @Allow('receipt.confirm')
  @HttpCode(200)
  receive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: ReceiveIn,
  ): Promise<ReceiptOut> {
    return this.receipts.receive(actor, id, given)
  }
}
