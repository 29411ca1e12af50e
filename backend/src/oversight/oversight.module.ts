import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { Rounds } from '../platform/jobs/rounds.service.js'
import { GrantsModule } from '../grants/index.js'
import { LedgerModule } from '../ledger/index.js'
import { SpendingModule } from '../spending/index.js'
import { ArchiveController } from './archive/archive.controller.js'
import { ArchivePartsService } from './archive/archive-parts.service.js'
import { PaymentPartsService } from './archive/payment-parts.service.js'
import { SpendingPartsService } from './archive/spending-parts.service.js'
import { DocumentPartsService } from './archive/document-parts.service.js'
import { OrderPartsService } from './archive/order-parts.service.js'
import { PaperPartsService } from './archive/paper-parts.service.js'
import { ArchiveService } from './archive/archive.service.js'
import { AttachmentsController } from './attachments/attachments.controller.js'
import { AttachmentsService } from './attachments/attachments.service.js'
import { FindingsController } from './audit-rules/findings.controller.js'
import { FindingsService } from './audit-rules/findings.service.js'
import { OutsideFindingsService } from './audit-rules/outside-findings.service.js'
import { RemindersController } from './reminders/reminders.controller.js'
import { RemindersService } from './reminders/reminders.service.js'
import { ReminderRoundsService } from './reminders/rounds.service.js'
import { RunRulesWhenSubmitted } from './audit-rules/run-rules-when-submitted.js'

@Module({
  imports: [AuditModule, GrantsModule, LedgerModule, SpendingModule],
  controllers: [ArchiveController, AttachmentsController, FindingsController, RemindersController],
  providers: [
    ArchivePartsService,
    ArchiveService,
    DocumentPartsService,
    SpendingPartsService,
    PaymentPartsService,
    OrderPartsService,
    PaperPartsService,
    RunRulesWhenSubmitted,
    AttachmentsService,
    FindingsService,
    OutsideFindingsService,
    ReminderRoundsService,
    RemindersService,
  ],
})
export class OversightModule {
  constructor(rounds: Rounds, findings: FindingsService, reminders: ReminderRoundsService) {
    const regions = () => findings.regions()
    rounds.register('audit-rules', { regions, run: (region) => findings.runRegion(region) })
    rounds.register('reminders', { regions, run: (region) => reminders.runRegion(region) })
  }
}
