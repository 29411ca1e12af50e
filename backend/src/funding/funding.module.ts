import { Module } from '@nestjs/common'
import { Rounds } from '../platform/jobs/rounds.service.js'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { AllotmentsController } from './allotments/allotments.controller.js'
import { BoardService } from './allotments/board.service.js'
import { CalendarsService } from './allotments/calendars.service.js'
import { ReceiptsService } from './allotments/receipts.service.js'
import { RegionBoardService } from './allotments/region-board.service.js'
import { AppropriationPapersService } from './appropriations/appropriation-papers.service.js'
import { AppropriationsController } from './appropriations/appropriations.controller.js'
import { AppropriationsService } from './appropriations/appropriations.service.js'
import { AttachmentsController } from './attachments/attachments.controller.js'
import { AttachmentsService } from './attachments/attachments.service.js'
import { FindingsController } from './audit-rules/findings.controller.js'
import { FindingsService } from './audit-rules/findings.service.js'
import { BankReturnLinesController, BankReturnsController } from './bank-returns/bank-returns.controller.js'
import { BankReturnsService } from './bank-returns/bank-returns.service.js'
import { ReconciliationService } from './bank-returns/reconciliation.service.js'
import { BatchService } from './declarations/batch.service.js'
import { DeclarationsController } from './declarations/declarations.controller.js'
import { DeclarationsService } from './declarations/declarations.service.js'
import { DifferencesService } from './declarations/differences.service.js'
import { DraftingService } from './declarations/drafting.service.js'
import { OverviewService } from './declarations/overview.service.js'
import { DeclarationPapersService } from './declarations/papers.service.js'
import { DeclarationPublishingService } from './declarations/publishing.service.js'
import { DeclarationReadingService } from './declarations/reading.service.js'
import { DeclarationStepsService } from './declarations/steps.service.js'
import { EstimatesController } from './estimates/estimates.controller.js'
import { EstimatesService } from './estimates/estimates.service.js'
import { LedgerEntriesController } from './ledger/ledger-entries.controller.js'
import { LedgerController, LedgerPeriodsController } from './ledger/ledger-periods.controller.js'
import { LedgerPeriodsService } from './ledger/ledger-periods.service.js'
import { LedgerService } from './ledger/ledger.service.js'
import { TrialBalanceService } from './ledger/trial-balance.service.js'
import { BankOrderService } from './payments/bank-order.service.js'
import { PaymentBatchService } from './payments/batch.service.js'
import { PaymentsController } from './payments/payments.controller.js'
import { PaymentsService } from './payments/payments.service.js'
import { PaymentReadingService } from './payments/reading.service.js'
import { PaymentStepsService } from './payments/steps.service.js'
import { ObjectionsService } from './publications/objections.service.js'
import { PublicationsController } from './publications/publications.controller.js'
import { PublicationsPublicController } from './publications/publications.public.controller.js'
import { PublicationsService } from './publications/publications.service.js'
import { PublishingService } from './publications/publishing.service.js'
import { RemindersController } from './reminders/reminders.controller.js'
import { RemindersService } from './reminders/reminders.service.js'
import { ReminderRoundsService } from './reminders/rounds.service.js'
import { DistributionSchemeReadingService } from './distribution-schemes/reading.service.js'
import { DistributionSchemeProposalsService } from './distribution-schemes/distribution-scheme-proposals.service.js'
import { DistributionSchemesController } from './distribution-schemes/distribution-schemes.controller.js'
import { DistributionSchemesService } from './distribution-schemes/distribution-schemes.service.js'
import { DistributionSchemeStepsService } from './distribution-schemes/steps.service.js'
import { LeftoversService } from './settlements/leftovers.service.js'
import { SettlementPapersService } from './settlements/settlement-papers.service.js'
import { SettlementsController } from './settlements/settlements.controller.js'
import { SettlementsService } from './settlements/settlements.service.js'
import { StatementsService } from './settlements/statements.service.js'
import { CountsService } from './standards/counts.service.js'
import { PacksService } from './standards/packs.service.js'
import { PoliciesService } from './standards/policies.service.js'
import { StandardWritingService } from './standards/standard-writing.service.js'
import { StandardsController } from './standards/standards.controller.js'
import { StandardsService } from './standards/standards.service.js'

@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [
    AllotmentsController,
    AppropriationsController,
    AttachmentsController,
    BankReturnLinesController,
    BankReturnsController,
    DeclarationsController,
    EstimatesController,
    FindingsController,
    LedgerController,
    LedgerEntriesController,
    LedgerPeriodsController,
    PaymentsController,
    PublicationsController,
    PublicationsPublicController,
    RemindersController,
    DistributionSchemesController,
    SettlementsController,
    StandardsController,
  ],
  providers: [
    AppropriationPapersService,
    AppropriationsService,
    AttachmentsService,
    BankOrderService,
    BankReturnsService,
    BatchService,
    BoardService,
    CalendarsService,
    CountsService,
    DeclarationPapersService,
    DeclarationPublishingService,
    DeclarationReadingService,
    DeclarationsService,
    DeclarationStepsService,
    DifferencesService,
    DraftingService,
    EstimatesService,
    FindingsService,
    LedgerPeriodsService,
    LedgerService,
    LeftoversService,
    ObjectionsService,
    OverviewService,
    PacksService,
    PaymentsService,
    PaymentBatchService,
    PaymentReadingService,
    PaymentStepsService,
    PoliciesService,
    PublicationsService,
    PublishingService,
    ReceiptsService,
    ReconciliationService,
    RegionBoardService,
    ReminderRoundsService,
    RemindersService,
    DistributionSchemeProposalsService,
    DistributionSchemeReadingService,
    DistributionSchemesService,
    DistributionSchemeStepsService,
    SettlementPapersService,
    SettlementsService,
    StandardWritingService,
    StandardsService,
    StatementsService,
    TrialBalanceService,
  ],
  exports: [
    AppropriationsService,
    CountsService,
    DeclarationPublishingService,
    DeclarationsService,
    DeclarationStepsService,
    EstimatesService,
    FindingsService,
    LedgerService,
    PaymentsService,
    ReceiptsService,
    ReminderRoundsService,
    DistributionSchemesService,
    DistributionSchemeStepsService,
    SettlementsService,
    StandardsService,
    TrialBalanceService,
  ],
})
export class FundingModule {
  constructor(rounds: Rounds, findings: FindingsService, reminders: ReminderRoundsService) {
    const regions = () => findings.regions()
    rounds.register('audit-rules', { regions, run: (region) => findings.runRegion(region) })
    rounds.register('reminders', { regions, run: (region) => reminders.runRegion(region) })
  }
}
