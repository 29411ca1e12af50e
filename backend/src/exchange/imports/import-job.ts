/** Saves a started import (执行导入): everything in one transaction, so that a process may die at any line of it. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ActingPerson, AuditEntries, type Taken, Transitions } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import type { Job } from '../../platform/jobs/job.entity.js'
import type { JobHandler, RunningJob } from '../../platform/jobs/job-worker.js'
import { ImportEngine, type PlannedImport, type ReadSheet } from './import-engine.service.js'
import { ImportFiles } from './import-files.service.js'
import { type ImportCounts, type ImportKind, ImportRun } from './import-run.entity.js'
import { importTable } from './import-run.states.js'

interface ImportInput {
  readonly runId: number
  readonly person: Omit<ActingPerson, 'permissions'>
}

/** All that is needed to end an import that somebody was allowed to start. */
const permissions: ReadonlySet<string> = new Set(['import.run'])

type OnProgress = (done: number, total: number) => Promise<void>

@Injectable()
export class ImportJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly engine: ImportEngine,
    private readonly files: ImportFiles,
  ) {}

  async run({ job, progress, finish }: RunningJob): Promise<void> {
    const { runId } = job.input as ImportInput
    const run = await this.database.read.findOneByOrFail(ImportRun, { id: runId })
    await progress('reading')
    const read = await this.engine.readKept(run, run.mapping)
    await progress('comparing', 0, read.result.rows.length)
    const planned = await this.engine.plan(this.database.read, run.schoolId, read, run.decisions ?? {})
    await this.keepRefused(run, await this.files.putRefused(read, planned))
    await this.database.transaction(async (tx) => {
      const { counts } = await this.save(tx, personOf(job), await this.take(tx, runId), read, (done, total) =>
        progress('saving', done, total),
      )
      await finish(tx, counts)
    })
    await this.files.sweep()
  }

  // Known to the run before anything is saved: whoever takes over from a dead process finds its file and removes it.
  private async keepRefused(run: ImportRun, refusedKey: string | null): Promise<void> {
    await this.database.transaction((tx) => tx.update(ImportRun, { id: run.id }, { refusedKey }))
    await this.files.removeKey(run.refusedKey)
  }

  async failed(tx: EntityManager, job: Job, _code: string): Promise<void> {
    const { runId } = job.input as ImportInput
    const run = await this.take(tx, runId)
    if (run.status === 'running')
      await this.transitions.move(tx, importTable, ImportRun, run, 'fail', personOf(job), {
        set: { endedAt: this.clock.now() },
      })
  }

  private async take(tx: EntityManager, id: number): Promise<Taken<ImportRun>> {
    const [run] = await this.transitions.takeAll(tx, ImportRun, [id], () =>
      tx.find(ImportRun, { where: { id } }),
    )
    return run!
  }

  /** At once and without a job, as on the command line. Two at the same time for the same numbers: the second is compared again. */
  async runNow(
    person: ActingPerson,
    schoolId: number,
    kind: ImportKind,
    fileName: string,
    bytes: Buffer,
  ): Promise<PlannedImport & { read: ReadSheet }> {
    const read = await this.engine.read(kind, schoolId, { bytes, fileName }, {})
    const attempt = () =>
      this.database.transaction(async (tx) => {
        // Written first: on SQLite the transaction then holds the right to write before it compares.
        const run = await tx.save(
          tx.create(ImportRun, {
            schoolId,
            kind,
            fileName,
            fileKey: null,
            refusedKey: null,
            status: importTable.initial,
            mapping: {},
            decisions: null,
            counts: null,
            jobId: null,
            uploadedById: person.userId,
            createdAt: this.clock.now(),
            endedAt: null,
          }),
        )
        const saver = { ...person, permissions }
        const made = await this.transitions.made(tx, importTable, run, saver)
        for (const event of ['preview', 'start'] as const)
          made.status = await this.transitions.move(tx, importTable, ImportRun, made, event, saver)
        return { ...(await this.save(tx, saver, made, read, () => Promise.resolve())), read }
      })
    return attempt().catch((error: unknown) => {
      if (isDuplicateKey(error)) return attempt()
      throw error
    })
  }

  // Compared again inside the transaction: the records may have changed since the preview.
  private async save(
    tx: EntityManager,
    person: ActingPerson,
    run: Taken<ImportRun>,
    read: ReadSheet,
    onProgress: OnProgress,
  ): Promise<PlannedImport> {
    if (run.status !== 'running') throw new RuleBroken('exchange.already_started')
    await this.transitions.move(tx, importTable, ImportRun, run, 'finish', person, {
      set: { endedAt: this.clock.now() },
    })
    const planned = await this.engine.plan(tx, run.schoolId, read, run.decisions ?? {})
    await planned.plan.save(tx, person, onProgress)
    const counts: ImportCounts = planned.counts
    await tx.update(ImportRun, { id: run.id }, { counts })
    await this.audit.record(tx, person, {
      action: 'import.finish',
      entity: importTable.entity,
      entityId: run.id,
      schoolId: run.schoolId,
      after: counts,
    })
    return planned
  }
}

/** Whoever started the import. */
const personOf = (job: Job): ActingPerson => ({
  ...(job.input as ImportInput).person,
  permissions,
})
