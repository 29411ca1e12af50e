/** What is changed by SQL in what a school buys, and what verification says of it. */
import { type FundedSchool, sentToBank } from './funding-world.js'

/** What is changed, by which statements, and what must be found. */
export type Change = readonly [name: string, statements: () => string[], found: RegExp]

export interface Bought {
  readonly school: number
  /** A payment without an invoice, and one that pays a part of one. */
  readonly waiting: number
  readonly invoiced: number
}

/** A payment that waits for the bank and pays a part of an invoice; answers its id. */
export async function paysInvoice(funded: FundedSchool, allotmentId: number): Promise<number> {
  const { body } = await funded.officer.post('/api/invoices', {
    schoolId: funded.school.id,
    number: '26142000000000000001',
    seller: '材料店',
    issuedOn: '2026-11-18',
    amountFen: 900,
  })
  const invoices = [{ invoiceId: body.id as number, amountFen: 400 }]
  return sentToBank(funded, { allotmentId, amountFen: 400, invoices })
}

export const changesOfBuying = (of: () => Bought): readonly Change[] => [
  [
    'a payment that became a reimbursement',
    () => [`UPDATE payment SET kind = 'reimbursement' WHERE id = ${of().waiting}`],
    /payment \d+: it is not what journal[\s\S]*it reimburses without an invoice/,
  ],
  [
    'what it pays of an invoice',
    () => [`UPDATE payment_invoice SET amountFen = 500 WHERE paymentId = ${of().invoiced}`],
    /payment \d+: it is not what journal[\s\S]*it says 400, its invoices 500/,
  ],
  [
    'its invoice taken away',
    () => [`DELETE FROM payment_invoice WHERE paymentId = ${of().invoiced}`],
    /payment \d+: it is not what journal/,
  ],
  [
    'the number of its invoice',
    () => [`UPDATE invoice SET number = '26142000000000000002' WHERE schoolId = ${of().school}`],
    /invoice \d+: its key is not its number/,
  ],
  [
    'what its invoice is made out for',
    () => [`UPDATE invoice SET amountFen = 300 WHERE schoolId = ${of().school}`],
    /payment \d+: it is not what journal[\s\S]*invoice \d+: payments take 400 of 300/,
  ],
  [
    'who issued its invoice',
    () => [`UPDATE invoice SET seller = '别人' WHERE schoolId = ${of().school}`],
    /payment \d+: it pays another than the seller of invoice/,
  ],
]
