import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { CatalogueModule } from '../catalogue/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { CalendarLinksController } from './calendar-links/calendar-links.controller.js'
import { CalendarLinksService } from './calendar-links/calendar-links.service.js'
import { FeedsController } from './calendar-links/feeds.controller.js'
import { FeedsService } from './calendar-links/feeds.service.js'
import { ReportsController } from './reports/reports.controller.js'
import { ReportsService } from './reports/reports.service.js'
import { SessionsController } from './sessions/sessions.controller.js'
import { SessionsService } from './sessions/sessions.service.js'
import { SlotsController } from './slots/slots.controller.js'
import { SlotsService } from './slots/slots.service.js'
import { ChildrenWatch } from './timetables/children-watch.js'
import { GridService } from './timetables/grid.service.js'
import { PlacementsController } from './timetables/placements.controller.js'
import { PlacementsService } from './timetables/placements.service.js'
import { TimetablesController } from './timetables/timetables.controller.js'
import { TimetablesService } from './timetables/timetables.service.js'
import { FetExportController } from './views/fet-export.controller.js'
import { FetExportService } from './views/fet-export.service.js'
import { ViewsController } from './views/views.controller.js'
import { ViewsService } from './views/views.service.js'

@Module({
  imports: [AuditModule, OrganisationModule, CatalogueModule],
  controllers: [
    SlotsController, TimetablesController, PlacementsController, SessionsController,
    ViewsController, CalendarLinksController, FeedsController, FetExportController, ReportsController,
  ],
  providers: [
    SlotsService, TimetablesService, PlacementsService, GridService, SessionsService, ChildrenWatch,
    ViewsService, CalendarLinksService, FeedsService, FetExportService, ReportsService,
  ],
  exports: [SlotsService, TimetablesService, PlacementsService, SessionsService, ChildrenWatch],
})
export class SchedulingModule {}
