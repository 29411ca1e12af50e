/** By what a payment is known to the bank and in the ledger (支付的编号). Pure. */
import type { Source } from '../../ledger/index.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import { compactText } from '../../platform/sheets/index.js'
import type { Payment } from './payment.entity.js'

/** What goes to the bank and comes back from it. */
export function referenceOf(paymentId: number): string {
  return `KH${String(paymentId).padStart(8, '0')}`
}

/** KH00000012 → KH00000012-2 → KH00000012-3. */
export function nextReference(reference: string): string {
  const [first, count = '1'] = reference.split('-')
  return `${first}-${Number(count) + 1}`
}

/** The key under which a payment is spent, or will be: each time that its money comes back it has another one. */
export function spendKeyOf({ id, takenBackCount }: Pick<Payment, 'id' | 'takenBackCount'>): string {
  return takenBackCount === 0 ? `spend:payment:${id}` : `spend:payment:${id}:${takenBackCount + 1}`
}

/** What of a payment must stay as it is while it is reserved or spent. */
const hashed = [
  'id',
  'schoolId',
  'fiscalYear',
  'amountFen',
  'payeeId',
  'payee',
  'payeeAccountSealed',
  'payeeAccountLast4',
  'payeeAccountHash',
  'payeeBank',
  'payeeBankCode',
  'reason',
  'reference',
  'paidOn',
  'bankSerial',
  'takenBackCount',
] as const

// Left out where there is nothing of it, so that what was posted before payments had it keeps its hash.
const backingOf = ({ kind, commitmentId, invoices }: Payment) => ({
  ...(kind === 'direct' ? {} : { kind }),
  ...(commitmentId === null ? {} : { commitmentId }),
  ...(invoices!.length === 0
    ? {}
    : {
        invoices: invoices!.map(({ invoiceId, amountFen, invoice }) => {
          const { wholeNumber, seller, issuedOn, amountFen: invoiceFen } = invoice!
          return { invoiceId, amountFen, wholeNumber, seller, issuedOn, invoiceFen }
        }),
      }),
})

/** The payment as the ledger knows it: with the hash of what is paid to whom for what, line by line and invoice by invoice, and of what the bank said. */
export const sourceOf = (payment: Payment): Source => ({
  entity: 'payment',
  id: payment.id,
  hash: snapshotHash({
    ...Object.fromEntries(hashed.map((name) => [name, payment[name]])),
    ...backingOf(payment),
    lines: payment.lines!.map(({ number, allotmentId, account, amountFen, lessonCount }) => ({
      number,
      allotmentId,
      account,
      amountFen,
      lessonCount,
    })),
  }),
})

/** A bank's serial number in the form in which its files are read: half width, no blanks, capitals, no .0 that a sheet has put to it. */
export const bankSerialOf = (typed: string): string =>
  compactText(typed)
    .toUpperCase()
    .replace(/^(\d+)\.0+$/, '$1')
