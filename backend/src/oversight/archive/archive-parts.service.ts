/** Everything of a school and year, file after file (年度档案的内容): documents, papers, steps, books, bank, attachments, anchors. */
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transition } from '../../audit/index.js'
import { AnchorsService, exportLedger } from '../../ledger/index.js'
import { Database } from '../../platform/database/database.js'
import { FileStore } from '../../platform/files/file-store.js'
import { bankReturnLineColumns, ReconciliationService } from '../../spending/index.js'
import { Attachment, type Attachable, attachable } from '../attachments/attachment.entity.js'
import { findingColumns } from '../audit-rules/findings.dto.js'
import { FindingsService } from '../audit-rules/findings.service.js'
import { DocumentPartsService } from './document-parts.service.js'
import { PaperPartsService } from './paper-parts.service.js'
import {
  type ArchiveOf,
  batch,
  batches,
  bytesOf,
  later,
  listsOf,
  pagesOf,
  type Seen,
  sheetOf,
} from './pieces.js'
import { stepColumns } from './step-columns.js'
import { documentNames } from './step-words.js'
import type { ArchiveFile } from './write-zip.js'

@Injectable()
export class ArchivePartsService {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly documents: DocumentPartsService,
    private readonly papers: PaperPartsService,
    private readonly bankLines: ReconciliationService,
    private readonly findings: FindingsService,
    private readonly anchors: AnchorsService,
  ) {}

  async *files(actor: Actor, of: ArchiveOf): AsyncGenerator<ArchiveFile> {
    const seen: Seen = new Map()
    yield* this.documents.files(actor, of, seen)
    yield listsOf(actor, seen)('finding', findingColumns, (page) =>
      this.findings.list(actor, { ...of, ...page, sort: 'id', order: 'asc' }),
    )
    yield* this.papers.files(actor, seen)
    yield this.steps(actor, of, seen)
    yield* this.books(of)
    yield this.bank(actor, of, seen)
    yield* this.attachments(of, seen)
    yield { path: '7-锚点/ledger-anchors.ndjson', content: bytesOf(this.anchors.lines()) }
  }

  private steps(actor: Actor, { schoolId }: ArchiveOf, seen: Seen): ArchiveFile {
    const { read } = this.database
    async function* rows(): AsyncGenerator<Transition> {
      for (const [entity, ids] of seen)
        for (const some of batches([...ids]))
          yield* await read.find(Transition, {
            where: { entity, entityId: In(some) },
            order: { entityId: 'ASC', id: 'ASC' },
          })
    }
    return {
      path: '3-办理经过/办理经过.xlsx',
      content: sheetOf(actor, `steps-${schoolId}`, stepColumns, pagesOf(rows())),
    }
  }

  private async *books(of: ArchiveOf): AsyncGenerator<ArchiveFile> {
    const { read } = this.database
    yield { path: '4-台账/journal.csv', content: bytesOf(exportLedger(read, 'csv', of)) }
    yield { path: '4-台账/journal.journal', content: bytesOf(exportLedger(read, 'hledger', of)) }
    yield { path: '4-台账/vouchers.csv', content: bytesOf(exportLedger(read, 'vouchers', of)) }
  }

  /** Of the year's payments, of the year's days, and of no day that could be read. */
  private bank(actor: Actor, { schoolId, fiscalYear }: ArchiveOf, seen: Seen): ArchiveFile {
    const paid = seen.get('payment') ?? new Set<number>()
    const isOfYear = (line: { paidOn: string | null; paymentId: number | null }) =>
      line.paymentId !== null
        ? paid.has(line.paymentId)
        : line.paidOn === null || line.paidOn.startsWith(String(fiscalYear))
    const { bankLines } = this
    async function* rows() {
      for (let page = 1; ; page += 1) {
        const { items } = await bankLines.list(actor, {
          schoolId,
          page,
          pageSize: batch,
          sort: 'id',
          order: 'asc',
        })
        yield* items.filter(isOfYear)
        if (items.length < batch) return
      }
    }
    return {
      path: '5-银行/银行回单明细.xlsx',
      content: sheetOf(actor, 'bank', bankReturnLineColumns, pagesOf(rows())),
    }
  }

  private async *attachments({ schoolId }: ArchiveOf, seen: Seen): AsyncGenerator<ArchiveFile> {
    for (const entity of attachable)
      for (const some of batches([...(seen.get(entity) ?? [])]))
        for (const file of await this.filesOf(schoolId, entity, some))
          yield {
            path: `6-附件/${documentNames[entity]!.zh}-${file.entityId}/${file.id}-${file.fileName}`,
            content: later(async () => [await this.store.get(file.fileKey)]),
          }
  }

  private filesOf(schoolId: number, entity: Attachable, ids: number[]): Promise<Attachment[]> {
    return this.database.read.find(Attachment, {
      where: { schoolId, entity, entityId: In(ids) },
      order: { entityId: 'ASC', id: 'ASC' },
    })
  }
}
