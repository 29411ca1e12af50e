/** What was received, put on the classes, paid, mended and settled, as sheets (支出单据): see DocumentPartsService. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import {
  distributionSchemeColumns,
  DistributionSchemeReadingService,
  receiptColumns,
  ReceiptsService,
  settlementColumns,
  SettlementsService,
  treasuryReturnColumns,
  TreasuryReturnReadingService,
} from '../../spending/index.js'
import { PaymentPartsService } from './payment-parts.service.js'
import { type ArchiveOf, listsOf, type Seen } from './pieces.js'
import type { ArchiveFile } from './write-zip.js'

@Injectable()
export class SpendingPartsService {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly schemes: DistributionSchemeReadingService,
    private readonly paying: PaymentPartsService,
    private readonly settlements: SettlementsService,
    private readonly returns: TreasuryReturnReadingService,
  ) {}

  async *files(actor: Actor, of: ArchiveOf, seen: Seen): AsyncGenerator<ArchiveFile> {
    const list = listsOf(actor, seen)
    const ordered = { ...of, sort: 'id', order: 'asc' as const }
    yield list(
      'appropriation',
      receiptColumns,
      (page) => this.receipts.list(actor, { ...ordered, ...page }),
      (row) => row.appropriationId,
    )
    yield list('scheme', distributionSchemeColumns, (page) =>
      this.schemes.list(actor, { ...ordered, ...page }),
    )
    yield* this.paying.files(actor, of, seen)
    yield list('settlement', settlementColumns, (page) =>
      this.settlements.list(actor, { ...ordered, ...page }),
    )
    yield list('treasury_return', treasuryReturnColumns, (page) =>
      this.returns.list(actor, { ...ordered, ...page }),
    )
  }
}
