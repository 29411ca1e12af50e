/** Which long work waits, runs or has ended (后台任务)? Any process may claim it; only who holds the claim may finish it. */
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type EntityManager, In } from 'typeorm'
import { Clock, instantPlusMinutes } from '../calendar.js'
import { Database } from '../database/database.js'
import { type ErrorParams, StateConflict } from '../errors.js'
import { Job, type Lane } from './job.entity.js'

export interface NewJob {
  readonly kind: string
  readonly input: object
  readonly schoolId: number | null
  /** Null: the hour has come. */
  readonly requestedById: number | null
  /** 'import' unless said otherwise: what somebody waits for, and that is short. */
  readonly lane?: Lane
}

export interface Progress {
  readonly step: string
  readonly doneCount: number
  readonly totalCount: number
}

const stoppedAfterMinutes = 1
/** How often a claim that another process was quicker with is tried anew before the lane is looked at again. */
const claimTries = 5
const rowsAtOnce = 200

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
    return (await tx.save(tx.create(Job, this.queued(given)))).id
  }

  /** Queued once for each key, whoever comes first; answers how many were not there before, as far as could be seen. */
  async enqueueOnce(jobs: ReadonlyMap<string, NewJob>): Promise<number> {
    const keys = [...jobs.keys()]
    let count = 0
    for (let start = 0; start < keys.length; start += rowsAtOnce) {
      const part = keys.slice(start, start + rowsAtOnce)
      const known = new Set(
        (
          await this.database.read.find(Job, { select: { uniqueKey: true }, where: { uniqueKey: In(part) } })
        ).map(({ uniqueKey }) => uniqueKey),
      )
      const fresh = part.filter((key) => !known.has(key))
      if (fresh.length === 0) continue
      await this.database.transaction((tx) =>
        tx
          .createQueryBuilder()
          .insert()
          .into(Job)
          .values(fresh.map((key) => ({ ...this.queued(jobs.get(key)!), uniqueKey: key })) as object[])
          .orIgnore()
          .updateEntity(false)
          .execute(),
      )
      count += fresh.length
    }
    return count
  }

  /** Forgets the rounds that have ended before the instant, some at a time. */
  async forgetRounds(before: Date): Promise<void> {
    for (;;) {
      const old = await this.database.read
        .createQueryBuilder(Job, 'job')
        .select('job.id', 'id')
        .where('job.uniqueKey IS NOT NULL AND job.endedAt < :before', { before })
        .limit(rowsAtOnce)
        .getRawMany<{ id: number }>()
      if (old.length === 0) return
      await this.database.transaction((tx) =>
        tx.delete(
          Job,
          old.map(({ id }) => id),
        ),
      )
    }
  }

  private queued({ lane = 'import', ...given }: NewJob) {
    return {
      ...given,
      lane,
      uniqueKey: null,
      status: 'queued' as const,
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
    }
  }

  async find(id: number): Promise<Job | null> {
    const job = await this.database.read.findOneBy(Job, { id })
    return job && job.status === 'running' ? { ...job, ...this.live.get(id) } : job
  }

  /**
   * The oldest job, of one lane or of all, that waits or whose heart has stopped; null: nothing to do, or others were
   * quicker too often. Of several processes one gets it.
   */
  async claim(kinds: readonly string[], lane?: Lane): Promise<Job | null> {
    if (kinds.length === 0) return null
    for (let attempt = 1; attempt <= claimTries; attempt += 1) {
      const claimed = await this.tryToClaim(kinds, lane)
      if (claimed !== 'taken') return claimed
    }
    return null
  }

  private async tryToClaim(kinds: readonly string[], lane?: Lane): Promise<Job | 'taken' | null> {
    const now = this.clock.now()
    const free = "(status = 'queued' OR (status = 'running' AND heartbeatAt < :stopped))"
    const stopped = instantPlusMinutes(now, -stoppedAfterMinutes)
    const query = this.database.read
      .createQueryBuilder(Job, 'job')
      .where(
        free.replace(/status|heartbeatAt/g, (name) => `job.${name}`),
        { stopped },
      )
      .andWhere('job.kind IN (:...kinds)', { kinds })
      .orderBy('job.id')
    if (lane) query.andWhere('job.lane = :lane', { lane })
    const next = await query.getOne()
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
    if (claimed.affected !== 1) return 'taken'
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
