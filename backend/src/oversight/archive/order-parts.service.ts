/** What was sent to the bank, and what was made public, of a school and year (付款指令与公示): after the documents that they are about. */
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Declaration, Publication } from '../../grants/index.js'
import { localDateOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { BankOrder, BankOrderLine, Payment } from '../../spending/index.js'
import { type ArchiveOf, batches, listsOf, pagesOf, type Seen } from './pieces.js'
import type { ArchiveFile } from './write-zip.js'

/** One payment in an order; of an order for many schools only this school's. */
interface OrderedPayment {
  /** The order's. */
  readonly id: number
  readonly line: BankOrderLine
  readonly order: BankOrder
  readonly payment: Payment
}

const orderColumns: readonly ListColumn<OrderedPayment>[] = [
  { zh: '付款指令', en: 'Order', kind: 'text', of: ({ order }) => order.number },
  { zh: '编号', en: 'Number', kind: 'integer', of: ({ order }) => order.id },
  { zh: '状态', en: 'State', kind: 'text', of: ({ order }, language) => orderStates[order.status][language] },
  { zh: '业务参考号', en: 'Reference', kind: 'text', of: ({ line }) => line.reference },
  { zh: '支付编号', en: 'Payment', kind: 'integer', of: ({ payment }) => payment.id },
  { zh: '收款人', en: 'Payee', kind: 'text', of: ({ payment }) => payment.payee },
  { zh: '金额', en: 'Amount', kind: 'fen', of: ({ payment }) => payment.amountFen },
  { zh: '制作人', en: 'Drawn by', kind: 'text', of: ({ order }) => order.drawnByName },
  { zh: '制作日期', en: 'Drawn on', kind: 'date', of: ({ order }) => localDateOf(order.drawnAt) },
  { zh: '送银行经办人', en: 'Sent by', kind: 'text', of: ({ order }) => order.sentByName },
  {
    zh: '送银行日期',
    en: 'Sent on',
    kind: 'date',
    of: ({ order }) => (order.sentAt ? localDateOf(order.sentAt) : null),
  },
  {
    zh: '指令校验码',
    en: 'Hash of the order',
    kind: 'text',
    width: 40,
    of: ({ order }) => order.contentHash,
  },
]
const orderStates = {
  drawn: { zh: '已制作', en: 'drawn' },
  sent: { zh: '已送银行', en: 'sent' },
  dissolved: { zh: '已解散', en: 'dissolved' },
} as const

const publicationColumns: readonly ListColumn<Publication>[] = [
  { zh: '编号', en: 'Number', kind: 'integer', of: ({ id }) => id },
  { zh: '标题', en: 'Title', kind: 'text', width: 40, of: ({ title }) => title },
  { zh: '公示开始', en: 'From', kind: 'date', of: ({ opensOn }) => opensOn },
  { zh: '公示截止', en: 'To', kind: 'date', of: ({ closesOn }) => closesOn },
  {
    zh: '状态',
    en: 'State',
    kind: 'text',
    of: ({ status }, language) => publicationStates[status][language],
  },
  { zh: '公示地址', en: 'Address', kind: 'text', of: ({ slug }) => slug },
  {
    zh: '内容校验码',
    en: 'Hash of the content',
    kind: 'text',
    width: 40,
    of: ({ contentHash }) => contentHash,
  },
]
const publicationStates = {
  draft: { zh: '草稿', en: 'draft' },
  open: { zh: '公示中', en: 'open' },
  archived: { zh: '已归档', en: 'archived' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
} as const

@Injectable()
export class OrderPartsService {
  constructor(private readonly database: Database) {}

  /** `seen`: the documents of the year, which come before. */
  async *files(actor: Actor, { schoolId }: ArchiveOf, seen: Seen): AsyncGenerator<ArchiveFile> {
    const list = listsOf(actor, seen)
    yield list('bank_order', orderColumns, pagesOf(this.ordered(schoolId, [...(seen.get('payment') ?? [])])))
    yield list('publication', publicationColumns, pagesOf(this.published(seen)))
  }

  private async *ordered(schoolId: number, paymentIds: readonly number[]): AsyncGenerator<OrderedPayment> {
    for (const some of batches(paymentIds)) {
      const { read } = this.database
      const lines = await read.find(BankOrderLine, {
        where: { schoolId, paymentId: In(some) },
        order: { bankOrderId: 'ASC', id: 'ASC' },
      })
      const orderIds = [...new Set(lines.map(({ bankOrderId }) => bankOrderId))]
      const orders = new Map(
        (await read.findBy(BankOrder, { id: In(orderIds) })).map((each) => [each.id, each]),
      )
      const payments = new Map((await read.findBy(Payment, { id: In(some) })).map((each) => [each.id, each]))
      for (const line of lines) {
        const [order, payment] = [orders.get(line.bankOrderId), payments.get(line.paymentId)]
        if (order && payment) yield { id: order.id, line, order, payment }
      }
    }
  }

  /** Of the declarations, notices and statements of the year, also where a whole region was made public at once. */
  private async *published(seen: Seen): AsyncGenerator<Publication> {
    const { read } = this.database
    const ids = new Set<number>()
    for (const some of batches([...(seen.get('declaration') ?? [])]))
      for (const { publicationId } of await read.findBy(Declaration, { id: In(some) }))
        if (publicationId !== null) ids.add(publicationId)
    for (const entity of ['appropriation', 'settlement'])
      for (const some of batches([...(seen.get(entity) ?? [])]))
        for (const { id } of await read.findBy(Publication, { subjectEntity: entity, subjectId: In(some) }))
          ids.add(id)
    for (const some of batches([...ids].sort((a, b) => a - b)))
      yield* await read.find(Publication, { where: { id: In(some) }, order: { id: 'ASC' } })
  }
}
