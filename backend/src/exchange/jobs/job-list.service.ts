/** How far is a piece of long work (任务进度)? For whoever asked for it, and for those who see its school. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { SchoolScope } from '../../organisation/index.js'
import { NotFound } from '../../platform/errors.js'
import { JobsService } from '../../platform/jobs/jobs.service.js'
import { Sentences } from '../../platform/sentences.js'
import { type JobOut, toJobOut } from './jobs.dto.js'

@Injectable()
export class JobListService {
  constructor(
    private readonly jobs: JobsService,
    private readonly schools: SchoolScope,
    private readonly sentences: Sentences,
  ) {}

  async get(actor: Actor, id: number): Promise<JobOut> {
    const job = await this.jobs.find(id)
    if (!job) throw new NotFound('job', id)
    if (job.requestedById !== actor.userId) {
      if (job.schoolId === null || actor.role === 'guardian' || actor.role === 'teacher')
        throw new NotFound('job', id)
      await this.schools.require(actor, job.schoolId).catch(() => {
        throw new NotFound('job', id)
      })
    }
    return toJobOut(job, this.sentences, actor.language)
  }
}
