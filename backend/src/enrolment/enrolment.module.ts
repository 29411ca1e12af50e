import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { CatalogueModule } from '../catalogue/index.js'
import { PeopleModule } from '../people/index.js'
import { TimetablingModule } from '../timetabling/index.js'
import { ClassListsService } from './enrolments/class-lists.service.js'
import { EndEnrolmentsWhenStudentLeaves } from './enrolments/end-enrolments-when-student-leaves.js'
import { EnrolmentsController } from './enrolments/enrolments.controller.js'
import { EnrolmentsService } from './enrolments/enrolments.service.js'
import { RefusePlacingWhenChildrenAreBusy } from './enrolments/refuse-placing-when-children-are-busy.js'
import { WeeksParentController } from './weeks/weeks.parent.controller.js'
import { WeeksService } from './weeks/weeks.service.js'

@Module({
  imports: [AuditModule, PeopleModule, CatalogueModule, TimetablingModule],
  controllers: [EnrolmentsController, WeeksParentController],
  providers: [
    EnrolmentsService,
    ClassListsService,
    WeeksService,
    RefusePlacingWhenChildrenAreBusy,
    EndEnrolmentsWhenStudentLeaves,
  ],
  exports: [EnrolmentsService],
})
export class EnrolmentModule {}
