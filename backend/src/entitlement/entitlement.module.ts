import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { CountsService } from './standards/counts.service.js'
import { PeriodsService } from './standards/periods.service.js'
import { PacksService } from './standards/packs.service.js'
import { PoliciesService } from './standards/policies.service.js'
import { StandardWritingService } from './standards/standard-writing.service.js'
import { StandardsController } from './standards/standards.controller.js'
import { StandardsService } from './standards/standards.service.js'

@Module({
  imports: [AuditModule],
  controllers: [StandardsController],
  providers: [
    CountsService,
    PacksService,
    PeriodsService,
    PoliciesService,
    StandardWritingService,
    StandardsService,
  ],
  exports: [PeriodsService, StandardsService],
})
export class EntitlementModule {}
