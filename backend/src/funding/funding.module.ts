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
import { LedgerEntriesController } from './ledger/ledger-entries.controller.js'
import { LedgerService } from './ledger/ledger.service.js'
import { PaymentsController } from './payments/payments.controller.js'
import { PaymentsService } from './payments/payments.service.js'
import { StandardsController } from './standards/standards.controller.js'
import { StandardsService } from './standards/standards.service.js'

@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [StandardsController, DeclarationsController, AppropriationsController, AllotmentsController, PaymentsController, LedgerEntriesController],
  providers: [StandardsService, DeclarationsService, AppropriationsService, ReceiptsService, BoardService, PaymentsService, LedgerService],
  exports: [DeclarationsService, AppropriationsService, ReceiptsService, PaymentsService],
})
export class FundingModule {}
