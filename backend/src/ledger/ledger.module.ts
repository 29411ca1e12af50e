import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { LedgerEntriesController } from './journal/ledger-entries.controller.js'
import { LedgerEntriesService } from './journal/ledger-entries.service.js'
import { LedgerService } from './journal/ledger.service.js'
import { LedgerPeriodsController } from './periods/ledger-periods.controller.js'
import { LedgerPeriodsService } from './periods/ledger-periods.service.js'
import { TrialBalanceController } from './trial-balance/trial-balance.controller.js'
import { TrialBalanceService } from './trial-balance/trial-balance.service.js'

@Module({
  imports: [AuditModule],
  controllers: [TrialBalanceController, LedgerEntriesController, LedgerPeriodsController],
  providers: [LedgerEntriesService, LedgerPeriodsService, LedgerService, TrialBalanceService],
  exports: [LedgerService],
})
export class LedgerModule {}
