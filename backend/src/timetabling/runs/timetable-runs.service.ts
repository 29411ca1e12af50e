/** Which automatic arrangements (自动排课) of a draft are there, how far is each, and who takes one over? */
import { holdDraft } from '../timetables/hold-draft.js'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type Taken, Transitions } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, StateConflict } from '../../platform/errors.js'
import { Job } from '../../platform/jobs/job.entity.js'
import { JobsService } from '../../platform/jobs/jobs.service.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { type Coded, Sentences } from '../../platform/sentences.js'
import { ReadinessService } from '../planning/readiness.service.js'
import { Timetable } from '../timetables/timetable.entity.js'
import { TimetableRun } from './timetable-run.entity.js'
import { runTable } from './timetable-run.states.js'
import type { CreateTimetableRunIn, TimetableRunListQuery, TimetableRunOut } from './timetable-runs.dto.js'

const runs: Listing<TimetableRunListQuery> = {
  sortable: { id: 'run.id', status: 'run.status', createdAt: 'run.createdAt' },
  filters: {
    schoolId: equals('run.schoolId'),
    timetableId: equals('run.timetableId'),
    status: equals('run.status'),
  },
}
const usualSeconds = 10
export const runJob = 'timetable_run'

@Injectable()
export class TimetableRunsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly jobs: JobsService,
    private readonly readiness: ReadinessService,
    private readonly sentences: Sentences,
  ) {}

  async list(actor: Actor, list: TimetableRunListQuery): Promise<Page<TimetableRunOut>> {
    const page = await paged(
      scoped(this.database.read.createQueryBuilder(TimetableRun, 'run'), actor),
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      runs,
      (run) => run,
    )
    return {
      ...page,
      items: await Promise.all(page.items.map((run) => this.out(this.database.read, actor, run))),
    }
  }

  async get(actor: Actor, id: number): Promise<TimetableRunOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** The run and its job begin together; one at a time for a draft. Throws RuleBroken with everything that is plainly wrong. */
  async create(
    actor: Actor,
    {
      timetableId,
      seed,
      seconds = usualSeconds,
      keepsPublished = false,
      leavesOutUnready = false,
    }: CreateTimetableRunIn,
  ): Promise<TimetableRunOut> {
    const timetable = await this.timetable(actor, timetableId)
    await this.readiness.require(actor, timetableId, leavesOutUnready)
    return this.database.transaction(async (tx) => {
      await holdDraft(tx, timetable)
      if (await tx.existsBy(TimetableRun, { timetableId, status: 'waiting' }))
        throw new StateConflict('scheduling.run_waiting')
      const { revision } = await tx.findOneByOrFail(Timetable, { id: timetableId })
      const earlier = await tx.countBy(TimetableRun, { timetableId })
      const run = await tx.save(
        tx.create(TimetableRun, {
          schoolId: timetable.schoolId,
          timetableId,
          jobId: null,
          status: 'waiting',
          seed: seed ?? earlier + 1,
          seconds,
          keepsPublished,
          draftRevision: revision,
          isCancelAsked: false,
          summary: null,
          requestedById: actor.userId,
          createdAt: this.clock.now(),
          endedAt: null,
        }),
      )
      const { userId, displayName, regionCode, schoolId, requestId } = actor
      const jobId = await this.jobs.enqueue(tx, {
        kind: runJob,
        lane: 'solve',
        input: { runId: run.id, person: { userId, displayName, regionCode, schoolId, requestId } },
        schoolId: timetable.schoolId,
        requestedById: userId,
      })
      await tx.update(TimetableRun, { id: run.id }, { jobId })
      await this.audit.record(tx, actor, {
        action: 'timetable_run.create',
        entity: 'timetable_run',
        entityId: run.id,
        schoolId: run.schoolId,
        after: { timetableId, seed: run.seed, seconds, keepsPublished },
      })
      return this.out(tx, actor, { ...run, jobId })
    })
  }

  /** It ends soon, with the best it has found so far. */
  async cancel(actor: Actor, id: number): Promise<TimetableRunOut> {
    const run = await this.find(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      const asked = await tx
        .createQueryBuilder()
        .update(TimetableRun)
        .set({ isCancelAsked: true })
        .where("id = :id AND status = 'waiting'", { id })
        .execute()
      if (asked.affected !== 1) throw new StateConflict('scheduling.run_ended')
      await this.audit.record(tx, actor, {
        action: 'timetable_run.cancel',
        entity: 'timetable_run',
        entityId: id,
        schoolId: run.schoolId,
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  async discard(actor: Actor, id: number): Promise<TimetableRunOut> {
    return this.database.transaction(async (tx) => {
      const run = await this.take(tx, actor, id, 'discard')
      await this.transitions.move(tx, runTable, TimetableRun, run, 'discard', actor, {
        set: { endedAt: run.endedAt ?? this.clock.now() },
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: 'discard' | 'accept',
  ): Promise<Taken<TimetableRun>> {
    const read = () => this.find(tx, actor, id)
    return this.transitions.take(tx, runTable, TimetableRun, id, event, actor, { read })
  }

  /** The run with its draft, if both are in the actor's scope. */
  async find(manager: EntityManager, actor: Actor, id: number): Promise<TimetableRun> {
    const run = await scoped(manager.createQueryBuilder(TimetableRun, 'run'), actor)
      .andWhere('run.id = :id', { id })
      .getOne()
    if (!run) throw new NotFound('timetable_run', id)
    return run
  }

  async out(manager: EntityManager, actor: Actor, run: TimetableRun): Promise<TimetableRunOut> {
    const {
      id,
      schoolId,
      timetableId,
      status,
      seed,
      seconds,
      keepsPublished,
      isCancelAsked,
      draftRevision,
      createdAt,
      endedAt,
    } = run
    // Inside a transaction the other connection does not see the job yet.
    const job =
      run.jobId === null || status === 'accepted' || status === 'discarded'
        ? null
        : ((await this.jobs.find(run.jobId)) ?? (await manager.findOneBy(Job, { id: run.jobId })))
    const timetable = await manager.findOneByOrFail(Timetable, { id: timetableId })
    const { reasons = [], ...summary } = run.summary ?? {}
    const names = new Map(
      (reasons.length === 0
        ? []
        : await manager.findBy(Section, { id: In(reasons.map(({ sectionId }) => sectionId)) })
      ).map((section) => [section.id, section.name]),
    )
    const isStale =
      status === 'finished' && (timetable.revision !== draftRevision || timetable.status !== 'draft')
    return {
      id,
      schoolId,
      timetableId,
      status,
      seed,
      seconds,
      keepsPublished,
      isCancelAsked,
      isStale,
      progress:
        status === 'waiting' && job
          ? { step: job.step, doneCount: job.doneCount, totalCount: job.totalCount }
          : null,
      summary: run.summary && (summary as TimetableRunOut['summary']),
      reasons: reasons.map((reason) => ({
        sectionId: reason.sectionId,
        sectionName: names.get(reason.sectionId) ?? '—',
        reason: reason[actor.language],
      })),
      failure: status === 'failed' ? this.sentences.say(failureOf(job), actor.language) : null,
      createdAt: createdAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      actions: actionsOn(run, isStale, actor),
    }
  }

  private async timetable(actor: Actor, id: number): Promise<Timetable> {
    const timetable = await scoped(this.database.read.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :id', { id })
      .getOne()
    if (!timetable) throw new NotFound('timetable', id)
    if (timetable.status !== 'draft')
      throw new StateConflict('scheduling.timetable_not_draft', { version: timetable.version })
    return timetable
  }
}

/** Why the week could not be arranged; what befell the job itself tells a person nothing. */
function failureOf(job: Job | null): Coded {
  return job?.errorCode?.startsWith('scheduling.')
    ? { code: job.errorCode, params: job.errorParams ?? {} }
    : { code: 'scheduling.run_failed', params: {} }
}

function actionsOn(run: TimetableRun, isStale: boolean, actor: Actor): string[] {
  const events = eventsFrom(runTable, run.status, actor.permissions).filter(
    (event) => event === 'discard' || (event === 'accept' && !isStale),
  )
  return run.status === 'waiting' && !run.isCancelAsked && actor.permissions.has('timetable.write')
    ? ['cancel', ...events]
    : events
}
