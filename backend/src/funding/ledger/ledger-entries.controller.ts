import { Controller, Get, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, Allow, CurrentActor } from '../../access/index.js'
import type { Page } from '../../platform/paging.js'
import { LedgerEntryListQuery, LedgerEntryOut } from './ledger-entries.dto.js'
import { LedgerService } from './ledger.service.js'

@ApiTags('funding')
@Controller('ledger-entries')
export class LedgerEntriesController {
  constructor(private readonly ledger: LedgerService) {}

  @Get() @Allow('funding.read')
  list(@CurrentActor() actor: Actor, @Query() list: LedgerEntryListQuery): Promise<Page<LedgerEntryOut>> {
    return this.ledger.entries(actor, list)
  }
}
