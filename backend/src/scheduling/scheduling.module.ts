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
import { DutiesController } from './duties/duties.controller.js'
import { DutiesService } from './duties/duties.service.js'
import { InspectionsController } from './inspections/inspections.controller.js'
import { InspectionsService } from './inspections/inspections.service.js'
import { LeaveSessionsService } from './leaves/leave-sessions.service.js'
import { LeavesController } from './leaves/leaves.controller.js'
import { LeavesService } from './leaves/leaves.service.js'
import { MyWeekController } from './sessions/my-week.controller.js'
import { MyWeekService } from './sessions/my-week.service.js'
import { SessionChangesService } from './sessions/session-changes.service.js'
import { SessionChecks } from './sessions/session-checks.service.js'
import { SessionChoicesService } from './sessions/session-choices.service.js'
import { CalendarLinksController } from './calendar-links/calendar-links.controller.js'
import { CalendarLinksService } from './calendar-links/calendar-links.service.js'
import { FeedsController } from './calendar-links/feeds.controller.js'
import { FeedsService } from './calendar-links/feeds.service.js'
import { ReportsController } from './reports/reports.controller.js'
import { ReportsService } from './reports/reports.service.js'
import { SessionsController } from './sessions/sessions.controller.js'
import { SessionsService } from './sessions/sessions.service.js'
import { SchedulingSettingsController } from './settings/scheduling-settings.controller.js'
import { SchedulingSettingsService } from './settings/scheduling-settings.service.js'
import { SlotsController } from './slots/slots.controller.js'
import { SlotsService } from './slots/slots.service.js'
import { ColleaguesService } from './substitutions/colleagues.service.js'
import { SubstitutionActsService } from './substitutions/substitution-acts.service.js'
import { SubstitutionsController } from './substitutions/substitutions.controller.js'
import { SubstitutionsService } from './substitutions/substitutions.service.js'
import { ChildrenWatch } from './timetables/children-watch.js'
import { DraftHistory } from './timetables/draft-history.service.js'
import { DraftStepsService } from './timetables/draft-steps.service.js'
import { GridService } from './timetables/grid.service.js'
import { PlacementChoicesService } from './timetables/placement-choices.service.js'
import { PlacementsController } from './timetables/placements.controller.js'
import { PlacementsService } from './timetables/placements.service.js'
import { PublishingController } from './timetables/publishing.controller.js'
import { PublishingService } from './timetables/publishing.service.js'
import { TimetablesController } from './timetables/timetables.controller.js'
import { TimetablesService } from './timetables/timetables.service.js'
import { FetExportController } from './views/fet-export.controller.js'
import { FetExportService } from './views/fet-export.service.js'
import { ViewsController } from './views/views.controller.js'
import { ViewsService } from './views/views.service.js'

@Module({
  imports: [AccessModule, AuditModule, OrganisationModule, PeopleModule, CatalogueModule],
  controllers: [
    SlotsController,
    TimetablesController,
    PublishingController,
    PlacementsController,
    SessionsController,
    TeachingWishesController,
    CourseLeadersController,
    SectionRelationsController,
    SchedulingSettingsController,
    TimetableRunsController,
    SubstitutionsController,
    LeavesController,
    DutiesController,
    InspectionsController,
    MyWeekController,
    ViewsController,
    CalendarLinksController,
    FeedsController,
    FetExportController,
    ReportsController,
  ],
  providers: [
    SlotsService,
    TimetablesService,
    PlacementsService,
    PlacementChoicesService,
    GridService,
    PublishingService,
    SessionsService,
    SessionChangesService,
    SessionChecks,
    SessionChoicesService,
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
    SubstitutionsService,
    SubstitutionActsService,
    ColleaguesService,
    LeavesService,
    LeaveSessionsService,
    DutiesService,
    InspectionsService,
    MyWeekService,
    ViewsService,
    CalendarLinksService,
    FeedsService,
    FetExportService,
    ReportsService,
  ],
  exports: [SlotsService, TimetablesService, PlacementsService, SessionsService, ChildrenWatch],
})
export class SchedulingModule {
  constructor(worker: JobWorker, job: RunJob) {
    worker.register(runJob, job)
  }
}
