/** What was agreed, invoiced, paid and mended, as sheets (支付单据): see DocumentPartsService. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import {
  commitmentColumns,
  CommitmentReadingService,
  correctionColumns,
  CorrectionReadingService,
  invoiceColumns,
  InvoicesService,
  payListColumns,
  PayListReadingService,
  paymentColumns,
  PaymentReadingService,
} from '../../spending/index.js'
import { type ArchiveOf, listsOf, type Seen } from './pieces.js'
import type { ArchiveFile } from './write-zip.js'

@Injectable()
export class PaymentPartsService {
  constructor(
    private readonly commitments: CommitmentReadingService,
    private readonly payLists: PayListReadingService,
    private readonly invoices: InvoicesService,
    private readonly payments: PaymentReadingService,
    private readonly corrections: CorrectionReadingService,
  ) {}

  async *files(actor: Actor, of: ArchiveOf, seen: Seen): AsyncGenerator<ArchiveFile> {
    const list = listsOf(actor, seen)
    const ordered = { ...of, sort: 'id', order: 'asc' as const }
    yield list('commitment', commitmentColumns, (page) =>
      this.commitments.list(actor, { ...ordered, ...page }),
    )
    yield list('pay_list', payListColumns, (page) => this.payLists.list(actor, { ...ordered, ...page }))
    yield list('invoice', invoiceColumns, (page) => this.invoices.list(actor, { ...ordered, ...page }))
    yield list('payment', paymentColumns, (page) => this.payments.list(actor, { ...ordered, ...page }))
    yield list('correction', correctionColumns, (page) =>
      this.corrections.list(actor, { ...ordered, ...page }),
    )
  }
}
