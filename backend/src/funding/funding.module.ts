import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { AllotmentsController } from './allotments/allotments.controller.js'
import { BoardService } from './allotments/board.service.js'
import { ReceiptsService } from './allotments/receipts.service.js'
import { AppropriationsController } from './appropriations/appropriations.controller.js'
import { AppropriationsService } from './appropriations/appropriations.service.js'
import { FindingsController } from './audit-rules/findings.controller.js'
import { FindingsService } from './audit-rules/findings.service.js'
import { DeclarationsController } from './declarations/declarations.controller.js'
import { DeclarationsService } from './declarations/declarations.service.js'
import { LedgerEntriesController } from './ledger/ledger-entries.controller.js'
import { LedgerService } from './ledger/ledger.service.js'
import { DeclarationPublishingService } from './declarations/publishing.service.js'
import { PaymentsController } from './payments/payments.controller.js'
import { PaymentsService } from './payments/payments.service.js'
import { ObjectionsService } from './publications/objections.service.js'
import { PublicationsController } from './publications/publications.controller.js'
import { PublicationsPublicController } from './publications/publications.public.controller.js'
import { PublicationsService } from './publications/publications.service.js'
import { PublishingService } from './publications/publishing.service.js'
import { RemindersController } from './reminders/reminders.controller.js'
import { RemindersService } from './reminders/reminders.service.js'
import { SchemesController } from './schemes/schemes.controller.js'
import { SchemesService } from './schemes/schemes.service.js'
import { CountsService } from './standards/counts.service.js'
import { StandardsController } from './standards/standards.controller.js'
import { StandardsService } from './standards/standards.service.js'

@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [StandardsController, DeclarationsController, AppropriationsController, AllotmentsController, SchemesController, PaymentsController, PublicationsController, PublicationsPublicController, FindingsController, RemindersController, LedgerEntriesController],
  providers: [CountsService, StandardsService, PublicationsService, DeclarationsService, DeclarationPublishingService, PublishingService, ObjectionsService, FindingsService, RemindersService, AppropriationsService, ReceiptsService, BoardService, SchemesService, PaymentsService, LedgerService],
  exports: [DeclarationsService, DeclarationPublishingService, AppropriationsService, ReceiptsService, SchemesService, PaymentsService, LedgerService, FindingsService, RemindersService],
})
export class FundingModule {}
