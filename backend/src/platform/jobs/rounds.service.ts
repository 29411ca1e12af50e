/**
 * What comes round each hour (每小时巡检): a job for each round, region and hour, queued once by whichever process looks
 * first and done by any. Each region is a piece of work of its own, in transactions of its own.
 */
import { Injectable } from '@nestjs/common'
import { Clock, instantPlusMinutes } from '../calendar.js'
import { Database } from '../database/database.js'
import { JobWorker } from './job-worker.js'
import { JobsService, type NewJob } from './jobs.service.js'

export const roundJob = 'round'

export interface Round {
  /** Codes of the regions in which it is made; left out: one round for the whole installation. */
  readonly regions?: () => Promise<readonly string[]>
  /** Done twice it must give the same end. `region` is '' for the whole installation. */
  readonly run: (region: string) => Promise<unknown>
}

interface RoundInput {
  readonly round: string
  readonly region: string
}

const keptMinutes = 2 * 24 * 60

@Injectable()
export class Rounds {
  private readonly rounds = new Map<string, Round>()
  private plannedHour = ''

  constructor(
    worker: JobWorker,
    private readonly jobs: JobsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    worker.plan(() => this.planHour())
    worker.register(roundJob, {
      run: async ({ job, finish }) => {
        const { round, region } = job.input as RoundInput
        await this.rounds.get(round)?.run(region)
        await this.database.transaction((tx) => finish(tx, {}))
      },
      // The next hour is the next try.
      failed: () => Promise.resolve(),
    })
    this.register('rounds', {
      run: () => this.jobs.forgetRounds(instantPlusMinutes(this.clock.now(), -keptMinutes)),
    })
  }

  register(name: string, round: Round): void {
    this.rounds.set(name, round)
  }

  /** Queues what is due in this hour and not yet queued; looks once an hour. */
  async planHour(): Promise<void> {
    const hour = this.clock.now().toISOString().slice(0, 13)
    if (hour === this.plannedHour) return
    const due = new Map<string, NewJob>()
    for (const [round, { regions }] of this.rounds)
      for (const region of regions ? await regions() : [''])
        due.set(`${round}:${region}:${hour}`, {
          kind: roundJob,
          lane: 'nightly',
          input: { round, region } satisfies RoundInput,
          schoolId: null,
          requestedById: null,
        })
    await this.jobs.enqueueOnce(due)
    this.plannedHour = hour
  }
}
