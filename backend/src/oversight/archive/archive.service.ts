/** The archive of a school and year for the auditor (年度档案包): one ZIP with a list of what is in it, streamed as it is written. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { requireSchool } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { Attachment } from '../attachments/attachment.entity.js'
import { ArchivePartsService } from './archive-parts.service.js'
import type { ArchiveOf } from './pieces.js'
import { type ArchiveFacts, manifest, readme, sums, sumsName } from './readme.js'
import { type ArchiveFile, type WrittenFile, writeZip } from './write-zip.js'

const megabyte = 1024 * 1024
/** All attachments of the school, so that what is begun also ends below the limit of the format. */
const mostMegabytes = 3500

@Injectable()
export class ArchiveService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly parts: ArchivePartsService,
  ) {}

  /** Refuses before the first byte; that it was taken is noted before, too. */
  async take(actor: Actor, of: ArchiveOf): Promise<{ name: string; zip: AsyncIterableIterator<Uint8Array> }> {
    const school = await this.database.transaction(async (tx) => {
      const found = await requireSchool(tx, actor, of.schoolId)
      const bytes = await tx.sum(Attachment, 'sizeBytes', { schoolId: of.schoolId })
      const size = Math.ceil(Number(bytes ?? 0) / megabyte)
      if (size > mostMegabytes)
        throw new RuleBroken('funding.archive_too_large', { size, most: mostMegabytes })
      await this.audit.record(tx, actor, {
        action: 'archive.take',
        entity: 'school',
        entityId: of.schoolId,
        schoolId: of.schoolId,
        after: { fiscalYear: of.fiscalYear },
      })
      return found
    })
    const facts: ArchiveFacts = {
      schoolName: school.name,
      schoolCode: school.code,
      fiscalYear: of.fiscalYear,
      takenOn: this.clock.today(),
      takenBy: actor.displayName,
    }
    const written: WrittenFile[] = []
    // All of it as it stood at one instant, however long the download takes.
    const snapshot = await this.database.openSnapshot()
    const zip = writeZip(this.files(actor, of, facts, written), written, this.clock.now())
    return { name: `${school.name}-${of.fiscalYear}-archive.zip`, zip: snapshot.pieces(zip) }
  }

  /** What is said of all files comes last: only then are they known. */
  private async *files(
    actor: Actor,
    of: ArchiveOf,
    facts: ArchiveFacts,
    written: readonly WrittenFile[],
  ): AsyncGenerator<ArchiveFile> {
    yield { path: '说明.txt', content: [Buffer.from(`\ufeff${readme(facts)}`)] }
    yield* this.parts.files(actor, of)
    yield { path: 'manifest.json', content: [Buffer.from(manifest(facts, written))] }
    yield { path: sumsName, content: [Buffer.from(sums(written))] }
  }
}
