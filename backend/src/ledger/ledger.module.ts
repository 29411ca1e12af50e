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
import { VoucherNumberingService } from './vouchers/numbering.service.js'
import { VoucherWords } from './vouchers/voucher-words.js'
import { VouchersController } from './vouchers/vouchers.controller.js'
import { VouchersService } from './vouchers/vouchers.service.js'

@Module({
  imports: [AuditModule],
  controllers: [
    AnchorsController,
    TrialBalanceController,
    LedgerEntriesController,
    LedgerPeriodsController,
    VouchersController,
  ],
  providers: [
    AnchorsService,
    LedgerEntriesService,
    LedgerPeriodsService,
    LedgerService,
    TrialBalanceService,
    VoucherNumberingService,
    VouchersService,
    VoucherWords,
  ],
  exports: [AnchorsService, LedgerService, VoucherNumberingService, VoucherWords],
})
export class LedgerModule {
  constructor(rounds: Rounds, anchors: AnchorsService) {
    rounds.register('ledger-anchors', { run: () => anchors.make() })
  }
}
