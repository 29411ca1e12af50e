import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.js'
import { AuditModule } from '../audit/index.js'
import { HomeClassesController } from './home-classes/home-classes.controller.js'
import { HomeClassesService } from './home-classes/home-classes.service.js'
import { RegionsController } from './regions/regions.controller.js'
import { RegionsService } from './regions/regions.service.js'
import { RoomsController } from './rooms/rooms.controller.js'
import { RoomsImport } from './rooms/rooms-import.service.js'
import { RoomsService } from './rooms/rooms.service.js'
import { SchoolScope } from './schools/school-scope.js'
import { SchoolsController } from './schools/schools.controller.js'
import { SchoolsService } from './schools/schools.service.js'
import { TellAccessWhereSchoolsAre } from './schools/tell-access-where-schools-are.js'
import { CalendarService } from './terms/calendar.service.js'
import { TermsController } from './terms/terms.controller.js'

@Module({
  imports: [AuditModule, AccessModule],
  controllers: [
    RegionsController,
    SchoolsController,
    HomeClassesController,
    RoomsController,
    TermsController,
  ],
  providers: [
    RegionsService,
    SchoolsService,
    SchoolScope,
    TellAccessWhereSchoolsAre,
    HomeClassesService,
    RoomsService,
    RoomsImport,
    CalendarService,
  ],
  exports: [RegionsService, SchoolScope, CalendarService, HomeClassesService, RoomsImport],
})
export class OrganisationModule {}
