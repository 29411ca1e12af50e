import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { AllotmentsController } from './allotments/allotments.controller.js'
import { BoardService } from './allotments/board.service.js'
import { ReceiptsService } from './allotments/receipts.service.js'
import { AppropriationsController } from './appropriations/appropriations.controller.js'
import { AppropriationsService } from './appropriations/appropriations.service.js'
import { DeclarationsController } from './declarations/declarations.controller.js'
import { DeclarationsService } from './declarations/declarations.service.js'
import { AttachmentsController } from './attachments/attachments.controller.js'
import { AttachmentsService } from './attachments/attachments.service.js'
import { BankReturnLinesController, BankReturnsController } from './bank-returns/bank-returns.controller.js'
import { BankReturnsService } from './bank-returns/bank-returns.service.js'
import { ReconciliationService } from './bank-returns/reconciliation.service.js'
import { LedgerEntriesController } from './ledger/ledger-entries.controller.js'
import { LedgerController, LedgerPeriodsController } from './ledger/ledger-periods.controller.js'
import { LedgerPeriodsService } from './ledger/ledger-periods.service.js'
import { LedgerService } from './ledger/ledger.service.js'
import { TrialBalanceService } from './ledger/trial-balance.service.js'
import { BankOrderService } from './payments/bank-order.service.js'
import { DeclarationPublishingService } from './declarations/publishing.service.js'
import { PaymentsController } from './payments/payments.controller.js'
import { PaymentsService } from './payments/payments.service.js'
import { PublicationsService } from './publications/publications.service.js'
import { SchemesController } from './schemes/schemes.controller.js'
import { SchemesService } from './schemes/schemes.service.js'
import { CountsService } from './standards/counts.service.js'
import { StandardsController } from './standards/standards.controller.js'
import { StandardsService } from './standards/standards.service.js'

@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [StandardsController, DeclarationsController, AppropriationsController, AllotmentsController, SchemesController, PaymentsController, BankReturnsController, BankReturnLinesController, AttachmentsController, LedgerEntriesController, LedgerPeriodsController, LedgerController],
  providers: [CountsService, StandardsService, PublicationsService, DeclarationsService, DeclarationPublishingService, AppropriationsService, ReceiptsService, BoardService, SchemesService, PaymentsService, BankOrderService, BankReturnsService, ReconciliationService, AttachmentsService, LedgerService, LedgerPeriodsService, TrialBalanceService],
  exports: [DeclarationsService, DeclarationPublishingService, AppropriationsService, ReceiptsService, SchemesService, PaymentsService, LedgerService, TrialBalanceService],
})
export class FundingModule {}
