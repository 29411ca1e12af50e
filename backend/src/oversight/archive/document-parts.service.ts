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
import { OrderPartsService } from './order-parts.service.js'
import { SpendingPartsService } from './spending-parts.service.js'
import { type ArchiveOf, listsOf, type Seen } from './pieces.js'
import type { ArchiveFile } from './write-zip.js'

@Injectable()
export class DocumentPartsService {
  constructor(
    private readonly estimates: EstimatesService,
    private readonly performance: PerformanceTargetsService,
    private readonly declarations: DeclarationReadingService,
    private readonly spending: SpendingPartsService,
    private readonly orders: OrderPartsService,
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
    yield* this.spending.files(actor, of, seen)
    yield* this.orders.files(actor, of, seen)
  }
}
