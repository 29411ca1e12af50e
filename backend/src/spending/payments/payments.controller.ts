import {
  Body,
  Controller,
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
import { EventIn, ManyIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { BulkSumOut } from '../../platform/bulk-sum.dto.js'
import {
  CreatePaymentIn,
  PaymentListQuery,
  PaymentOut,
  RegisterSlipIn,
  UpdatePaymentIn,
  paymentColumns,
} from './payments.dto.js'
import { PaymentBatchService } from './batch.service.js'
import { SharesIn, SharesOut } from './shares.dto.js'
import { SharesService } from './shares.service.js'
import { PaymentsService } from './payments.service.js'
import { PaymentReadingService } from './reading.service.js'

@ApiTags('spending')
@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly reading: PaymentReadingService,
    private readonly payments: PaymentsService,
    private readonly batch: PaymentBatchService,
    private readonly sharing: SharesService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: PaymentListQuery): Promise<Page<PaymentOut>> {
    return this.reading.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: PaymentListQuery): Promise<StreamableFile> {
    return sendList('payments', actor.language, paymentColumns, (page) =>
      this.reading.list(actor, { ...list, ...page }),
    )
  }

  /** Each by itself, as below. */
  @Post('submit-many')
  @Allow('payment.request')
  @HttpCode(200)
  submitMany(@CurrentActor() actor: Actor, @Body() given: ManyIn): Promise<BulkSumOut> {
    return this.batch.act(actor, 'submit', given)
  }

  /** Each by itself: what cannot be done is named with its reason, the rest is done. */
  @Post('approve-many')
  @Allow('payment.approve')
  @HttpCode(200)
  approveMany(@CurrentActor() actor: Actor, @Body() given: ManyIn): Promise<BulkSumOut> {
    return this.batch.act(actor, 'approve', given)
  }

  @Post('check-many')
  @Allow('payment.check')
  @HttpCode(200)
  checkMany(@CurrentActor() actor: Actor, @Body() given: ManyIn): Promise<BulkSumOut> {
    return this.batch.act(actor, 'check', given)
  }

  /** Proposes how one bill is shared by several classes; nothing is kept. */
  @Post('shares')
  @Allow('payment.request')
  @HttpCode(200)
  shares(@CurrentActor() actor: Actor, @Body() given: SharesIn): Promise<SharesOut> {
    return this.sharing.propose(actor, given)
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<PaymentOut> {
    return this.reading.get(actor, id)
  }

  @Post()
  @Allow('payment.request')
  create(@CurrentActor() actor: Actor, @Body() given: CreatePaymentIn): Promise<PaymentOut> {
    return this.payments.create(actor, given)
  }

  @Patch(':id')
  @Allow('payment.request')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdatePaymentIn,
  ): Promise<PaymentOut> {
    return this.payments.update(actor, id, given)
  }

  @Post(':id/submit')
  @Allow('payment.request')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('payment.request')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'withdraw', given)
  }

  @Post(':id/approve')
  @Allow('payment.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'approve', given)
  }

  @Post(':id/refuse')
  @Allow('payment.approve')
  @HttpCode(200)
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'refuse', given)
  }

  @Post(':id/check')
  @Allow('payment.check')
  @HttpCode(200)
  check(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'check', given)
  }

  @Post(':id/refer-back')
  @Allow('payment.check')
  @HttpCode(200)
  referBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'refer-back', given)
  }

  @Post(':id/register-slip')
  @Allow('payment.reconcile')
  @HttpCode(200)
  registerSlip(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: RegisterSlipIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'register-slip', given)
  }

  @Post(':id/register-failure')
  @Allow('payment.reconcile')
  @HttpCode(200)
  registerFailure(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'register-failure', given)
  }

  @Post(':id/register-return')
  @Allow('payment.reconcile')
  @HttpCode(200)
  registerReturn(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'register-return', given)
  }

  @Post(':id/resend')
  @Allow('payment.request')
  @HttpCode(200)
  resend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'resend', given)
  }

  @Post(':id/give-up')
  @Allow('payment.request')
  @HttpCode(200)
  giveUp(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PaymentOut> {
    return this.payments.act(actor, id, 'give-up', given)
  }
}
