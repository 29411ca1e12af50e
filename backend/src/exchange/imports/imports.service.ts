/** Which sheets were brought in (导入记录), how far is each, and what was refused? */
import { Injectable } from '@nestjs/common'
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { JobsService } from '../../platform/jobs/jobs.service.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Sentences } from '../../platform/sentences.js'
import { ImportEngine } from './import-engine.service.js'
import { ImportFiles } from './import-files.service.js'
import { ImportRun } from './import-run.entity.js'
import { importTable } from './import-run.states.js'
import {
  type ImportListQuery,
  type ImportOut,
  type ImportWithDetailsOut,
  type RecognisedSheetOut,
  toImportOut,
} from './imports.dto.js'
import { shownFields, shownNotes, shownRefusals, shownSheets } from './shown-sheets.js'

const imports: Listing<ImportListQuery> = {
  sortable: { createdAt: 'run.createdAt', kind: 'run.kind', status: 'run.status', id: 'run.id' },
  filters: {
    schoolId: equals('run.schoolId'),
    kind: equals('run.kind'),
    status: equals('run.status'),
  },
}
const refusalsShown = 200
const mostShown = 50

@Injectable()
export class ImportsService {
  private readonly shown = new Map<string, RecognisedSheetOut[]>()

  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly engine: ImportEngine,
    private readonly files: ImportFiles,
    private readonly jobs: JobsService,
    private readonly sentences: Sentences,
  ) {}

  async list(actor: Actor, list: ImportListQuery): Promise<Page<ImportOut>> {
    const page = await paged(
      scoped(this.database.read.createQueryBuilder(ImportRun, 'run'), actor),
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      imports,
      (run) => run,
    )
    const names = await this.namesOf(page.items.map((run) => run.uploadedById))
    return {
      ...page,
      items: page.items.map((run) => toImportOut(run, names.get(run.uploadedById) ?? '—')),
    }
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
      errorMessage: job?.errorCode
        ? this.sentences.say({ code: job.errorCode, params: job.errorParams ?? {} }, actor.language)
        : null,
    }
  }

  /** The refused rows as they stood, with the reasons, for mending. */
  async refusedRows(actor: Actor, id: number) {
    const run = await this.find(this.database.read, actor, id)
    const refused = await this.files.refused(run)
    if (!refused) throw new NotFound('file')
    await this.database.transaction((tx) =>
      this.audit.record(tx, actor, {
        action: 'import_run.refused_export',
        entity: importTable.entity,
        entityId: id,
        schoolId: run.schoolId,
      }),
    )
    return this.files.refusedWorkbook(this.engine.description(run.kind), refused, actor.language)
  }

  // Reading a file takes its time and the page asks again and again; what is kept is masked.
  private async sheetsOf(run: ImportRun): Promise<RecognisedSheetOut[]> {
    if (run.fileKey === null || (run.status !== 'uploaded' && run.status !== 'previewed')) return []
    const key = `${run.fileKey} ${JSON.stringify(run.mapping)}`
    const known = this.shown.get(key)
    if (known) return known
    const { result } = await this.engine.readKept(run, run.mapping)
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

  /** Throws NotFound outside the person's scope. */
  async find(manager: EntityManager, actor: Actor, id: number): Promise<ImportRun> {
    const query: SelectQueryBuilder<ImportRun> = scoped(manager.createQueryBuilder(ImportRun, 'run'), actor)
    const run = await query.andWhere('run.id = :id', { id }).getOne()
    if (!run) throw new NotFound('import', id)
    return run
  }
}
