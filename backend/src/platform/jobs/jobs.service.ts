/** Which long work waits, runs or has ended (后台任务)? Any process may claim it; only who holds the claim may finish it. */
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Clock, instantPlusMinutes } from '../calendar.js'
import { Database } from '../database/database.js'
import { type ErrorParams, StateConflict } from '../errors.js'
import { Job } from './job.entity.js'

export interface NewJob {
  readonly kind: string
  readonly input: object
  readonly schoolId: number | null
  readonly requestedById: number
}

export interface Progress {
  readonly step: string
  readonly doneCount: number
  readonly totalCount: number
}

const stoppedAfterMinutes = 1

@Injectable()
export class JobsService {
  /** What runs in this process, fresher than the row: a long transaction holds back the row's own updates. */
  private readonly live = new Map<number, Progress>()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Queued inside the transaction of the request, so that neither is there without the other. */
  async enqueue(tx: EntityManager, given: NewJob): Promise<number> {
    const job = await tx.save(
      tx.create(Job, {
        ...given,
        status: 'queued',
        result: null,
        step: 'waiting',
        doneCount: 0,
        totalCount: 0,
        createdAt: this.clock.now(),
        startedAt: null,
        endedAt: null,
        heartbeatAt: null,
        claimKey: null,
        attemptCount: 0,
        errorCode: null,
        errorParams: null,
      }),
    )
    return job.id
  }

  async find(id: number): Promise<Job | null> {
    const job = await this.database.read.findOneBy(Job, { id })
    return job && job.status === 'running' ? { ...job, ...this.live.get(id) } : job
  }

  /** The oldest job that waits or whose heart has stopped; null: nothing to do. Of several processes one gets it. */
  async claim(kinds: readonly string[]): Promise<Job | null> {
    if (kinds.length === 0) return null
    const now = this.clock.now()
    const free = "(status = 'queued' OR (status = 'running' AND heartbeatAt < :stopped))"
    const stopped = instantPlusMinutes(now, -stoppedAfterMinutes)
    const next = await this.database.read
      .createQueryBuilder(Job, 'job')
      .where(
        free.replace(/status|heartbeatAt/g, (name) => `job.${name}`),
        { stopped },
      )
      .andWhere('job.kind IN (:...kinds)', { kinds })
      .orderBy('job.id')
      .getOne()
    if (!next) return null
    const claimKey = randomUUID()
    const claimed = await this.database.transaction((tx) =>
      tx
        .createQueryBuilder()
        .update(Job)
        .set({
          status: 'running',
          claimKey,
          startedAt: now,
          heartbeatAt: now,
          attemptCount: () => 'attemptCount + 1',
        })
        .where(`id = :id AND ${free}`, { id: next.id, stopped })
        .execute(),
    )
    if (claimed.affected !== 1) return this.claim(kinds)
    return {
      ...next,
      status: 'running',
      claimKey,
      startedAt: now,
      heartbeatAt: now,
      attemptCount: next.attemptCount + 1,
    }
  }

  showProgress(job: Job, progress: Progress): void {
    this.live.set(job.id, progress)
  }

  /** Writes down that the work goes on; false: somebody else has the job now. */
  async beat(job: Job): Promise<boolean> {
    return this.held(job, { heartbeatAt: this.clock.now(), ...this.live.get(job.id) })
  }

  /** Inside the transaction that saves the work. Throws StateConflict when the claim was lost: then nothing may be saved. */
  async finish(tx: EntityManager, job: Job, result: object): Promise<void> {
    await this.end(tx, job, { status: 'done', result, errorCode: null, errorParams: null })
  }

  async fail(tx: EntityManager, job: Job, errorCode: string, errorParams: ErrorParams): Promise<void> {
    await this.end(tx, job, { status: 'failed', errorCode, errorParams: { ...errorParams } })
  }

  /** Back into the queue, as when the process is told to stop. */
  async release(job: Job): Promise<void> {
    await this.held(job, { status: 'queued', claimKey: null, heartbeatAt: null })
    this.live.delete(job.id)
  }

  forget(job: Job): void {
    this.live.delete(job.id)
  }

  private async end(tx: EntityManager, job: Job, change: object): Promise<void> {
    const last = this.live.get(job.id)
    const ended = await tx
      .createQueryBuilder()
      .update(Job)
      .set({ ...last, ...change, endedAt: this.clock.now(), claimKey: null })
      .where('id = :id AND claimKey = :claimKey', { id: job.id, claimKey: job.claimKey })
      .execute()
    if (ended.affected !== 1) throw new StateConflict('job.claim_lost')
  }

  private async held(job: Job, change: object): Promise<boolean> {
    const done = await this.database.transaction((tx) =>
      tx
        .createQueryBuilder()
        .update(Job)
        .set(change)
        .where('id = :id AND claimKey = :claimKey', { id: job.id, claimKey: job.claimKey })
        .execute(),
    )
    return done.affected === 1
  }
}
