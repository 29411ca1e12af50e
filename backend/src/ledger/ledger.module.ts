import { Module } from '@nestjs/common'
import { Rounds } from '../platform/jobs/rounds.service.js'
import { AuditModule } from '../audit/index.js'
import { AnchorsController } from './anchors/anchors.controller.js'
import { AnchorsService } from './anchors/anchors.service.js'
import { LedgerEntriesController } from './journal/ledger-entries.controller.js'
import { LedgerEntriesService } from './journal/ledger-entries.service.js'
import { LedgerService } from './journal/ledger.service.js'
import { LedgerPeriodsController } from './periods/ledger-periods.controller.js'
import { LedgerPeriodsService } from './periods/ledger-periods.service.js'
import { TrialBalanceController } from './trial-balance/trial-balance.controller.js'
import { TrialBalanceService } from './trial-balance/trial-balance.service.js'

@Module({
  imports: [AuditModule],
  controllers: [AnchorsController, TrialBalanceController, LedgerEntriesController, LedgerPeriodsController],
  providers: [AnchorsService, LedgerEntriesService, LedgerPeriodsService, LedgerService, TrialBalanceService],
  exports: [AnchorsService, LedgerService],
})
export class LedgerModule {
  constructor(rounds: Rounds, anchors: AnchorsService) {
    rounds.register('ledger-anchors', { run: () => anchors.make() })
  }
}
