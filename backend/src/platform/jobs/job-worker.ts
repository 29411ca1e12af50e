/** Works through the jobs (任务执行), one at a time in each lane of each process, and stops between two steps when told to. */
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import { Database } from '../database/database.js'
import { KehouError } from '../errors.js'
import { safeError } from '../http/safe-error.js'
import { type Job, type Lane, lanes } from './job.entity.js'
import { JobsService } from './jobs.service.js'

export interface RunningJob {
  readonly job: Job
  /** Shows how far the work is and lets others run; throws when the process is stopping. */
  readonly progress: (step: string, doneCount?: number, totalCount?: number) => Promise<void>
  /** To be called inside the transaction that saves the work, as its last step. */
  readonly finish: (tx: EntityManager, result: object) => Promise<void>
}

export interface JobHandler {
  /** Done twice it must give the same end: a process may die after any line of it. */
  run(running: RunningJob): Promise<void>
  /** Notes the failure beside the work, in the transaction in which the job is marked as failed. */
  failed(tx: EntityManager, job: Job, code: string): Promise<void>
}

class Stopping extends Error {}

const pauseMilliseconds = 500
const beatMilliseconds = 5_000
const pauseAfterTroubleMilliseconds = 5_000
const mostAttempts = 3

@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('jobs')
  private readonly handlers = new Map<string, JobHandler>()
  private readonly stopped = new AbortController()
  private readonly planners: (() => Promise<void>)[] = []
  private working: Promise<unknown> | null = null

  constructor(
    private readonly jobs: JobsService,
    private readonly database: Database,
  ) {}

  register(kind: string, handler: JobHandler): void {
    this.handlers.set(kind, handler)
  }

  /** Called again and again while the server runs: what is due is to be queued, once. */
  plan(planner: () => Promise<void>): void {
    this.planners.push(planner)
  }

  /** Begins to look for work again and again; the server calls it, the command line and the tests do not. */
  start(): void {
    // A timetable that takes a minute holds up no import, and neither does the hour's round.
    this.working ??= Promise.all(lanes.map((lane) => this.loop(lane)))
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort()
    await this.working
  }

  /** Works until nothing waits. */
  async workAll(): Promise<void> {
    while (await this.workOne()) {
      /* the next one */
    }
  }

  private async loop(lane: Lane): Promise<void> {
    while (!this.stopped.signal.aborted) {
      const pause = await this.lookOnce(lane).then(
        (worked) => (worked ? 0 : pauseMilliseconds),
        (error: unknown) => {
          this.log.error(safeError(error))
          return pauseAfterTroubleMilliseconds
        },
      )
      await sleep(pause, undefined, { signal: this.stopped.signal, ref: false }).catch(() => undefined)
    }
  }

  private async lookOnce(lane: Lane): Promise<boolean> {
    if (lane === 'nightly') for (const planner of this.planners) await planner()
    return this.workOne(lane)
  }

  /** Of one lane, or the oldest of all. False: nothing waits. */
  async workOne(lane?: Lane): Promise<boolean> {
    const job = await this.jobs.claim([...this.handlers.keys()], lane)
    if (!job) return false
    const beating = setInterval(() => void this.jobs.beat(job).catch(() => undefined), beatMilliseconds)
    try {
      if (job.attemptCount > mostAttempts) await this.fail(job, 'job.given_up')
      else await this.handlers.get(job.kind)!.run(this.running(job))
    } catch (error) {
      if (error instanceof Stopping) await this.jobs.release(job)
      else await this.noteFailure(job, error)
    } finally {
      clearInterval(beating)
      this.jobs.forget(job)
    }
    return true
  }

  private running(job: Job): RunningJob {
    return {
      job,
      progress: async (step, doneCount = 0, totalCount = 0) => {
        this.jobs.showProgress(job, { step, doneCount, totalCount })
        await new Promise((resolve) => setImmediate(resolve))
        if (this.stopped.signal.aborted) throw new Stopping()
      },
      finish: (tx, result) => this.jobs.finish(tx, job, result),
    }
  }

  private async noteFailure(job: Job, error: unknown): Promise<void> {
    if (error instanceof KehouError && error.code === 'job.claim_lost') return
    if (!(error instanceof KehouError)) this.log.error(safeError(error))
    await this.fail(
      job,
      error instanceof KehouError ? error.code : 'internal',
      error instanceof KehouError ? error.params : {},
    )
  }

  private async fail(job: Job, code: string, params: KehouError['params'] = {}): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.jobs.fail(tx, job, code, params)
      await this.handlers.get(job.kind)!.failed(tx, job, code)
    })
  }
}
