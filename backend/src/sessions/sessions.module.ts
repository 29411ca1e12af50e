import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.js'
import { AuditModule } from '../audit/index.js'
import { CatalogueModule } from '../catalogue/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { PeopleModule } from '../people/index.js'
import { TimetablingModule } from '../timetabling/index.js'
import { DutiesController } from './duties/duties.controller.js'
import { DutiesService } from './duties/duties.service.js'
import { InspectionsController } from './inspections/inspections.controller.js'
import { InspectionsService } from './inspections/inspections.service.js'
import { LeaveSessionsService } from './leaves/leave-sessions.service.js'
import { LeavesController } from './leaves/leaves.controller.js'
import { LeavesService } from './leaves/leaves.service.js'
import { MyWeekController } from './my-week/my-week.controller.js'
import { MyWeekService } from './my-week/my-week.service.js'
import { SessionChangesService } from './sessions/session-changes.service.js'
import { SessionPlaces } from './sessions/session-places.service.js'
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
import { ColleaguesService } from './substitutions/colleagues.service.js'
import { SubstitutionActsService } from './substitutions/substitution-acts.service.js'
import { SubstitutionsController } from './substitutions/substitutions.controller.js'
import { SubstitutionsService } from './substitutions/substitutions.service.js'
import { PublishingController } from './publishing/publishing.controller.js'
import { PublishingPlans } from './publishing/publishing-plans.service.js'
import { PublishingService } from './publishing/publishing.service.js'
import { ViewsController } from './views/views.controller.js'
import { ViewsService } from './views/views.service.js'

@Module({
  imports: [AccessModule, AuditModule, OrganisationModule, PeopleModule, CatalogueModule, TimetablingModule],
  controllers: [
    PublishingController,
    SessionsController,
    SubstitutionsController,
    LeavesController,
    DutiesController,
    InspectionsController,
    MyWeekController,
    ViewsController,
    CalendarLinksController,
    FeedsController,
    ReportsController,
  ],
  providers: [
    PublishingService,
    PublishingPlans,
    SessionsService,
    SessionChangesService,
    SessionPlaces,
    SessionChecks,
    SessionChoicesService,
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
    ReportsService,
  ],
  exports: [SessionsService],
})
export class SessionsModule {}
