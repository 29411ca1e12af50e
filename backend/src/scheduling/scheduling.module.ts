import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { CatalogueModule } from '../catalogue/index.js'
import { OrganisationModule } from '../organisation/index.js'
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
import { SessionsController } from './sessions/sessions.controller.js'
import { SessionsService } from './sessions/sessions.service.js'
import { SlotsController } from './slots/slots.controller.js'
import { SlotsService } from './slots/slots.service.js'
import { ColleaguesService } from './substitutions/colleagues.service.js'
import { SubstitutionActsService } from './substitutions/substitution-acts.service.js'
import { SubstitutionsController } from './substitutions/substitutions.controller.js'
import { SubstitutionsService } from './substitutions/substitutions.service.js'
import { ChildrenWatch } from './timetables/children-watch.js'
import { GridService } from './timetables/grid.service.js'
import { PlacementsController } from './timetables/placements.controller.js'
import { PlacementsService } from './timetables/placements.service.js'
import { PublishingController } from './timetables/publishing.controller.js'
import { PublishingService } from './timetables/publishing.service.js'
import { TimetablesController } from './timetables/timetables.controller.js'
import { TimetablesService } from './timetables/timetables.service.js'

@Module({
  imports: [AuditModule, OrganisationModule, CatalogueModule],
  controllers: [SlotsController, TimetablesController, PublishingController, PlacementsController, SessionsController, SubstitutionsController, LeavesController, DutiesController, InspectionsController, MyWeekController],
  providers: [
    SlotsService, TimetablesService, PlacementsService, GridService, PublishingService, SessionsService, SessionChangesService, SessionChecks, SessionChoicesService, ChildrenWatch,
    SubstitutionsService, SubstitutionActsService, ColleaguesService, LeavesService, LeaveSessionsService, DutiesService, InspectionsService, MyWeekService,
  ],
  exports: [SlotsService, TimetablesService, PlacementsService, SessionsService, ChildrenWatch],
})
export class SchedulingModule {}
