import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { EventIn } from '../../audit/index.js'
import { readUpload } from '../../platform/http/upload.js'
import type { Page } from '../../platform/paging.js'
import { PayListImportService } from './import.service.js'
import { PayListPapersService } from './papers.service.js'
import {
  CreatePayListIn,
  payAccounts,
  PayListListQuery,
  PayListOut,
  UpdatePayListIn,
} from './pay-lists.dto.js'
import { PayListsService } from './pay-lists.service.js'
import { PayListReadingService } from './reading.service.js'
import { PayListStepsService } from './steps.service.js'

const form = {
  schema: {
    type: 'object',
    required: ['file', 'allotmentIds', 'account'],
    properties: {
      file: { type: 'string', format: 'binary' },
      allotmentIds: { type: 'string', description: "Of the classes' money that pays them, with commas." },
      account: { enum: [...payAccounts] },
      revision: { type: 'string', description: 'Of the list as it was seen.' },
    },
  },
}

@ApiTags('spending')
@Controller('pay-lists')
export class PayListsController {
  constructor(
    private readonly reading: PayListReadingService,
    private readonly lists: PayListsService,
    private readonly steps: PayListStepsService,
    private readonly sheets: PayListImportService,
    private readonly papers: PayListPapersService,
  ) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: PayListListQuery): Promise<Page<PayListOut>> {
    return this.reading.list(actor, list)
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<PayListOut> {
    return this.reading.get(actor, id)
  }

  @Get(':id/sheet.xlsx')
  @Allow('funding.read')
  sheet(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.sheet(actor, id)
  }

  @Get(':id/paper.pdf')
  @Allow('funding.read')
  paper(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<StreamableFile> {
    return this.papers.paper(actor, id, 'pdf')
  }

  @Post()
  @Allow('payment.request')
  create(@CurrentActor() actor: Actor, @Body() given: CreatePayListIn): Promise<PayListOut> {
    return this.lists.create(actor, given)
  }

  @Patch(':id')
  @Allow('payment.request')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdatePayListIn,
  ): Promise<PayListOut> {
    return this.lists.update(actor, id, given)
  }

  /** Adds the people of a sheet, all or none: `fields` of a refusal names each row that needs mending. */
  @Post(':id/import')
  @Allow('payment.request')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(form)
  async import(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<PayListOut> {
    return this.sheets.import(actor, id, await readUpload(request))
  }

  /** One payment for each person, all of them or none. */
  @Post(':id/make-payments')
  @Allow('payment.request')
  @HttpCode(200)
  makePayments(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PayListOut> {
    return this.steps.act(actor, id, 'make-payments', given)
  }

  /** For those whose payment was refused or withdrawn. */
  @Post(':id/make-again')
  @Allow('payment.request')
  @HttpCode(200)
  makeAgain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PayListOut> {
    return this.steps.act(actor, id, 'make-again', given)
  }

  /** Back to a draft, while none of its payments is on its way; drafts among them are withdrawn. */
  @Post(':id/reopen')
  @Allow('payment.request')
  @HttpCode(200)
  reopen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PayListOut> {
    return this.steps.act(actor, id, 'reopen', given)
  }

  @Post(':id/withdraw')
  @Allow('payment.request')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<PayListOut> {
    return this.steps.act(actor, id, 'withdraw', given)
  }
}
