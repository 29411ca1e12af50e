import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.js'
import { AuditModule } from '../audit/index.js'
import { CatalogueModule } from '../catalogue/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { JobWorker } from '../platform/jobs/job-worker.js'
import { PeopleModule } from '../people/index.js'
import { CourseLeadersController } from './planning/course-leaders.controller.js'
import { CourseLeadersService } from './planning/course-leaders.service.js'
import { ExplanationsService } from './planning/explanations.service.js'
import { LoadWeekService } from './planning/load-week.service.js'
import { ReadinessService } from './planning/readiness.service.js'
import { SectionRelationsController } from './planning/section-relations.controller.js'
import { SectionRelationsService } from './planning/section-relations.service.js'
import { TeacherTimesService } from './planning/teacher-times.service.js'
import { TeachingWishesController } from './planning/teaching-wishes.controller.js'
import { TeachingWishesService } from './planning/teaching-wishes.service.js'
import { RunJob } from './runs/run-job.js'
import { RunResultService } from './runs/run-result.service.js'
import { TimetableRunsController } from './runs/timetable-runs.controller.js'
import { runJob, TimetableRunsService } from './runs/timetable-runs.service.js'
import { SchedulingSettingsController } from './settings/scheduling-settings.controller.js'
import { SchedulingSettingsService } from './settings/scheduling-settings.service.js'
import { SlotsController } from './slots/slots.controller.js'
import { SlotsService } from './slots/slots.service.js'
import { ChildrenWatch } from './timetables/children-watch.js'
import { DraftHistory } from './timetables/draft-history.service.js'
import { DraftStepsService } from './timetables/draft-steps.service.js'
import { GridService } from './timetables/grid.service.js'
import { PlacementChoicesService } from './timetables/placement-choices.service.js'
import { PlacementsController } from './timetables/placements.controller.js'
import { PlacementsService } from './timetables/placements.service.js'
import { TimetablesController } from './timetables/timetables.controller.js'
import { TimetablesService } from './timetables/timetables.service.js'
import { FetExportController } from './fet-export/fet-export.controller.js'
import { FetExportService } from './fet-export/fet-export.service.js'

@Module({
  imports: [AccessModule, AuditModule, OrganisationModule, PeopleModule, CatalogueModule],
  controllers: [
    SlotsController,
    TimetablesController,
    PlacementsController,
    TeachingWishesController,
    CourseLeadersController,
    SectionRelationsController,
    SchedulingSettingsController,
    TimetableRunsController,
    FetExportController,
  ],
  providers: [
    SlotsService,
    TimetablesService,
    PlacementsService,
    PlacementChoicesService,
    GridService,
    ChildrenWatch,
    TeachingWishesService,
    CourseLeadersService,
    SectionRelationsService,
    SchedulingSettingsService,
    TeacherTimesService,
    DraftHistory,
    DraftStepsService,
    LoadWeekService,
    ReadinessService,
    ExplanationsService,
    TimetableRunsService,
    RunResultService,
    RunJob,
    FetExportService,
  ],
  exports: [SlotsService, TimetablesService, PlacementsService, ChildrenWatch],
})
export class TimetablingModule {
  constructor(worker: JobWorker, job: RunJob) {
    worker.register(runJob, job)
  }
}
