/** Which sheets were brought in (导入记录), how far is each, and what was refused? */
import { Injectable } from '@nestjs/common'
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { SchoolScope, scoped } from '../../organisation/index.js'
import { Clock, instantOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken, StateConflict, TooMany } from '../../platform/errors.js'
import type { Upload } from '../../platform/http/upload.js'
import { JobsService } from '../../platform/jobs/jobs.service.js'
import { ordered, type Page } from '../../platform/paging.js'
import type { Mapping } from '../../platform/sheets/index.js'
import { ImportEngine, type ReadSheet } from './import-engine.service.js'
import { ImportFiles } from './import-files.service.js'
import { decisionKey, type Decisions, type ImportKind, importKinds, ImportRun } from './import-run.entity.js'
import {
  type DecideRowsIn,
  type ImportListQuery,
  type ImportOut,
  type ImportWithDetailsOut,
  type MapColumnsIn,
  type RecognisedSheetOut,
  toImportOut,
} from './imports.dto.js'
import { neutralFileName, shownFields, shownNotes, shownRefusals, shownSheets } from './shown-sheets.js'

const sortable = { createdAt: 'run.createdAt', kind: 'run.kind', status: 'run.status', id: 'run.id' }
const refusalsShown = 200
const mostShown = 50
const mostDecisions = 500
/** Of one school, so that a script that has run wild does not fill the disk of all. */
export const uploadsPerDay = 100
export const importJob = 'import'

