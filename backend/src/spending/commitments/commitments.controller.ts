import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import type { Page } from '../../platform/paging.js'
import {
  CommitmentListQuery,
  CommitmentOut,
  CreateCommitmentIn,
  UpdateCommitmentIn,
} from './commitments.dto.js'
import { CommitmentsService } from './commitments.service.js'
import { CommitmentReadingService } from './reading.service.js'
import { CommitmentStepsService } from './steps.service.js'

@ApiTags('spending')
@Controller('commitments')
export class CommitmentsController {
  constructor(
    private readonly reading: CommitmentReadingService,
    private readonly commitments: CommitmentsService,
    private readonly steps: CommitmentStepsService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: CommitmentListQuery): Promise<Page<CommitmentOut>> {
    return this.reading.list(actor, list)
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<CommitmentOut> {
    return this.reading.get(actor, id)
  }

  @Post()
  @Allow('payment.request')
  create(@CurrentActor() actor: Actor, @Body() given: CreateCommitmentIn): Promise<CommitmentOut> {
    return this.commitments.create(actor, given)
  }

  @Patch(':id')
  @Allow('payment.request')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateCommitmentIn,
  ): Promise<CommitmentOut> {
    return this.commitments.update(actor, id, given)
  }

  @Post(':id/submit')
  @Allow('payment.request')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CommitmentOut> {
    return this.steps.act(actor, id, 'submit', given)
  }

  @Post(':id/withdraw')
  @Allow('payment.request')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CommitmentOut> {
    return this.steps.act(actor, id, 'withdraw', given)
  }

  @Post(':id/approve')
  @Allow('payment.approve')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CommitmentOut> {
    return this.steps.act(actor, id, 'approve', given)
  }

  @Post(':id/refuse')
  @Allow('payment.approve')
  @HttpCode(200)
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CommitmentOut> {
    return this.steps.act(actor, id, 'refuse', given)
  }

  /** Nothing more is paid under it; what it has still reserved is free again. */
  @Post(':id/end')
  @Allow('payment.request')
  @HttpCode(200)
  end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<CommitmentOut> {
    return this.steps.act(actor, id, 'end', given)
  }
}
