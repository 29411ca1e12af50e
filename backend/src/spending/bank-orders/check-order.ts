/**
 * Is an order what was drawn (付款指令核对)? Its rows as they are kept sealed against its hash, its sum and count, and line
 * by line against the payments. By the file, by the step that marks it as sent, and by verification.
 */
import { type EntityManager, In } from 'typeorm'
import type { FieldSeal } from '../../platform/crypto.js'
import { addFen, fen } from '../../platform/money.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import { referenceOf } from '../payments/payment-keys.js'
import { Payment } from '../payments/payment.entity.js'
import { BankOrder } from './bank-order.entity.js'
import { BankOrderLine } from './bank-order-line.entity.js'
import { type FileRow, toFields } from './file-row.js'

export interface CheckedOrder {
  readonly lines: readonly BankOrderLine[]
  readonly rows: readonly FileRow[]
  /** In English, for verification; empty: it is what was drawn. */
  readonly problems: readonly string[]
}

/** With the rows of its file, in their order; a row that cannot be opened is empty, and a problem. */
export async function checkOrder(
  manager: EntityManager,
  seal: FieldSeal,
  order: BankOrder,
): Promise<CheckedOrder> {
  const lines = await manager.find(BankOrderLine, {
    where: { bankOrderId: order.id },
    order: { id: 'ASC' },
  })
  const payments = await manager.findBy(Payment, { id: In(lines.map(({ paymentId }) => paymentId)) })
  const byId = new Map(payments.map((payment) => [payment.id, payment]))
  const opened = lines.map(({ rowSealed }) => open(seal, rowSealed))
  const rows = opened.map((row) => row ?? [])
  const sum = addFen(fen(0), ...opened.flatMap((row) => (row ? [fen(toFields(row).amountFen)] : [])))
  const problems = [
    ...(rows.length === order.lineCount ? [] : [`it says ${order.lineCount} lines, and has ${rows.length}`]),
    ...(sum === order.amountFen ? [] : [`it says ${order.amountFen}, its lines ${sum}`]),
    ...(snapshotHash(rows) === order.contentHash ? [] : ['its lines are not those that were drawn']),
    ...lines.flatMap((line, i) =>
      wrongWith(seal, order, line, opened[i]!, byId.get(line.paymentId)).map(
        (problem) => `line ${line.id}: ${problem}`,
      ),
    ),
  ]
  return { lines, rows, problems }
}

function wrongWith(
  seal: FieldSeal,
  order: BankOrder,
  line: BankOrderLine,
  row: FileRow | null,
  payment: Payment | undefined,
): string[] {
  if (row === null) return ['its row cannot be opened']
  if (!payment) return [`its payment ${line.paymentId} is not there`]
  const said = toFields(row)
  const problems: string[] = []
  if (said.orderNumber !== order.number) problems.push(`its row is of order ${said.orderNumber}`)
  if (said.reference !== line.reference || !isOf(line.reference, payment))
    problems.push(`its row is of ${said.reference}, its payment ${payment.id}`)
  if (line.schoolId !== payment.schoolId) problems.push('its school is another than that of its payment')
  if (said.amountFen !== payment.amountFen)
    problems.push(`it says ${said.amountFen}, payment ${payment.id} ${payment.amountFen}`)
  if (isAsOrdered(order, line, payment) && !paysTheSame(seal, said, payment))
    problems.push(`it pays another than payment ${payment.id} says`)
  return problems
}

/** KH00000012-2 is the payment 12, the second time. */
const isOf = (reference: string, { id }: Payment): boolean => reference.split('-')[0] === referenceOf(id)

// What the bank has sent back may get another account, and goes out again under another reference; what was dissolved
// may have been called back and changed.
const isAsOrdered = ({ status }: BankOrder, { reference }: BankOrderLine, payment: Payment): boolean =>
  status !== 'dissolved' &&
  payment.reference === reference &&
  (payment.status === 'checked' || payment.status === 'paid')

const paysTheSame = (seal: FieldSeal, said: ReturnType<typeof toFields>, payment: Payment): boolean =>
  said.payee === payment.payee &&
  said.payeeBank === payment.payeeBank &&
  said.payeeBankCode === payment.payeeBankCode &&
  (said.payeeAccount === null ? null : seal.hash(said.payeeAccount)) === payment.payeeAccountHash &&
  said.payeeAccount === openText(seal, payment.payeeAccountSealed)

function openText(seal: FieldSeal, sealed: string | null): string | null {
  try {
    return seal.open(sealed)
  } catch {
    return null
  }
}

function open(seal: FieldSeal, sealed: string): FileRow | null {
  const text = openText(seal, sealed)
  return text === null ? null : (JSON.parse(text) as FileRow)
}

/** All orders, one after another. One sentence for each thing that does not agree. */
export async function verifyBankOrders(manager: EntityManager, seal: FieldSeal): Promise<string[]> {
  const problems: string[] = []
  for (let last = 0; ;) {
    const orders = await manager
      .createQueryBuilder(BankOrder, 'bankOrder')
      .where('bankOrder.id > :last', { last })
      .orderBy('bankOrder.id')
      .take(100)
      .getMany()
    for (const order of orders)
      for (const problem of (await checkOrder(manager, seal, order)).problems)
        problems.push(`bank_order ${order.id}: ${problem}`)
    if (orders.length < 100) return problems
    last = orders.at(-1)!.id
  }
}
