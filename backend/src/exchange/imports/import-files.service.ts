/** Where do an import's file and its refused rows lie (导入文件), and when do they go? Sealed, and never longer than a week. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { Transitions } from '../../audit/index.js'
import { Clock, instantPlusMinutes } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { FileStore } from '../../platform/files/file-store.js'
import {
  type Doubt,
  type Language,
  type RefusedRow,
  refusedWorkbook,
  type SheetDescription,
  type SheetOut,
  type SheetRows,
  type SheetSource,
} from '../../platform/sheets/index.js'
import type { PlannedImport, ReadSheet } from './import-engine.service.js'
import { ImportRun } from './import-run.entity.js'
import { importTable } from './import-run.states.js'

export interface KeptRefusals {
  readonly date1904: boolean
  readonly refused: RefusedRow[]
  readonly sheets: SheetRows<unknown>['sheets']
  readonly notes: SheetRows<unknown>['notes']
  readonly doubts: readonly Doubt[]
}

const keptDays = 7
const cellsStart = Buffer.from('{"fileName":')

@Injectable()
export class ImportFiles {
  constructor(
    private readonly store: FileStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transitions: Transitions,
  ) {}

  /** The cells of the file, as the first reading found them: the file itself is taken apart once and not kept. */
  put({ result }: ReadSheet): Promise<string> {
    if (!result.parsed) throw new Error('the cells were kept already')
    return this.store.put(result.parsed)
  }

  async uploaded({ fileKey, fileName }: Pick<ImportRun, 'fileKey' | 'fileName'>): Promise<SheetSource> {
    if (fileKey === null) throw new NotFound('file')
    const kept = await this.store.get(fileKey)
    // What was uploaded before cells were kept lies there as it was sent, until its week is over.
    return kept.subarray(0, cellsStart.length).equals(cellsStart)
      ? { parsed: kept }
      : { bytes: kept, fileName }
  }

  /** null: there is nothing to say about any row. */
  async putRefused(
    { result }: ReadSheet,
    { refused, plan }: Pick<PlannedImport, 'refused' | 'plan'>,
  ): Promise<string | null> {
    const kept: KeptRefusals = {
      date1904: result.date1904,
      refused,
      sheets: result.sheets,
      notes: result.notes,
      doubts: plan.doubts ?? [],
    }
    const isNothing = refused.length + kept.notes.length + kept.doubts.length === 0
    return isNothing ? null : this.store.put(Buffer.from(JSON.stringify(kept), 'utf8'))
  }

  async refused({ refusedKey }: Pick<ImportRun, 'refusedKey'>): Promise<KeptRefusals | null> {
    return refusedKey === null
      ? null
      : (JSON.parse((await this.store.get(refusedKey)).toString('utf8')) as KeptRefusals)
  }

  refusedWorkbook(
    description: SheetDescription<unknown>,
    { date1904, refused, sheets }: KeptRefusals,
    language: Language,
  ): SheetOut[] {
    return refusedWorkbook({ date1904 }, description, { refused, sheets }, language)
  }

  async removeKey(key: string | null): Promise<void> {
    if (key !== null) await this.store.remove(key)
  }

  /** Uploads of ended runs at once, everything after a week. A file goes before its key, so that none is forgotten. */
  async sweep(): Promise<void> {
    const old = instantPlusMinutes(this.clock.now(), -keptDays * 24 * 60)
    const runs = await this.database.read
      .createQueryBuilder(ImportRun, 'run')
      .where(
        "run.fileKey IS NOT NULL AND (run.status IN ('done', 'failed') OR (run.createdAt < :old AND run.status != 'running'))",
        { old },
      )
      .orWhere('run.refusedKey IS NOT NULL AND run.createdAt < :old', { old })
      .take(500)
      .getMany()
    if (runs.length === 0) return
    const isOld = (run: ImportRun) => run.createdAt < old
    await Promise.all(
      runs
        .flatMap((run) => [run.fileKey, isOld(run) ? run.refusedKey : null])
        .map((key) => this.removeKey(key)),
    )
    await this.database.transaction((tx) =>
      this.forget(
        tx,
        runs.map(({ id }) => id),
        runs.filter(isOld).map(({ id }) => id),
      ),
    )
  }

  private async forget(tx: EntityManager, ids: number[], oldIds: number[]): Promise<void> {
    await tx
      .createQueryBuilder()
      .update(ImportRun)
      .set({ fileKey: null })
      .where("id IN (:...ids) AND status != 'running'", { ids })
      .execute()
    if (oldIds.length === 0) return
    await tx
      .createQueryBuilder()
      .update(ImportRun)
      .set({ refusedKey: null })
      .where('id IN (:...oldIds)', { oldIds })
      .execute()
    const unstarted = await this.transitions.takeAll(tx, ImportRun, oldIds, (ids) =>
      tx.findBy(ImportRun, { id: In([...ids]), status: In([...importTable.events.expire.from]) }),
    )
    await this.transitions.moveBySystem(tx, importTable, ImportRun, unstarted, 'expire', {
      set: { endedAt: this.clock.now() },
    })
  }
}
