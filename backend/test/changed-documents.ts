/** What may be done to documents that no journal speaks for, and what verification says of it. */
import type { Change } from './changed-buying.js'

export interface Kept {
  readonly school: number
  readonly payment: number
  readonly refund: number
  readonly commitment: number
  readonly invoice: number
  readonly order: number
  /** Two payments of the order. */
  readonly ordered: readonly [number, number]
  readonly formerOrder: number
  readonly voucher: number
  readonly estimate: number
  readonly finding: number
}

const after = (entity: string, id: number | string = '\\d+') =>
  new RegExp(`${entity} ${id}: it is not what it was after its last act`)

const step = (of: () => Kept, set: string) => () => [
  `UPDATE transition SET ${set} WHERE entity = 'payment' AND entityId = ${of().payment} AND event = 'approve'`,
]

const ofMoney = (of: () => Kept): readonly Change[] => [
  [
    'an approved refund with its line',
    () => [
      `UPDATE correction SET amountFen = 4000 WHERE id = ${of().refund}`,
      `UPDATE correction_line SET amountFen = 4000 WHERE correctionId = ${of().refund}`,
    ],
    after('correction'),
  ],
  [
    'what an approved refund is for',
    () => [`UPDATE correction SET reason = '别的' WHERE id = ${of().refund}`],
    after('correction'),
  ],
  [
    'which payment an approved refund mends',
    () => [`UPDATE correction SET paymentId = ${of().ordered[0]} WHERE id = ${of().refund}`],
    after('correction'),
  ],
  [
    'a submitted contract with its line',
    () => [
      `UPDATE commitment SET amountFen = 90000 WHERE id = ${of().commitment}`,
      `UPDATE commitment_line SET amountFen = 90000 WHERE commitmentId = ${of().commitment}`,
    ],
    after('commitment'),
  ],
  [
    'with whom a submitted contract is',
    () => [`UPDATE commitment SET payee = '别人' WHERE id = ${of().commitment}`],
    after('commitment'),
  ],
  [
    'an invoice that nobody pays yet',
    () => [`UPDATE invoice SET amountFen = 20000 WHERE id = ${of().invoice}`],
    after('invoice'),
  ],
  [
    'an invoice that was taken away',
    () => [`DELETE FROM invoice WHERE id = ${of().invoice}`],
    /invoice \d+: it is not there, and nobody has taken it away/,
  ],
  [
    'an invoice that was invented',
    () => [
      `INSERT INTO invoice (schoolId, code, number, wholeNumber, seller, issuedOn, amountFen, createdAt) SELECT schoolId, code, '26140213000000000077', '26140213000000000077', seller, issuedOn, 100, createdAt FROM invoice WHERE id = ${of().invoice}`,
    ],
    /invoice \d+: no act has made it/,
  ],
  [
    'the account of a payee',
    () => [`UPDATE payee SET accountLast4 = '9999' WHERE schoolId = ${of().school}`],
    after('payee'),
  ],
  [
    'who put in the account of a payee',
    () => [`UPDATE payee SET accountChangedById = 1 WHERE schoolId = ${of().school}`],
    after('payee'),
  ],
  [
    'the day on which a payment was asked for',
    () => [`UPDATE payment SET requestedOn = '2026-01-01' WHERE id = ${of().payment}`],
    after('payment'),
  ],
  ['when a payment was approved', step(of, "at = '2025-01-01 00:00:00.000'"), after('payment')],
  ['with which words a payment was approved', step(of, "comment = '同意追认'"), after('payment')],
  [
    'who drafted a payment',
    () => [
      `UPDATE transition SET actorId = 1, actorName = '别人' WHERE entity = 'payment' AND entityId = ${of().payment} AND event = 'create'`,
    ],
    after('payment'),
  ],
  [
    'that a payment was drafted',
    () => [
      `DELETE FROM transition WHERE entity = 'payment' AND entityId = ${of().payment} AND event = 'create'`,
    ],
    after('payment'),
  ],
  [
    'an attached file',
    () => [
      `INSERT INTO attachment (schoolId, entity, entityId, kind, fileName, mediaType, sizeBytes, sha256, fileKey, uploadedById, uploadedAt) VALUES (${of().school}, 'payment', ${of().payment}, 'invoice', 'a.pdf', 'application/pdf', 1, 'x', 'x', 1, '2026-11-01 00:00:00.000')`,
    ],
    after('payment'),
  ],
  [
    'a payment whose hashes were taken away with it',
    () => [
      `UPDATE payment SET requestedOn = '2026-01-01' WHERE id = ${of().payment}`,
      `UPDATE audit_entry SET documentHash = NULL WHERE entity = 'payment' AND entityId = ${of().payment}`,
    ],
    /trail of \d+, entry \d+: changed[\s\S]*payment \d+: no act has made it/,
  ],
]

