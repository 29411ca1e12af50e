import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import { BulkSumOut } from '../../platform/bulk-sum.dto.js'
import { readUpload } from '../../platform/http/upload.js'
import type { Page } from '../../platform/paging.js'
import { BankFilesService } from './bank-files.service.js'
import {
  bankReturnLineColumns,
  BankReturnLineListQuery,
  BankReturnLineOut,
  BankReturnListQuery,
  BankReturnOut,
  BankReturnPreviewOut,
  BankReturnWithStatementOut,
  CloseLineIn,
  SettleLineIn,
  SettleManyIn,
  TakeBackLineIn,
} from './bank-returns.dto.js'
import { BankReturnsService } from './bank-returns.service.js'
import { ReconciliationService } from './reconciliation.service.js'

const form = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary' },
      mapping: {
        type: 'string',
        description: 'JSON: sheet name → column index (from 0) → field name, or null for "not used"',
      },
      format: {
        type: 'string',
        description: '`formatVersion` of the preview; refused where the file would be read otherwise by now',
      },
    },
  },
}

@ApiTags('spending')
@Controller('bank-returns')
export class BankReturnsController {
  constructor(
    private readonly bankReturns: BankReturnsService,
    private readonly files: BankFilesService,
    private readonly reconciliation: ReconciliationService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: BankReturnListQuery): Promise<Page<BankReturnOut>> {
    return this.reconciliation.files(actor, list)
  }

  @Get(':id')
  @Allow('funding.read')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
  ): Promise<BankReturnWithStatementOut> {
    return this.reconciliation.get(actor, id)
  }

  @Post('preview')
  @Allow('payment.reconcile')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(form)
  async preview(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<BankReturnPreviewOut> {
    return this.bankReturns.preview(actor, await this.files.read(actor, await readUpload(request)))
  }

  @Post()
  @Allow('payment.reconcile')
  @ApiConsumes('multipart/form-data')
  @ApiBody(form)
  async import(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<BankReturnOut> {
    return this.bankReturns.import(actor, await this.files.read(actor, await readUpload(request)))
  }
}

@ApiTags('spending')
@Controller('bank-return-lines')
export class BankReturnLinesController {
  constructor(private readonly reconciliation: ReconciliationService) {}

  @Get()
  @Allow('funding.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() list: BankReturnLineListQuery,
  ): Promise<Page<BankReturnLineOut>> {
    return this.reconciliation.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: BankReturnLineListQuery): Promise<StreamableFile> {
    return sendList('bank-return-lines', actor.language, bankReturnLineColumns, (page) =>
      this.reconciliation.list(actor, { ...list, ...page }),
    )
  }

  @Post('settle-many')
  @Allow('payment.reconcile')
  @HttpCode(200)
  settleMany(@CurrentActor() actor: Actor, @Body() { ids }: SettleManyIn): Promise<BulkSumOut> {
    return this.reconciliation.settleMany(actor, ids)
  }

  @Post(':id/settle')
  @Allow('payment.reconcile')
  @HttpCode(200)
  settle(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: SettleLineIn,
  ): Promise<BankReturnLineOut> {
    return this.reconciliation.settle(actor, id, given)
  }

  @Post(':id/close')
  @Allow('payment.reconcile')
  @HttpCode(200)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: CloseLineIn,
  ): Promise<BankReturnLineOut> {
    return this.reconciliation.close(actor, id, given)
  }

  @Post(':id/take-back')
  @Allow('payment.reconcile')
  @HttpCode(200)
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: TakeBackLineIn,
  ): Promise<BankReturnLineOut> {
    return this.reconciliation.takeBack(actor, id, given)
  }
}
