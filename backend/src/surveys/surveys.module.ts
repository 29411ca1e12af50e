import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'
import { PeopleModule } from '../people/index.js'
import { InvitationsService } from './invitations/invitations.service.js'
import { ResponsesParentController } from './responses/responses.parent.controller.js'
import { ResponsesService } from './responses/responses.service.js'
import { ResultsController } from './results/results.controller.js'
import { ResultsService } from './results/results.service.js'
import { SurveysController } from './surveys/surveys.controller.js'
import { SurveysService } from './surveys/surveys.service.js'

@Module({
  imports: [AuditModule, OrganisationModule, PeopleModule],
  controllers: [SurveysController, ResultsController, ResponsesParentController],
  providers: [SurveysService, InvitationsService, ResponsesService, ResultsService],
  exports: [SurveysService, ResultsService],
})
export class SurveysModule {}