const ofOrders = (of: () => Kept): readonly Change[] => [
  [
    'rows of an order that were swapped',
    () => {
      const [first, second] = of().ordered
      const row = (payment: number) =>
        `(SELECT rowSealed FROM (SELECT * FROM bank_order_line) kept WHERE kept.bankOrderId = ${of().order} AND kept.paymentId = ${payment})`
      return [
        `UPDATE bank_order_line SET openKey = NULL WHERE bankOrderId = ${of().order}`,
        `UPDATE bank_order_line SET rowSealed = ${row(second)} WHERE bankOrderId = ${of().order} AND paymentId = ${first}`,
      ]
    },
    /bank_order \d+: it says \d+, its lines \d+[\s\S]*its lines are not those that were drawn[\s\S]*line \d+: its row is of KH\d+, its payment \d+/,
  ],
  [
    'a row of another order',
    () => [
      `UPDATE bank_order_line SET rowSealed = (SELECT rowSealed FROM (SELECT * FROM bank_order_line) kept WHERE kept.bankOrderId = ${of().formerOrder}) WHERE bankOrderId = ${of().order} AND paymentId = ${of().ordered[0]}`,
    ],
    /its row is of order 2026-\d{4}/,
  ],
  [
    'payments of an order that were swapped',
    () => {
      const [first, second] = of().ordered
      return [
        `UPDATE bank_order_line SET paymentId = CASE paymentId WHEN ${first} THEN ${second} ELSE ${first} END WHERE bankOrderId = ${of().order}`,
      ]
    },
    /its row is of KH\d+, its payment \d+[\s\S]*bank_order \d+|bank_order \d+[\s\S]*its row is of KH\d+, its payment \d+/,
  ],
  [
    'a line of an order that was taken away',
    () => [
      `DELETE FROM bank_order_line WHERE bankOrderId = ${of().order} AND paymentId = ${of().ordered[0]}`,
    ],
    /bank_order \d+: it says 2 lines, and has 1/,
  ],
  [
    'the sum of an order',
    () => [`UPDATE bank_order SET amountFen = 1 WHERE id = ${of().order}`],
    /bank_order \d+: it says 1, its lines \d+/,
  ],
  [
    'whom a payment of an order pays',
    () => [
      `UPDATE payment SET payeeAccountHash = 'x', payeeAccountSealed = (SELECT payeeAccountSealed FROM (SELECT * FROM payment) other WHERE other.id = ${of().payment}) WHERE id = ${of().ordered[0]}`,
    ],
    /line \d+: it pays another than payment \d+ says/,
  ],
  [
    'who has sent an order',
    () => [`UPDATE bank_order SET sentByName = '别人' WHERE id = ${of().formerOrder}`],
    after('bank_order'),
  ],
]

const ofTheRest = (of: () => Kept): readonly Change[] => [
  [
    'when a voucher was checked',
    () => [`UPDATE voucher SET checkedAt = '2025-01-01 00:00:00.000' WHERE id = ${of().voucher}`],
    after('voucher'),
  ],
  [
    'when a voucher was numbered',
    () => [`UPDATE voucher SET numberedAt = '2025-01-01 00:00:00.000' WHERE schoolId = ${of().school}`],
    /voucher 记-2026-11-\d+: it was numbered at another time/,
  ],
  [
    'who handed in a file of the bank',
    () => ['UPDATE bank_return SET importedById = 1'],
    after('bank_return'),
  ],
  ['the hash of a file of the bank', () => ["UPDATE bank_return SET fileHash = 'q'"], after('bank_return')],
  [
    'what was found out about a line of the bank',
    () => ["UPDATE bank_return_line SET comment = 'x' WHERE closedAt IS NOT NULL"],
    after('bank_return'),
  ],
  [
    'who has closed a line of the bank',
    () => ['UPDATE bank_return_line SET closedById = 1 WHERE closedAt IS NOT NULL'],
    after('bank_return'),
  ],
  [
    'the slip of a receipt',
    () => [`UPDATE appropriation_line SET slipNumber = 'X' WHERE schoolId = ${of().school}`],
    after('appropriation'),
  ],
  [
    'when a receipt was noted',
    () => [
      `UPDATE appropriation_line SET receivedAt = '2026-01-01 00:00:00.000' WHERE schoolId = ${of().school}`,
    ],
    after('appropriation'),
  ],
  [
    'the staff meeting of a scheme',
    () => [`UPDATE scheme SET staffMeetingOn = '2026-01-01' WHERE schoolId = ${of().school}`],
    after('scheme'),
  ],
  [
    'the note of a scheme',
    () => [`UPDATE scheme SET note = 'X' WHERE schoolId = ${of().school}`],
    after('scheme'),
  ],
  [
    'a scheme that was invented',
    () => [
      `INSERT INTO scheme (schoolId, fundId, fiscalYear, appropriationLineId, openKey, status, totalFen, staffMeetingOn, note, createdAt, revision) SELECT schoolId, fundId, fiscalYear, NULL, 'k', 'submitted', 0, NULL, NULL, createdAt, 1 FROM scheme WHERE schoolId = ${of().school}`,
    ],
    /scheme \d+: no act has made it/,
  ],
  [
    'how many classes a declaration counts',
    () => [`UPDATE declaration SET classCount = 99 WHERE schoolId = ${of().school}`],
    after('declaration'),
  ],
  [
    'how many pupils a line of a declaration counts',
    () => [`UPDATE declaration_line SET studentCount = 999 WHERE schoolId = ${of().school}`],
    after('declaration'),
  ],
  ['what a publication is called', () => ["UPDATE publication SET title = 'X'"], after('publication')],
  [
    'the days of a publication',
    () => ["UPDATE publication SET opensOn = '2026-01-01'"],
    after('publication'),
  ],
  ['an estimate', () => [`UPDATE estimate SET amountFen = 1 WHERE id = ${of().estimate}`], after('estimate')],
  [
    'a step of a finding',
    () => [`DELETE FROM transition WHERE entity = 'finding' AND entityId = ${of().finding}`],
    after('finding'),
  ],
  [
    'what a finding says',
    () => [`UPDATE finding SET text = 'x' WHERE id = ${of().finding}`],
    after('finding'),
  ],
]

export const changesOfDocuments = (of: () => Kept): readonly Change[] => [
  ...ofMoney(of),
  ...ofOrders(of),
  ...ofTheRest(of),
]
