/** What is changed by SQL in what a school buys, and what verification says of it. */
import { type FundedSchool, sentToBank } from './funding-world.js'

/** What is changed, by which statements, and what must be found. */
export type Change = readonly [name: string, statements: () => string[], found: RegExp]

export interface Contract {
  /** A contract, and a payment of a part of it that waits for the bank. */
  readonly commitment: number
  readonly partly: number
}

export interface Bought extends Contract {
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

/** A contract that was approved, and a payment of a part of it that waits for the bank. */
export async function paysContract(funded: FundedSchool, allotmentId: number): Promise<Contract> {
  const { body: payee } = await funded.officer.post('/api/payees', {
    schoolId: funded.school.id,
    name: '晨光公司',
    kind: 'unit',
    account: '6222000000009',
    bankName: '工商银行大同分行',
  })
  const { body } = await funded.officer.post('/api/commitments', {
    kind: 'contract',
    number: 'HT-1',
    title: '美术课服务合同',
    payeeId: payee.id,
    signedOn: '2026-11-01',
    endsOn: '2026-12-31',
    lines: [{ allotmentId, account: 'E520', amountFen: 5_000 }],
  })
  const commitment = body.id as number
  await funded.officer.post(`/api/commitments/${commitment}/submit`)
  await funded.principal.post(`/api/commitments/${commitment}/approve`)
  const asked = {
    allotmentId,
    account: 'E520',
    amountFen: 2_000,
    payeeId: payee.id as number,
    commitmentId: commitment,
  }
  return { commitment, partly: await sentToBank(funded, asked) }
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
  [
    'what a contract is made out for',
    () => [`UPDATE commitment SET amountFen = 500000 WHERE id = ${of().commitment}`],
    /commitment \d+: it says 500000, its lines 5000[\s\S]*it says 498000, journal \d+ 3000/,
  ],
  [
    'a line of a contract',
    () => [`UPDATE commitment_line SET account = 'E530' WHERE commitmentId = ${of().commitment}`],
    /commitment \d+: it is not what journal[\s\S]*payment \d+: a line of it is none of commitment/,
  ],
  [
    'with whom a contract is',
    () => [`UPDATE commitment SET payeeId = payeeId + 1, payee = '别人' WHERE id = ${of().commitment}`],
    /commitment \d+: it is not what journal[\s\S]*payment \d+: it pays another than commitment/,
  ],
  [
    'a payment that was put beside its contract',
    () => [`UPDATE payment SET commitmentId = NULL WHERE id = ${of().partly}`],
    /payment \d+: it is not what journal[\s\S]*commitment \d+: it says 5000, journal \d+ 3000/,
  ],
  [
    'a payment that was put under a contract',
    () => [`UPDATE payment SET commitmentId = ${of().commitment} WHERE id = ${of().waiting}`],
    /payment \d+: it is not what journal/,
  ],
  [
    'a contract that was ended by a state',
    () => [`UPDATE commitment SET status = 'ended' WHERE id = ${of().commitment}`],
    /commitment \d+: journal \d+ stands as commit[\s\S]*it is ended, its steps end at approved/,
  ],
  [
    'a contract that was taken away',
    () => [`DELETE FROM commitment WHERE id = ${of().commitment}`],
    /payment \d+: its commitment \d+ is not there[\s\S]*commitment \d+ is booked, and is not there/,
  ],
]
