import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { CreateInvoiceIn, InvoiceListQuery, InvoiceOut, UpdateInvoiceIn } from './invoices.dto.js'
import { InvoicesService } from './invoices.service.js'

@ApiTags('spending')
@Controller('invoices')
export class InvoicesController {
  constructor(private readonly invoices: InvoicesService) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: InvoiceListQuery): Promise<Page<InvoiceOut>> {
    return this.invoices.list(actor, list)
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<InvoiceOut> {
    return this.invoices.get(actor, id)
  }

  @Post()
  @Allow('payment.request')
  create(@CurrentActor() actor: Actor, @Body() given: CreateInvoiceIn): Promise<InvoiceOut> {
    return this.invoices.create(actor, given)
  }

  @Patch(':id')
  @Allow('payment.request')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateInvoiceIn,
  ): Promise<InvoiceOut> {
    return this.invoices.update(actor, id, given)
  }

  @Delete(':id')
  @Allow('payment.request')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<void> {
    return this.invoices.remove(actor, id)
  }
}
