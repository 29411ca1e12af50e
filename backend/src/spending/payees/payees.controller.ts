import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { CreatePayeeIn, PayeeListQuery, PayeeOut, UpdatePayeeIn } from './payees.dto.js'
import { PayeesService } from './payees.service.js'

@ApiTags('spending')
@Controller('payees')
export class PayeesController {
  constructor(private readonly payees: PayeesService) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: PayeeListQuery): Promise<Page<PayeeOut>> {
    return this.payees.list(actor, list)
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<PayeeOut> {
    return this.payees.get(actor, id)
  }

  @Post()
  @Allow('payment.request')
  create(@CurrentActor() actor: Actor, @Body() given: CreatePayeeIn): Promise<PayeeOut> {
    return this.payees.create(actor, given)
  }

  @Patch(':id')
  @Allow('payment.request')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdatePayeeIn,
  ): Promise<PayeeOut> {
    return this.payees.update(actor, id, given)
  }
}
