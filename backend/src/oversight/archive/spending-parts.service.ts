/** What was received, put on the classes, paid, mended and settled, as sheets (支出单据): see DocumentPartsService. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import {
  correctionColumns,
  CorrectionReadingService,
  distributionSchemeColumns,
  DistributionSchemeReadingService,
  paymentColumns,
  PaymentReadingService,
  receiptColumns,
  ReceiptsService,
  settlementColumns,
  SettlementsService,
  treasuryReturnColumns,
  TreasuryReturnReadingService,
} from '../../spending/index.js'
import { type ArchiveOf, listsOf, type Seen } from './pieces.js'
import type { ArchiveFile } from './write-zip.js'

@Injectable()
export class SpendingPartsService {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly schemes: DistributionSchemeReadingService,
    private readonly payments: PaymentReadingService,
    private readonly corrections: CorrectionReadingService,
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
    yield list('payment', paymentColumns, (page) => this.payments.list(actor, { ...ordered, ...page }))
    yield list('correction', correctionColumns, (page) =>
      this.corrections.list(actor, { ...ordered, ...page }),
    )
    yield list('settlement', settlementColumns, (page) =>
      this.settlements.list(actor, { ...ordered, ...page }),
    )
    yield list('treasury_return', treasuryReturnColumns, (page) =>
      this.returns.list(actor, { ...ordered, ...page }),
    )
  }
}
