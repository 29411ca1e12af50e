/** How does a sheet come in (上传)? Read before it is kept, sealed, and not more than a school needs in a day. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { SchoolScope } from '../../organisation/index.js'
import { Clock, instantOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, TooMany } from '../../platform/errors.js'
import type { Upload } from '../../platform/http/upload.js'
import { ImportEngine } from './import-engine.service.js'
import { ImportFiles } from './import-files.service.js'
import { type ImportKind, importKinds, ImportRun } from './import-run.entity.js'
import { importTable } from './import-run.states.js'
import { neutralFileName } from './shown-sheets.js'

/** Of one school, so that a script that has run wild does not fill the disk of all. */
export const uploadsPerDay = 100

@Injectable()
export class ImportUploads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly schools: SchoolScope,
    private readonly engine: ImportEngine,
    private readonly files: ImportFiles,
  ) {}

  /** Keeps the file, sealed; a file that cannot be read is refused before anything is kept. */
  async upload(actor: Actor, { fields, fileName: given, bytes }: Upload): Promise<number> {
    const { schoolId, kind } = wordsOf(fields)
    await this.schools.require(actor, schoolId)
    const fileName = neutralFileName(given)
    const fileKey = await this.files.put(await this.engine.read(kind, schoolId, { bytes, fileName }, {}))
    try {
      const run = await this.database.transaction((tx) =>
        this.keep(tx, actor, { schoolId, kind, fileName, fileKey }),
      )
      return run.id
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
        status: importTable.initial,
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
    await this.transitions.made(tx, importTable, saved, actor)
    await this.audit.record(tx, actor, {
      action: 'import_run.create',
      entity: importTable.entity,
      entityId: saved.id,
      schoolId,
      after: { kind, fileName },
    })
    return saved
  }
}

function wordsOf(fields: Upload['fields']): { schoolId: number; kind: ImportKind } {
  const schoolId = /^[1-9]\d{0,9}$/.test(fields['schoolId'] ?? '') ? Number(fields['schoolId']) : null
  const kind = importKinds.find((each) => each === fields['kind'])
  if (schoolId !== null && kind) return { schoolId, kind }
  throw Invalid.field(kind ? 'schoolId' : 'kind', kind ? 'validation.isInt' : 'validation.isIn')
}
