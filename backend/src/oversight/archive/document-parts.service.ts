/** The documents of a school and year as sheets (单据): the same lists, columns and masks as on the pages of who takes them. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import {
  declarationColumns,
  DeclarationReadingService,
  estimateColumns,
  EstimatesService,
  performanceTargetColumns,
  PerformanceTargetsService,
} from '../../grants/index.js'
import {
  distributionSchemeColumns,
  DistributionSchemeReadingService,
  paymentColumns,
  PaymentReadingService,
  receiptColumns,
  ReceiptsService,
  settlementColumns,
  SettlementsService,
} from '../../spending/index.js'
import { type ArchiveOf, listsOf, type Seen } from './pieces.js'
import type { ArchiveFile } from './write-zip.js'

@Injectable()
export class DocumentPartsService {
  constructor(
    private readonly estimates: EstimatesService,
    private readonly performance: PerformanceTargetsService,
    private readonly declarations: DeclarationReadingService,
    private readonly receipts: ReceiptsService,
    private readonly schemes: DistributionSchemeReadingService,
    private readonly payments: PaymentReadingService,
    private readonly settlements: SettlementsService,
  ) {}

  async *files(actor: Actor, of: ArchiveOf, seen: Seen): AsyncGenerator<ArchiveFile> {
    const list = listsOf(actor, seen)
    const ordered = { ...of, sort: 'id', order: 'asc' as const }
    yield list('estimate', estimateColumns, (page) => this.estimates.list(actor, { ...ordered, ...page }))
    yield list('performance_target', performanceTargetColumns, (page) =>
      this.performance.list(actor, { ...ordered, ...page }),
    )
    yield list('declaration', declarationColumns, (page) =>
      this.declarations.list(actor, { ...ordered, ...page }),
    )
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
    yield list('settlement', settlementColumns, (page) =>
      this.settlements.list(actor, { ...ordered, ...page }),
    )
  }
}
