/** What do people do with an uploaded sheet (导入步骤)? Say what its columns are, look at what would change, start it. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, RuleBroken, StateConflict } from '../../platform/errors.js'
import { JobsService } from '../../platform/jobs/jobs.service.js'
import type { Mapping } from '../../platform/sheets/index.js'
import { ImportEngine } from './import-engine.service.js'
import { ImportFiles } from './import-files.service.js'
import { decisionKey, type Decisions, ImportRun } from './import-run.entity.js'
import { importTable } from './import-run.states.js'
import type { DecideRowsIn, MapColumnsIn } from './imports.dto.js'
import { ImportsService } from './imports.service.js'

type Step = 'map' | 'preview' | 'start'

const mostDecisions = 500
export const importJob = 'import'

@Injectable()
export class ImportSteps {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly engine: ImportEngine,
    private readonly files: ImportFiles,
    private readonly jobs: JobsService,
    private readonly imports: ImportsService,
  ) {}

  /** A person's correction of which column holds what; the preview must be made anew. */
  async map(actor: Actor, id: number, given: MapColumnsIn): Promise<void> {
    const run = await this.imports.find(this.database.read, actor, id)
    requirePossible(run, 'map')
    const mapping = mappingOf(given)
    await this.engine.readKept(run, mapping)
    await this.database.transaction(async (tx) => {
      await this.move(tx, run, 'map', actor, { mapping, decisions: null, counts: null })
      await this.audit.record(tx, actor, {
        action: 'import_run.columns',
        entity: importTable.entity,
        entityId: id,
        schoolId: run.schoolId,
        before: { mapping: run.mapping },
        after: { mapping },
      })
    })
  }

  /** Compares every row with the records; writes nothing of them. */
  async preview(actor: Actor, id: number): Promise<void> {
    const run = await this.imports.find(this.database.read, actor, id)
    await this.compare(run, run.decisions ?? {}, actor)
  }

  /** What a person says about rows that may be somebody who is known already; the preview is made anew with it. */
  async decide(actor: Actor, id: number, { rows }: DecideRowsIn): Promise<void> {
    const run = await this.imports.find(this.database.read, actor, id)
    // What may be decided is what may be started.
    requirePossible(run, 'start')
    const open = new Set(
      (await this.files.refused(run))?.doubts.map(({ sheet, row }) => decisionKey(sheet, row)) ?? [],
    )
    const given = rows.map(({ sheet, row, decision }) => [decisionKey(sheet, row), decision] as const)
    if (given.some(([key]) => !open.has(key))) throw new StateConflict('exchange.no_such_doubt')
    const decisions: Decisions = { ...run.decisions, ...Object.fromEntries(given) }
    if (Object.keys(decisions).length > mostDecisions)
      throw new RuleBroken('exchange.too_many_doubts', { most: mostDecisions })
    await this.compare(run, decisions, actor, (tx) =>
      this.audit.record(tx, actor, {
        action: 'import_run.decide',
        entity: importTable.entity,
        entityId: id,
        schoolId: run.schoolId,
        after: { rows: rows.map(({ sheet, row, decision }) => ({ sheet, row, decision })) },
      }),
    )
  }

  private async compare(
    run: ImportRun,
    decisions: Decisions,
    actor: Actor,
    record: (tx: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    requirePossible(run, 'preview')
    const read = await this.engine.readKept(run, run.mapping)
    const planned = await this.engine.plan(this.database.read, run.schoolId, read, decisions)
    const refusedKey = await this.files.putRefused(read, planned)
    await this.database.transaction(async (tx) => {
      await this.move(tx, run, 'preview', actor, { counts: planned.counts, decisions, refusedKey })
      await record(tx)
    })
    await this.files.removeKey(run.refusedKey)
  }

  /** Once: of two clicks one starts it. */
  async start(actor: Actor, id: number): Promise<void> {
    const run = await this.imports.find(this.database.read, actor, id)
    requirePossible(run, 'start')
    await this.database.transaction(async (tx) => {
      const { userId, displayName, regionCode, schoolId, requestId } = actor
      const jobId = await this.jobs.enqueue(tx, {
        kind: importJob,
        input: { runId: id, person: { userId, displayName, regionCode, schoolId, requestId } },
        schoolId: run.schoolId,
        requestedById: userId,
      })
      await this.move(tx, run, 'start', actor, { jobId })
    })
  }

  // Reading a sheet takes its time: whoever was here meanwhile has moved the revision, and then nothing is kept.
  private async move(
    tx: EntityManager,
    { id, revision }: ImportRun,
    step: Step,
    actor: Actor,
    set: Partial<ImportRun>,
  ): Promise<void> {
    const run = await this.transitions.take(tx, importTable, ImportRun, id, step, actor, {
      read: () => this.imports.find(tx, actor, id),
      seen: { revision },
    })
    await this.transitions.move(tx, importTable, ImportRun, run, step, actor, { set })
  }
}

function requirePossible({ status }: ImportRun, step: Step): void {
  if (importTable.events[step].from.includes(status)) return
  throw new StateConflict(status === 'uploaded' ? 'exchange.preview_first' : 'exchange.already_started')
}

function mappingOf({ mapping }: MapColumnsIn): Mapping {
  const isColumn = ([index, field]: [string, unknown]) =>
    /^\d{1,4}$/.test(index) && (field === null || typeof field === 'string')
  const isRight = Object.values(mapping).every(
    (columns) => typeof columns === 'object' && columns !== null && Object.entries(columns).every(isColumn),
  )
  if (!isRight || JSON.stringify(mapping).length > 20_000) throw new Invalid('exchange.unknown_field')
  return mapping as Mapping
}
