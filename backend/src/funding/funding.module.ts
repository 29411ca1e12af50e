import { Module } from '@nestjs/common'
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
import { DeclarationsController } from './declarations/declarations.controller.js'
import { DeclarationsService } from './declarations/declarations.service.js'
import { LedgerEntriesController } from './ledger/ledger-entries.controller.js'
import { LedgerService } from './ledger/ledger.service.js'
import { DeclarationPublishingService } from './declarations/publishing.service.js'
import { PaymentsController } from './payments/payments.controller.js'
import { PaymentsService } from './payments/payments.service.js'
import { PublicationsService } from './publications/publications.service.js'
import { SchemeProposalsService } from './schemes/scheme-proposals.service.js'
import { SchemesController } from './schemes/schemes.controller.js'
import { SchemesService } from './schemes/schemes.service.js'
import { LeftoversService } from './settlements/leftovers.service.js'
import { SettlementPapersService } from './settlements/settlement-papers.service.js'
import { SettlementsController } from './settlements/settlements.controller.js'
import { SettlementsService } from './settlements/settlements.service.js'
import { StatementsService } from './settlements/statements.service.js'
import { CountsService } from './standards/counts.service.js'
import { StandardsController } from './standards/standards.controller.js'
import { StandardsService } from './standards/standards.service.js'

@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [StandardsController, DeclarationsController, AppropriationsController, AllotmentsController, SchemesController, PaymentsController, SettlementsController, LedgerEntriesController],
  providers: [CountsService, StandardsService, PublicationsService, DeclarationsService, DeclarationPublishingService, AppropriationsService, AppropriationPapersService, ReceiptsService, CalendarsService, BoardService, RegionBoardService, SchemeProposalsService, SchemesService, PaymentsService, StatementsService, LeftoversService, SettlementsService, SettlementPapersService, LedgerService],
  exports: [DeclarationsService, DeclarationPublishingService, AppropriationsService, ReceiptsService, SchemesService, PaymentsService, SettlementsService, LedgerService],
})
export class FundingModule {}