@Injectable()
export class ImportsService {
  private readonly shown = new Map<string, RecognisedSheetOut[]>()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly engine: ImportEngine,
    private readonly files: ImportFiles,
    private readonly jobs: JobsService,
  ) {}

  async list(actor: Actor, list: ImportListQuery): Promise<Page<ImportOut>> {
    const query = scoped(
      this.database.read.createQueryBuilder(ImportRun, 'run'),
      actor,
      'run.schoolId',
      list.schoolId,
    )
    if (list.kind) query.andWhere('run.kind = :kind', { kind: list.kind })
    if (list.status) query.andWhere('run.status = :status', { status: list.status })
    ordered(query, { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') }, sortable)
    const [runs, total] = await query
      .skip((list.page - 1) * list.pageSize)
      .take(list.pageSize)
      .getManyAndCount()
    const names = await this.namesOf(runs.map((run) => run.uploadedById))
    return {
      items: runs.map((run) => toImportOut(run, names.get(run.uploadedById) ?? '—')),
      total,
      page: list.page,
      pageSize: list.pageSize,
    }
  }

  /** Keeps the file, sealed; a file that cannot be read is refused before anything is kept. */
  async upload(actor: Actor, { fields, fileName: given, bytes }: Upload): Promise<ImportWithDetailsOut> {
    const { schoolId, kind } = wordsOf(fields)
    await this.schools.require(actor, schoolId)
    const fileName = neutralFileName(given)
    const fileKey = await this.files.put(await this.engine.read(kind, schoolId, { bytes, fileName }, {}))
    try {
      const run = await this.database.transaction((tx) =>
        this.keep(tx, actor, { schoolId, kind, fileName, fileKey }),
      )
      return await this.get(actor, run.id)
    } catch (error) {
      // A file that no run knows would lie there for ever.
      await this.files.removeKey(fileKey)
      throw error
    }
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    given: Pick<ImportRun, 'schoolId' | 'kind' | 'fileName' | 'fileKey'>,
  ): Promise<ImportRun> {
    const { schoolId, kind, fileName } = given
    const saved = await tx.save(
      tx.create(ImportRun, {
        ...given,
        refusedKey: null,
        status: 'uploaded',
        mapping: {},
        decisions: null,
        counts: null,
        jobId: null,
        uploadedById: actor.userId,
        createdAt: this.clock.now(),
        endedAt: null,
      }),
    )
    const today = await tx
      .createQueryBuilder(ImportRun, 'run')
      .where('run.schoolId = :schoolId AND run.createdAt >= :since', {
        schoolId,
        since: instantOf(`${this.clock.today()}T00:00:00+08:00`),
      })
      .getCount()
    if (today > uploadsPerDay) throw new TooMany('exchange.upload_quota', { most: uploadsPerDay })
    await this.audit.record(tx, actor, {
      action: 'import.upload',
      entity: 'import',
      entityId: saved.id,
      schoolId,
      after: { kind, fileName },
    })
    return saved
  }

  async get(actor: Actor, id: number): Promise<ImportWithDetailsOut> {
    const run = await this.find(this.database.read, actor, id)
    const [names, job, sheets, refused] = await Promise.all([
      this.namesOf([run.uploadedById]),
      run.jobId === null ? null : this.jobs.find(run.jobId),
      this.sheetsOf(run),
      this.files.refused(run),
    ])
    const description = this.engine.description(run.kind)
    return {
      ...toImportOut(run, names.get(run.uploadedById) ?? '—'),
      fields: shownFields(description),
      sheets,
      refusals: shownRefusals(refused?.refused.slice(0, refusalsShown) ?? [], description, actor.language),
      notes: shownNotes(refused?.notes ?? [], description, actor.language),
      doubts: [...(refused?.doubts ?? [])],
      hasRefusedFile: refused !== null && refused.refused.length > 0,
      progress: job && { step: job.step, doneCount: job.doneCount, totalCount: job.totalCount },
      errorCode: job?.errorCode ?? null,
      errorParams: job?.errorParams ?? {},
    }
  }

  /** A person's correction of which column holds what; the preview must be made anew. */
  async map(actor: Actor, id: number, given: MapColumnsIn): Promise<ImportWithDetailsOut> {
    const run = await this.find(this.database.read, actor, id)
    const mapping = mappingOf(given)
    await this.readAgain(run, mapping)
    await this.database.transaction(async (tx) => {
      await this.move(tx, run, ['uploaded', 'previewed'], {
        status: 'uploaded',
        mapping,
        decisions: null,
        counts: null,
      })
      await this.audit.record(tx, actor, {
        action: 'import.map',
        entity: 'import',
        entityId: id,
        schoolId: run.schoolId,
        before: { mapping: run.mapping },
        after: { mapping },
      })
    })
    return this.get(actor, id)
  }

  /** Compares every row with the records; writes nothing of them. */
  async preview(actor: Actor, id: number): Promise<ImportWithDetailsOut> {
    const run = await this.find(this.database.read, actor, id)
    if (run.status !== 'uploaded' && run.status !== 'previewed')
      throw new StateConflict('exchange.already_started')
    await this.compare(run, run.decisions ?? {})
    return this.get(actor, id)
  }

  /** What a person says about rows that may be somebody who is known already; the preview is made anew with it. */
  async decide(actor: Actor, id: number, { rows }: DecideRowsIn): Promise<ImportWithDetailsOut> {
    const run = await this.find(this.database.read, actor, id)
    if (run.status !== 'previewed')
      throw new StateConflict(
        run.status === 'uploaded' ? 'exchange.preview_first' : 'exchange.already_started',
      )
    const open = new Set(
      (await this.files.refused(run))?.doubts.map(({ sheet, row }) => decisionKey(sheet, row)) ?? [],
    )
    const given = rows.map(({ sheet, row, decision }) => [decisionKey(sheet, row), decision] as const)
    if (given.some(([key]) => !open.has(key))) throw new StateConflict('exchange.no_such_doubt')
    const decisions: Decisions = { ...run.decisions, ...Object.fromEntries(given) }
    if (Object.keys(decisions).length > mostDecisions)
      throw new RuleBroken('exchange.too_many_doubts', { most: mostDecisions })
    await this.compare(run, decisions, (tx) =>
      this.audit.record(tx, actor, {
        action: 'import.decide',
        entity: 'import',
        entityId: id,
        schoolId: run.schoolId,
        after: { rows: rows.map(({ sheet, row, decision }) => ({ sheet, row, decision })) },
      }),
    )
    return this.get(actor, id)
  }

  private async compare(
    run: ImportRun,
    decisions: Decisions,
    record: (tx: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const read = await this.readAgain(run, run.mapping)
    const planned = await this.engine.plan(this.database.read, run.schoolId, read, decisions)
    const refusedKey = await this.files.putRefused(read, planned)
    await this.database.transaction(async (tx) => {
      await this.move(tx, run, ['uploaded', 'previewed'], {
        status: 'previewed',
        counts: planned.counts,
        decisions,
        refusedKey,
      })
      await record(tx)
    })
    await this.files.removeKey(run.refusedKey)
  }

  private async readAgain(run: ImportRun, mapping: Mapping): Promise<ReadSheet> {
    return this.engine.read(run.kind, run.schoolId, await this.files.uploaded(run), mapping)
  }

  /** Once: of two clicks one starts it. */
  async start(actor: Actor, id: number): Promise<ImportWithDetailsOut> {
    const run = await this.find(this.database.read, actor, id)
    await this.database.transaction(async (tx) => {
      await this.move(tx, run, ['previewed'], { status: 'running' })
      const { userId, displayName, regionCode, schoolId, requestId } = actor
      const jobId = await this.jobs.enqueue(tx, {
        kind: importJob,
        input: { runId: id, person: { userId, displayName, regionCode, schoolId, requestId } },
        schoolId: run.schoolId,
        requestedById: userId,
      })
      await tx.update(ImportRun, { id }, { jobId })
      await this.audit.record(tx, actor, {
        action: 'import.start',
        entity: 'import',
        entityId: id,
        schoolId: run.schoolId,
        after: { jobId },
      })
    })
    return this.get(actor, id)
  }

  /** The refused rows as they stood, with the reasons, for mending. */
  async refusedRows(actor: Actor, id: number) {
    const run = await this.find(this.database.read, actor, id)
    const refused = await this.files.refused(run)
    if (!refused) throw new NotFound('file')
    await this.database.transaction((tx) =>
      this.audit.record(tx, actor, {
        action: 'import.refused_export',
        entity: 'import',
        entityId: id,
        schoolId: run.schoolId,
      }),
    )
    return this.files.refusedWorkbook(this.engine.description(run.kind), refused, actor.language)
  }

  private async move(
    tx: EntityManager,
    run: ImportRun,
    from: readonly ImportRun['status'][],
    change: Partial<ImportRun>,
  ): Promise<void> {
    const moved = await tx
      .createQueryBuilder()
      .update(ImportRun)
      .set({ ...change, revision: run.revision + 1 })
      .where('id = :id AND status IN (:...from) AND revision = :revision', {
        id: run.id,
        from,
        revision: run.revision,
      })
      .execute()
    if (moved.affected === 1) return
    if (!from.includes(run.status))
      throw new StateConflict(
        run.status === 'uploaded' ? 'exchange.preview_first' : 'exchange.already_started',
      )
    const now = await tx.findOneByOrFail(ImportRun, { id: run.id })
    throw new StateConflict(from.includes(now.status) ? 'state.conflict' : 'exchange.already_started')
  }

  // Reading a file takes its time and the page asks again and again; what is kept is masked.
  private async sheetsOf(run: ImportRun): Promise<RecognisedSheetOut[]> {
    if (run.fileKey === null || (run.status !== 'uploaded' && run.status !== 'previewed')) return []
    const key = `${run.fileKey} ${JSON.stringify(run.mapping)}`
    const known = this.shown.get(key)
    if (known) return known
    const { result } = await this.readAgain(run, run.mapping)
    const sheets = shownSheets(result.sheets, run.kind === 'rooms')
    if (this.shown.size >= mostShown) this.shown.delete(this.shown.keys().next().value!)
    this.shown.set(key, sheets)
    return sheets
  }

  private async namesOf(userIds: readonly number[]): Promise<Map<number, string>> {
    const users =
      userIds.length === 0 ? [] : await this.database.read.findBy(User, { id: In([...new Set(userIds)]) })
    return new Map(users.map((user) => [user.id, user.displayName]))
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<ImportRun> {
    const query: SelectQueryBuilder<ImportRun> = scoped(manager.createQueryBuilder(ImportRun, 'run'), actor)
    const run = await query.andWhere('run.id = :id', { id }).getOne()
    if (!run) throw new NotFound('import', id)
    return run
  }
}

function wordsOf(fields: Upload['fields']): { schoolId: number; kind: ImportKind } {
  const schoolId = /^[1-9]\d{0,9}$/.test(fields['schoolId'] ?? '') ? Number(fields['schoolId']) : null
  const kind = importKinds.find((each) => each === fields['kind'])
  if (schoolId !== null && kind) return { schoolId, kind }
  throw Invalid.field(kind ? 'schoolId' : 'kind', kind ? 'validation.isInt' : 'validation.isIn')
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
