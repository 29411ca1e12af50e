import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import type { Page } from '../../platform/paging.js'
import {
  CreatePlanIn,
  PlanListQuery,
  PlanOut,
  PlanSummaryOut,
  PlanVersionOut,
  UpdatePlanIn,
} from './plans.dto.js'
import { PlansService } from './plans.service.js'

@ApiTags('catalogue')
@Controller('plans')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  @Allow('plan.read')
  list(@CurrentActor() actor: Actor, @Query() list: PlanListQuery): Promise<Page<PlanSummaryOut>> {
    return this.plans.list(actor, list)
  }

  @Get(':id')
  @Allow('plan.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<PlanOut> {
    return this.plans.get(actor, id)
  }

  @Get(':id/versions')
  @Allow('plan.read')
  versions(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<PlanVersionOut[]> {
    return this.plans.versions(actor, id)
  }

  @Post()
  @Allow('plan.write')
  create(@CurrentActor() actor: Actor, @Body() given: CreatePlanIn): Promise<PlanOut> {
    return this.plans.create(actor, given)
  }

  @Patch(':id')
  @Allow('plan.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdatePlanIn,
  ): Promise<PlanOut> {
    return this.plans.update(actor, id, given)
  }

  @Post(':id/submit')
  @Allow('plan.write')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PlanOut> {
    return this.plans.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('plan.write')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PlanOut> {
    return this.plans.act(actor, id, 'withdraw', given)
  }

  @Post(':id/send-back')
  @Allow('plan.review')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PlanOut> {
    return this.plans.act(actor, id, 'send-back', given)
  }

  @Post(':id/file')
  @Allow('plan.review')
  @HttpCode(200)
  file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PlanOut> {
    return this.plans.act(actor, id, 'file', given)
  }

  @Post(':id/amend')
  @Allow('plan.write')
  @HttpCode(200)
  amend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PlanOut> {
    return this.plans.act(actor, id, 'amend', given)
  }
}
