import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { EntitlementModule } from '../entitlement/index.js'
import { LedgerModule } from '../ledger/index.js'
import { AppropriationPapersService } from './appropriations/appropriation-papers.service.js'
import { AppropriationsController } from './appropriations/appropriations.controller.js'
import { AppropriationsService } from './appropriations/appropriations.service.js'
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
import { PerformanceRecordsService } from './performance/performance-records.service.js'
import { PerformanceTargetsController } from './performance/performance-targets.controller.js'
import { PerformanceTargetsService } from './performance/performance-targets.service.js'
import { SatisfactionSource } from './performance/satisfaction-source.js'
import { ObjectionsService } from './publications/objections.service.js'
import { PublicationsController } from './publications/publications.controller.js'
import { PublicationsPublicController } from './publications/publications.public.controller.js'
import { PublicationsService } from './publications/publications.service.js'
import { PublishingService } from './publications/publishing.service.js'
import { SubmissionWatch } from './submissions/submission-watch.js'
import { PublishIssuedNotices } from './appropriations/publish-issued-notices.js'

@Module({
  imports: [AuditModule, EntitlementModule, LedgerModule],
  controllers: [
    AppropriationsController,
    DeclarationsController,
    EstimatesController,
    PerformanceTargetsController,
    PublicationsController,
    PublicationsPublicController,
  ],
  providers: [
    PublishIssuedNotices,
    SubmissionWatch,
    AppropriationPapersService,
    AppropriationsService,
    BatchService,
    DeclarationPapersService,
    DeclarationPublishingService,
    DeclarationReadingService,
    DeclarationStepsService,
    DeclarationsService,
    DifferencesService,
    DraftingService,
    EstimatesService,
    ObjectionsService,
    OverviewService,
    PerformanceRecordsService,
    PerformanceTargetsService,
    SatisfactionSource,
    PublicationsService,
    PublishingService,
  ],
  exports: [
    AppropriationPapersService,
    DeclarationPapersService,
    DeclarationReadingService,
    EstimatesService,
    PerformanceTargetsService,
    PublishingService,
    SatisfactionSource,
    SubmissionWatch,
  ],
})
export class GrantsModule {}
