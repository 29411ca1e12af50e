import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { VoucherNumberingService } from './numbering.service.js'
import {
  MappingOut,
  mappingOut,
  NumberVouchersIn,
  VoucherListQuery,
  VoucherOut,
  VoucherWaitingOut,
  VoucherWaitingQuery,
  VoucherWithLinesOut,
} from './vouchers.dto.js'
import { VouchersService } from './vouchers.service.js'

@ApiTags('ledger')
@Controller('vouchers')
export class VouchersController {
  constructor(
    private readonly vouchers: VouchersService,
    private readonly numbering: VoucherNumberingService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: VoucherListQuery): Promise<Page<VoucherOut>> {
    return this.vouchers.list(actor, list)
  }

  /** A row for each line of each voucher. */
  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: VoucherListQuery): Promise<StreamableFile> {
    return this.vouchers.sheet(actor, list)
  }

  /** Where each account stands in the government's charts, and what is still open about it. */
  @Get('mapping')
  @Allow('funding.read')
  mapping(): MappingOut {
    return mappingOut()
  }

  @Get('waiting')
  @Allow('funding.read')
  async waiting(
    @CurrentActor() actor: Actor,
    @Query() { schoolId }: VoucherWaitingQuery,
  ): Promise<VoucherWaitingOut> {
    return { count: await this.numbering.waiting(actor, schoolId) }
  }

  /** Gives every journal of money up to today that has none the next number of its month; says how many that were. */
  @Post('number')
  @Allow('period.close')
  @HttpCode(200)
  async number(
    @CurrentActor() actor: Actor,
    @Body() { schoolId }: NumberVouchersIn,
  ): Promise<VoucherWaitingOut> {
    return { count: await this.numbering.numberUntilToday(actor, schoolId) }
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<VoucherWithLinesOut> {
    return this.vouchers.get(actor, id)
  }

  @Get(':id/paper.docx')
  @Allow('funding.read')
  docx(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.vouchers.paper(actor, id, 'docx')
  }

  @Get(':id/paper.pdf')
  @Allow('funding.read')
  pdf(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.vouchers.paper(actor, id, 'pdf')
  }

  @Post(':id/check')
  @Allow('payment.check')
  @HttpCode(200)
  check(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<VoucherWithLinesOut> {
    return this.vouchers.check(actor, id)
  }
}
