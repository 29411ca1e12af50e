import { Controller, Get, Param } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { ParseIdPipe } from '../../platform/http/parse-id.pipe.js'
import { type Actor, CurrentActor, SignedIn } from '../../access/index.js'
import { JobListService } from './job-list.service.js'
import { JobOut } from './jobs.dto.js'

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobListService) {}

  @Get(':id')
  @SignedIn()
  get(@CurrentActor() actor: Actor, @Param('id', ParseIdPipe) id: number): Promise<JobOut> {
    return this.jobs.get(actor, id)
  }
}
