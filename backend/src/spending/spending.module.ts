import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { EntitlementModule } from '../entitlement/index.js'
import { LedgerModule } from '../ledger/index.js'
import { GrantsModule } from '../grants/index.js'
import { AllotmentsController } from './allotments/allotments.controller.js'
import { BoardService } from './allotments/board.service.js'
import { CalendarsService } from './allotments/calendars.service.js'
import { ReceiptsService } from './allotments/receipts.service.js'
import { RegionBoardService } from './allotments/region-board.service.js'
import {
  BankOrderFormatsController,
  BankReturnFormatsController,
} from './bank-formats/bank-formats.controller.js'
import { BankFormatsService } from './bank-formats/bank-formats.service.js'
import { ChooseFormatService } from './bank-formats/choose-format.service.js'
import { BankReturnLinesController, BankReturnsController } from './bank-returns/bank-returns.controller.js'
import { ReconciliationStatementController } from './bank-returns/reconciliation-statement.controller.js'
import { BankFilesService } from './bank-returns/bank-files.service.js'
import { BankReturnsService } from './bank-returns/bank-returns.service.js'
import { ReconciliationService } from './bank-returns/reconciliation.service.js'
import { ReconciliationPapersService } from './bank-returns/reconciliation-papers.service.js'
import { ReconciliationStatementService } from './bank-returns/reconciliation-statement.service.js'
import { DistributionSchemeProposalsService } from './distribution-schemes/distribution-scheme-proposals.service.js'
import { DistributionSchemesController } from './distribution-schemes/distribution-schemes.controller.js'
import { DistributionSchemesService } from './distribution-schemes/distribution-schemes.service.js'
import { DistributionSchemeReadingService } from './distribution-schemes/reading.service.js'
import { DistributionSchemeStepsService } from './distribution-schemes/steps.service.js'
import { BankOrdersController } from './bank-orders/bank-orders.controller.js'
import { BankOrderBudgetFileService } from './bank-orders/bank-order-file-budget.service.js'
import { BankOrderFileService } from './bank-orders/bank-order-file.service.js'
import { BankOrdersService } from './bank-orders/bank-orders.service.js'
import { CommitmentsController } from './commitments/commitments.controller.js'
import { CommitmentsService } from './commitments/commitments.service.js'
import { CommitmentMoneyService } from './commitments/money.service.js'
import { CommitmentReadingService } from './commitments/reading.service.js'
import { CommitmentStepsService } from './commitments/steps.service.js'
import { CorrectionsController } from './corrections/corrections.controller.js'
import { CorrectionsService } from './corrections/corrections.service.js'
import { CorrectionReadingService } from './corrections/reading.service.js'
import { CorrectionStepsService } from './corrections/steps.service.js'
import { InvoicesController } from './invoices/invoices.controller.js'
import { InvoicesService } from './invoices/invoices.service.js'
import { PayListImportService } from './pay-lists/import.service.js'
import { ImportedPeopleService } from './pay-lists/imported-people.service.js'
import { PayListPapersService } from './pay-lists/papers.service.js'
import { PayListsController } from './pay-lists/pay-lists.controller.js'
import { PayListsService } from './pay-lists/pay-lists.service.js'
import { PayListReadingService } from './pay-lists/reading.service.js'
import { PayListStepsService } from './pay-lists/steps.service.js'
import { PaidToService } from './payees/paid-to.service.js'
import { PayeesController } from './payees/payees.controller.js'
import { PayeesService } from './payees/payees.service.js'
import { PaymentBatchService } from './payments/batch.service.js'
import { PaymentsController } from './payments/payments.controller.js'
import { ListPaymentsService } from './payments/list-payments.service.js'
import { SharesService } from './payments/shares.service.js'
import { PaymentsService } from './payments/payments.service.js'
import { PaymentReadingService } from './payments/reading.service.js'
import { PayRatesService } from './payments/pay-rates.service.js'
import { PaymentStepsService } from './payments/steps.service.js'
import { UnusualService } from './payments/unusual.service.js'
import { LeftoversService } from './settlements/leftovers.service.js'
import { SettlementPapersService } from './settlements/settlement-papers.service.js'
import { SettlementsController } from './settlements/settlements.controller.js'
import { SettlementsService } from './settlements/settlements.service.js'
import { StatementsService } from './settlements/statements.service.js'
import { TreasuryReturnBooksService } from './treasury-returns/books.service.js'
import { TreasuryReturnReadingService } from './treasury-returns/reading.service.js'
import { TreasuryReturnStepsService } from './treasury-returns/steps.service.js'
import { TreasuryReturnsController } from './treasury-returns/treasury-returns.controller.js'
import { SayVoucherWords } from './vouchers/say-voucher-words.js'
import { PublishSettledStatements } from './settlements/publish-settled-statements.js'

@Module({
  imports: [AuditModule, OrganisationModule, EntitlementModule, LedgerModule, GrantsModule],
  controllers: [
    AllotmentsController,
    BankOrderFormatsController,
    BankReturnFormatsController,
    BankOrdersController,
    BankReturnLinesController,
    BankReturnsController,
    ReconciliationStatementController,
    CommitmentsController,
    CorrectionsController,
    DistributionSchemesController,
    InvoicesController,
    PayListsController,
    PayeesController,
    PaymentsController,
    SettlementsController,
    TreasuryReturnsController,
  ],
  providers: [
    CommitmentMoneyService,
    CommitmentReadingService,
    CommitmentsService,
    CommitmentStepsService,
    CorrectionReadingService,
    CorrectionsService,
    CorrectionStepsService,
    PublishSettledStatements,
    SayVoucherWords,
    BankFormatsService,
    ChooseFormatService,
    BankOrderBudgetFileService,
    BankOrderFileService,
    BankOrdersService,
    BankFilesService,
    BankReturnsService,
    BoardService,
    CalendarsService,
    DistributionSchemeProposalsService,
    DistributionSchemeReadingService,
    DistributionSchemeStepsService,
    DistributionSchemesService,
    InvoicesService,
    LeftoversService,
    ImportedPeopleService,
    ListPaymentsService,
    PayListImportService,
    PayListPapersService,
    PayListReadingService,
    PayListsService,
    PayListStepsService,
    PaidToService,
    PayeesService,
    PaymentBatchService,
    SharesService,
    PaymentReadingService,
    PayRatesService,
    PaymentStepsService,
    PaymentsService,
    ReceiptsService,
    ReconciliationService,
    RegionBoardService,
    SettlementPapersService,
    SettlementsService,
    ReconciliationPapersService,
    ReconciliationStatementService,
    StatementsService,
    TreasuryReturnBooksService,
    TreasuryReturnReadingService,
    TreasuryReturnStepsService,
    UnusualService,
  ],
  exports: [
    CommitmentReadingService,
    InvoicesService,
    CorrectionReadingService,
    DistributionSchemeReadingService,
    PayListReadingService,
    PayListsService,
    PaymentReadingService,
    ReceiptsService,
    ReconciliationService,
    SettlementPapersService,
    SettlementsService,
    TreasuryReturnReadingService,
  ],
})
export class SpendingModule {}
