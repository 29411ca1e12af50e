/** Which nouns can be imported (可导入的内容), how their sheets look, and who plans and saves their rows. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ActingPerson } from '../../audit/index.js'
import { RoomsImport, roomsSheet, type School } from '../../organisation/index.js'
import { StudentsImport, studentsSheet, TeachersImport, teachersSheet } from '../../people/index.js'
import type {
  AcceptedRow,
  Doubt,
  PlanContext,
  RowFault,
  SheetDescription,
} from '../../platform/sheets/index.js'
import type { ImportKind } from './import-run.entity.js'

/** What the rows would do, worked out before anything is written; `save` does it. */
export interface RowsPlan {
  readonly newCount: number
  readonly changedCount: number
  readonly unchangedCount: number
  readonly refused: readonly RowFault[]
  /** Rows that may be somebody who is known already; the undecided ones are among the refused. */
  readonly doubts?: readonly Doubt[]
  /** Names of home classes that would be made. */
  readonly homeClasses: readonly string[]
  save(
    tx: EntityManager,
    person: ActingPerson,
    onProgress: (done: number, total: number) => Promise<void>,
  ): Promise<void>
}

export interface RowsImporter<Row> {
  plan(
    manager: EntityManager,
    school: School,
    rows: readonly AcceptedRow<Row>[],
    about: PlanContext,
  ): Promise<RowsPlan>
}

interface Importer<Row> {
  readonly description: SheetDescription<Row>
  readonly importer: RowsImporter<Row>
}

@Injectable()
export class Importers {
  private readonly byKind: Readonly<Record<ImportKind, Importer<never>>>

  constructor(students: StudentsImport, teachers: TeachersImport, rooms: RoomsImport) {
    // Each description and its importer agree about their row, which nobody else looks into.
    this.byKind = {
      students: { description: studentsSheet, importer: students },
      teachers: { description: teachersSheet, importer: teachers },
      rooms: { description: roomsSheet, importer: rooms },
    } as unknown as Record<ImportKind, Importer<never>>
  }

  of(kind: ImportKind): Importer<unknown> {
    return this.byKind[kind] as unknown as Importer<unknown>
  }
}
