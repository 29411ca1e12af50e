import { Controller, Get, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  AuditEntries,
  auditEntryColumns,
  AuditEntryListQuery,
  AuditEntryOut,
  HistoryQuery,
  TransitionOut,
  Transitions,
} from '../../audit/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import { type Actor, CurrentActor } from '../actor.js'
import { Allow } from '../allow.js'

// The routes to the audit trail stand here, since audit lies to the left of access and knows no permissions.
@ApiTags('audit')
@Controller()
export class AuditTrailController {
  constructor(
    private readonly entries: AuditEntries,
    private readonly transitions: Transitions,
  ) {}

  @Get('audit-entries')
  @Allow('audit.read')
  list(@CurrentActor() actor: Actor, @Query() list: AuditEntryListQuery): Promise<Page<AuditEntryOut>> {
    return this.entries.list(actor, list)
  }

  @Get('audit-entries/export.xlsx')
  @Allow('audit.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: AuditEntryListQuery): Promise<StreamableFile> {
    return sendList('audit-entries', actor.language, auditEntryColumns, (page) =>
      this.entries.list(actor, { ...list, ...page }),
    )
  }

  @Get('transitions')
  @Allow('history.read')
  history(
    @CurrentActor() actor: Actor,
    @Query() { entity, entityId }: HistoryQuery,
  ): Promise<TransitionOut[]> {
    return this.transitions.history(actor, entity, entityId)
  }
}
