/** Reads a sheet, compares it with the records and saves it (导入引擎): the same for the office and for the command line. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, RuleBroken } from '../../platform/errors.js'
import {
  type Mapping,
  type ReadSheet as ReadRows,
  readUploadedSheet,
  type RefusedRow,
  refuseRows,
  type SheetRows,
  type SheetSource,
  UnknownField,
  UnreadableSheet,
} from '../../platform/sheets/index.js'
import { ImportFiles } from './import-files.service.js'
import {
  decisionKey,
  type Decisions,
  type ImportCounts,
  type ImportKind,
  type ImportRun,
} from './import-run.entity.js'
import { Importers, type RowsPlan } from './importers.js'

export interface ReadSheet {
  readonly kind: ImportKind
  readonly result: ReadRows<unknown>
}

export interface PlannedImport {
  readonly plan: RowsPlan
  readonly counts: ImportCounts
  readonly refused: RefusedRow[]
}

@Injectable()
export class ImportEngine {
  constructor(
    private readonly importers: Importers,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: ImportFiles,
  ) {}

  description(kind: ImportKind) {
    return this.importers.of(kind).description
  }

  /**
   * In a thread of its own. Throws RuleBroken with the sentence for a file that cannot be read, Invalid for a mapping to
   * an unknown field.
   */
  async read(kind: ImportKind, schoolId: number, source: SheetSource, mapping: Mapping): Promise<ReadSheet> {
    const { stage } = await this.database.read.findOneByOrFail(School, { id: schoolId })
    try {
      const result = await readUploadedSheet(source, this.description(kind), {
        todayOn: this.clock.today(),
        mapping,
        firstGrade: stage === 'junior_secondary' ? 7 : 1,
      })
      return { kind, result }
    } catch (error) {
      if (error instanceof UnreadableSheet) throw new RuleBroken(error.code, error.params)
      if (error instanceof UnknownField) throw new Invalid('exchange.unknown_field')
      throw error
    }
  }

  /** What was uploaded, read again. Throws NotFound when its week is over. */
  async readKept(run: ImportRun, mapping: Mapping): Promise<ReadSheet> {
    return this.read(run.kind, run.schoolId, await this.files.uploaded(run), mapping)
  }

  async plan(
    manager: EntityManager,
    schoolId: number,
    { kind, result }: ReadSheet,
    decisions: Decisions,
  ): Promise<PlannedImport> {
    if (!result.sheets.some((sheet) => sheet.status === 'ready')) throw this.notRecognised(kind, result)
    const school = await manager.findOneByOrFail(School, { id: schoolId })
    const columns = new Map(
      result.sheets.map((sheet) => [sheet.sheet, new Set(sheet.columns.map((column) => column.field))]),
    )
    const plan = await this.importers.of(kind).importer.plan(manager, school, result.rows, {
      hasColumn: (sheet, field) => columns.get(sheet)?.has(field) ?? false,
      decisionOf: (sheet, row) => decisions[decisionKey(sheet, row)],
    })
    const refused = refuseRows(result.sheetNames, result, plan.refused)
    const { empty, total, header, note } = result.skipped
    const counts = {
      new: plan.newCount,
      changed: plan.changedCount,
      unchanged: plan.unchangedCount,
      refused: refused.length,
      skipped: empty + total + header + note,
      homeClasses: [...plan.homeClasses],
    }
    return { plan, counts, refused }
  }

  private notRecognised(kind: ImportKind, { sheets }: SheetRows<unknown>): RuleBroken {
    const nearest = sheets.find((sheet) => sheet.status === 'columns_missing')
    if (!nearest) return new RuleBroken('exchange.no_header')
    const titles = new Map(this.description(kind).fields.map((field) => [field.name, field.titleZh]))
    return new RuleBroken('exchange.columns_missing', {
      sheet: nearest.sheet,
      columns: nearest.missing
        .map((group) => group.map((field) => titles.get(field) ?? field).join(' / '))
        .join('、'),
    })
  }
}
