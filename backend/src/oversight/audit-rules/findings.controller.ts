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
import { EventIn } from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  AssignFindingIn,
  AuditRuleOut,
  AuditRunOut,
  CreateFindingIn,
  FindingListQuery,
  FindingOut,
  findingColumns,
  OwnerOut,
  RunRulesIn,
  UpdateFindingIn,
} from './findings.dto.js'
import { FindingsService } from './findings.service.js'
import { OutsideFindingsService } from './outside-findings.service.js'

@ApiTags('oversight')
@Controller()
export class FindingsController {
  constructor(
    private readonly findings: FindingsService,
    private readonly outside: OutsideFindingsService,
  ) {}

  @Get('audit-rules')
  @Allow('funding.read')
  rules(@CurrentActor() actor: Actor): Promise<AuditRuleOut[]> {
    return this.findings.rules(actor)
  }

  @Post('audit-rules/run')
  @Allow('finding.assign')
  @HttpCode(200)
  run(@CurrentActor() actor: Actor, @Body() { schoolId }: RunRulesIn): Promise<AuditRunOut> {
    return this.findings.run(actor, schoolId)
  }

  @Get('findings')
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: FindingListQuery): Promise<Page<FindingOut>> {
    return this.findings.list(actor, list)
  }

  @Get('findings/export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: FindingListQuery): Promise<StreamableFile> {
    return sendList('findings', actor.language, findingColumns, (page) =>
      this.findings.list(actor, { ...list, ...page }),
    )
  }

  @Get('findings/:id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<FindingOut> {
    return this.findings.get(actor, id)
  }

  @Post('findings')
  @Allow('finding.enter')
  create(@CurrentActor() actor: Actor, @Body() given: CreateFindingIn): Promise<FindingOut> {
    return this.outside.create(actor, given)
  }

  @Patch('findings/:id')
  @Allow('finding.enter')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: UpdateFindingIn,
  ): Promise<FindingOut> {
    return this.outside.update(actor, id, given)
  }

  @Get('findings/:id/owners')
  @Allow('finding.assign')
  owners(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<OwnerOut[]> {
    return this.findings.owners(actor, id)
  }

  @Post('findings/:id/assign')
  @Allow('finding.assign')
  @HttpCode(200)
  assign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: AssignFindingIn,
  ): Promise<FindingOut> {
    return this.findings.assign(actor, id, given)
  }

  @Post('findings/:id/rectify')
  @Allow('finding.rectify')
  @HttpCode(200)
  rectify(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<FindingOut> {
    return this.findings.act(actor, id, 'rectify', given)
  }

  @Post('findings/:id/verify')
  @Allow('finding.verify')
  @HttpCode(200)
  verify(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<FindingOut> {
    return this.findings.act(actor, id, 'verify', given)
  }

  @Post('findings/:id/send-back')
  @Allow('finding.verify')
  @HttpCode(200)
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<FindingOut> {
    return this.findings.act(actor, id, 'send-back', given)
  }

  @Post('findings/:id/close')
  @Allow('finding.verify')
  @HttpCode(200)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<FindingOut> {
    return this.findings.act(actor, id, 'close', given)
  }

  @Post('findings/:id/dismiss')
  @Allow('finding.verify')
  @HttpCode(200)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIdPipe) id: number,
    @Body() given: EventIn,
  ): Promise<FindingOut> {
    return this.findings.act(actor, id, 'dismiss', given)
  }
}
