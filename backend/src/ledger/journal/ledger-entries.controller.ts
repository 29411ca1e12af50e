import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import {
  LedgerEntryListQuery,
  LedgerEntryOut,
  LedgerJournalOut,
  ledgerEntryColumns,
} from './ledger-entries.dto.js'
import { LedgerEntriesService } from './ledger-entries.service.js'

@ApiTags('ledger')
@Controller('ledger-entries')
export class LedgerEntriesController {
  constructor(private readonly entries: LedgerEntriesService) {}

  @Get()
  @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: LedgerEntryListQuery): Promise<Page<LedgerEntryOut>> {
    return this.entries.list(actor, list)
  }

  @Get('export.xlsx')
  @Allow('funding.read')
  exportAll(@CurrentActor() actor: Actor, @Query() list: LedgerEntryListQuery): Promise<StreamableFile> {
    return sendList('ledger-entries', actor.language, ledgerEntryColumns, (page) =>
      this.entries.list(actor, { ...list, ...page }),
    )
  }

  @Get(':id')
  @Allow('funding.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<LedgerJournalOut> {
    return this.entries.get(actor, id)
  }
}
