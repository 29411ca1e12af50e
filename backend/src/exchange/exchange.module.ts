import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.js'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { PeopleModule } from '../people/index.js'
import { JobWorker } from '../platform/jobs/job-worker.js'
import { Rounds } from '../platform/jobs/rounds.service.js'
import { ImportEngine } from './imports/import-engine.service.js'
import { ImportFiles } from './imports/import-files.service.js'
import { ImportJob } from './imports/import-job.js'
import { Importers } from './imports/importers.js'
import { ImportsController } from './imports/imports.controller.js'
import { importJob, ImportSteps } from './imports/import-steps.service.js'
import { ImportUploads } from './imports/import-uploads.service.js'
import { ImportsService } from './imports/imports.service.js'
import { JobListService } from './jobs/job-list.service.js'
import { JobsController } from './jobs/jobs.controller.js'

@Module({
  imports: [AuditModule, AccessModule, OrganisationModule, PeopleModule],
  controllers: [ImportsController, JobsController],
  providers: [
    Importers,
    ImportEngine,
    ImportFiles,
    ImportJob,
    ImportsService,
    ImportUploads,
    ImportSteps,
    JobListService,
  ],
  exports: [ImportJob, ImportFiles],
})
export class ExchangeModule {
  constructor(worker: JobWorker, job: ImportJob, rounds: Rounds, files: ImportFiles) {
    worker.register(importJob, job)
    rounds.register('import-files', { run: () => files.sweep() })
  }
}
