import fc from 'fast-check'
import { fen } from '../../platform/money.js'
import { paymentStates } from '../payments/payment.states.js'
import type { BankRow } from './bank-lines.sheet.js'
import { type Known, type KnownPayment, matchLines } from './match-lines.js'
import type { KnownLine } from './said-lines.js'
import { samePayee } from './same-payee.js'

const row = (change: Partial<BankRow> = {}): BankRow => ({
  reference: 'KH00000001',
  amountFen: 100_000,
  isNegative: false,
  payee: '文具店',
  result: 'paid',
  paidOn: '2026-11-19',
  serial: 'S1',
  remark: null,
  isTotal: false,
  ...change,
})
const payment = (change: Partial<KnownPayment> = {}): KnownPayment => ({
  id: 1,
  schoolId: 7,
  status: 'checked',
  amountFen: fen(100_000),
  payee: '文具店',
  sentOn: '2026-11-18',
  isInDrawnOrder: false,
  isInSentOrder: true,
  reference: 'KH00000001',
  slip: null,
  isReturnedByHand: false,
  ownPart: null,
  ...change,
})
const known = (change: Partial<Known> = {}, own = payment()): Known => ({
  payments: new Map([['KH00000001', own]]),
  lines: [],
  serials: new Set(),
  todayOn: '2026-11-20',
  isClosed: () => false,
  ...change,
})
const verdict = (given: BankRow, rest: Known = known()) => {
  const [line] = matchLines([given], rest)
  return [line!.outcome, line!.reason]
}

describe('matching a line', () => {
  it('settles what agrees in reference, amount and state, and fails what the bank could not pay', () => {
    expect(verdict(row())).toEqual(['paid', null])
    expect(verdict(row({ result: 'failed', paidOn: null }))).toEqual(['failed', null])
  })

  it.each<[Partial<BankRow>, string]>([
    [{ reference: null }, 'no_reference'],
    [{ reference: 'digits_lost' }, 'digits_lost'],
    [{ isNegative: true }, 'negative_amount'],
    [{ reference: 'KH00000002' }, 'unknown_reference'],
    [{ amountFen: 100_050 }, 'amount_differs'],
    [{ amountFen: 99_999 }, 'amount_differs'],
    [{ amountFen: 'unreadable' }, 'unreadable_amount'],
    [{ amountFen: null }, 'no_amount'],
    [{ result: 'unclear' }, 'unclear_result'],
    [{ paidOn: null }, 'no_date'],
    [{ paidOn: 'unreadable' }, 'unreadable_date'],
    [{ paidOn: '2026-11-21' }, 'future_date'],
    [{ paidOn: '2026-11-17' }, 'before_request'],
    [{ payee: '另一家店' }, 'payee_differs'],
  ])('lists %j as unmatched: %s', (change, reason) => {
    expect(verdict(row(change))).toEqual(['unmatched', reason])
  })

  it.each([
    ['draft', 'unmatched', 'not_sent'],
    ['submitted', 'unmatched', 'not_sent'],
    ['approved', 'unmatched', 'not_sent'],
    ['refused', 'unmatched', 'given_up'],
    ['withdrawn', 'unmatched', 'given_up'],
    // The bank has paid what it was not asked for again.
    ['paid', 'paid_twice', null],
    // Paid after all, when it was written down as failed: a person has to see that.
    ['failed', 'unmatched', 'failed_already'],
  ] as const)('leaves a payment that is %s alone', (status, outcome, reason) => {
    expect(verdict(row(), known({}, payment({ status })))).toEqual([outcome, reason])
  })

  it('leaves a payment alone that stands in an order which was not sent', () => {
    const own = payment({ isInDrawnOrder: true })
    expect(verdict(row(), known({}, own))).toEqual(['unmatched', 'not_sent'])
    expect(verdict(row({ result: 'failed' }), known({}, own))).toEqual(['unmatched', 'not_sent'])
  })

  it('never settles by the reference of an earlier try, and says where both have been paid', () => {
    const now = (change: Partial<KnownPayment>) =>
      known({}, payment({ reference: 'KH00000001-2', isInSentOrder: false, ...change }))
    expect(verdict(row(), now({}))).toEqual(['unmatched', 'earlier_reference'])
    for (const status of ['submitted', 'failed', 'withdrawn'] as const)
      expect(verdict(row(), now({ status, isInSentOrder: true }))).toEqual(['unmatched', 'earlier_reference'])
    expect(verdict(row(), now({ isInSentOrder: true }))).toEqual(['paid_twice', null])
    expect(verdict(row(), now({ status: 'paid' }))).toEqual(['paid_twice', null])
    expect(verdict(row({ result: 'failed' }), now({ status: 'paid' }))).toEqual([
      'unmatched',
      'earlier_reference',
    ])
    const own = payment({ reference: 'KH00000001-2', isInSentOrder: false })
    const both = known({ payments: new Map(['KH00000001', 'KH00000001-2'].map((each) => [each, own])) })
    expect(
      matchLines([row({ reference: 'KH00000001-2' }), row({ serial: 'S2' })], both).map(
        (line) => line.outcome,
      ),
    ).toEqual(['paid', 'paid_twice'])
  })

  it("posts nothing into a closed month, of one's own approval, or under a known serial number", () => {
    expect(
      verdict(row(), known({ isClosed: (schoolId, on) => schoolId === 7 && on === '2026-11-19' })),
    ).toEqual(['unmatched', 'month_closed'])
    for (const ownPart of ['approval', 'request'] as const)
      expect(verdict(row(), known({}, payment({ ownPart })))).toEqual(['unmatched', `own_${ownPart}`])
    // What follows of the same payment is seen as after one that was settled.
    const own = known({}, payment({ ownPart: 'request' }))
    const outcomesOf = (rows: BankRow[], given: Known) =>
      matchLines(rows, given).map(({ outcome }) => outcome)
    expect(outcomesOf([row(), row({ serial: 'S2' })], own)).toEqual(['unmatched', 'paid_twice'])
    expect(outcomesOf([row(), row({ serial: 'S2', result: 'failed' })], own)).toEqual([
      'unmatched',
      'returned',
    ])
    // Another person reads the same line: it settles, in place of the one that waits.
    const waits = said({ outcome: 'unmatched', reason: 'own_request' })
    const [settles] = matchLines([row()], known({ lines: [waits] }))
    expect(settles).toMatchObject({ outcome: 'paid', replaces: [waits.id] })
    // Sent again since: what still waits under the earlier reference is no second payment of itself.
    const again = payment({ reference: 'KH00000001-2', isInSentOrder: false })
    expect(outcomesOf([row()], known({ lines: [waits] }, again))).toEqual(['repeated'])
    // Of another payment: this one still waits, and a second person may settle it.
    expect(verdict(row(), known({ serials: new Set(['S1']) }))).toEqual(['unmatched', 'serial_known'])
  })

  const said = (change: Partial<KnownLine> = {}): KnownLine => ({
    id: 9,
    reference: 'KH00000001',
    serial: 'S1',
    payee: '文具店',
    amountFen: 100_000,
    paidOn: '2026-11-19',
    result: 'paid',
    outcome: 'paid',
    reason: null,
    ...change,
  })
  const isPaid = payment({ status: 'paid' })
  const all = (rows: BankRow[], rest = known()) =>
    matchLines(rows, rest).map((line) => `${line.outcome} ${line.reason}`)

  it('counts the first of two lines for one payment; the second is paid twice, unless it is the same line', () => {
    expect(all([row(), row({ serial: 'S2' }), row()])).toEqual([
      'paid null',
      'paid_twice null',
      'repeated said_before',
    ])
    expect(all([row({ amountFen: 1 }), row({ serial: 'S2' })])).toEqual([
      'unmatched amount_differs',
      'paid null',
    ])
  })

  it.each<[string, Partial<BankRow>, Partial<KnownLine>, string]>([
    ['the same serial number, reference, amount and day', {}, {}, 'repeated said_before'],
    ['another serial number', { serial: 'S2' }, {}, 'paid_twice null'],
    ['another serial number and amount', { serial: 'S2', amountFen: 500 }, {}, 'paid_twice null'],
    ['the same serial number on another day', { paidOn: '2026-11-20' }, {}, 'paid_twice null'],
    ['the same serial number with another amount', { amountFen: 500 }, {}, 'unmatched amount_differs'],
    ['a serial number whose digits a spreadsheet has lost', { serial: null }, {}, 'repeated said_before'],
    ['a serial number where none was', {}, { serial: null }, 'repeated said_before'],
    ['none on another day', { serial: null, paidOn: '2026-11-20' }, {}, 'paid_twice null'],
    ['no readable amount', { amountFen: 'unreadable' }, {}, 'unmatched unreadable_amount'],
    [
      'a payment under way with another number',
      { serial: 'S2', result: 'unclear' },
      {},
      'unmatched unclear_result',
    ],
    ['a payment under way with the same number', { result: 'unclear' }, {}, 'repeated said_before'],
  ])('says what a later file brings of what is paid: %s', (_, change, before, expected) => {
    expect(all([row(change)], known({ lines: [said(before)] }, isPaid))).toEqual([expected])
  })

  it('takes two lines without a serial number in one file for two payments, and each once in a later file', () => {
    const without = row({ serial: null })
    expect(all([without, without])).toEqual(['paid null', 'paid_twice null'])
    const lines = [said({ serial: null }), said({ id: 10, serial: null, outcome: 'paid_twice' })]
    expect(all([without, without], known({ lines }, isPaid))).toEqual([
      'repeated said_before',
      'repeated said_before',
    ])
    expect(all([without, without, without], known({ lines }, isPaid))[2]).toBe('paid_twice null')
  })

  it('confirms once what a slip has said, by its serial number', () => {
    const bySlip = payment({ status: 'paid', slip: { serial: 'S1', paidOn: '2026-11-18' } })
    expect(all([row(), row({ serial: 'S2' })], known({}, bySlip))).toEqual([
      'confirmed null',
      'paid_twice null',
    ])
    // Mistyped, perhaps: a person looks; whatever comes after it is a second payment.
    const typed = (serial: string) => row({ serial, paidOn: '2026-11-18' })
    expect(all([typed('S2'), typed('S3')], known({}, bySlip))).toEqual([
      'unmatched slip_differs',
      'paid_twice null',
    ])
    expect(all([row({ serial: 'S2', paidOn: '2026-11-19' })], known({}, bySlip))).toEqual(['paid_twice null'])
    const sentBack = payment({ status: 'failed', isReturnedByHand: true })
    const back = row({ result: 'failed', paidOn: null })
    expect(all([back, { ...back, serial: 'S9' }], known({}, sentBack))).toEqual([
      'taken_back null',
      'repeated failed_already',
    ])
  })

  it('puts a line that says more in the place of one that said nothing', () => {
    const replaced = (rows: BankRow[], lines: KnownLine[]) =>
      matchLines(rows, known({ lines })).map(({ outcome, replaces }) => [outcome, replaces])
    const unclear = said({ result: 'unclear', outcome: 'unmatched', reason: 'unclear_result' })
    expect(replaced([row()], [unclear])).toEqual([['paid', [9]]])
    expect(replaced([row({ result: 'unclear' })], [unclear])).toEqual([['repeated', []]])
    const unreadable = said({ amountFen: null, outcome: 'unmatched', reason: 'unreadable_amount' })
    expect(replaced([row()], [unreadable])).toEqual([['paid', [9]]])
    const lost = said({ reference: null, outcome: 'unmatched', reason: 'digits_lost' })
    expect(replaced([row()], [lost])).toEqual([['paid', [9]]])
    // What it did pay stays.
    const part = said({ amountFen: 1, serial: 'S0', outcome: 'unmatched', reason: 'amount_differs' })
    expect(replaced([row()], [part])).toEqual([['paid', []]])
    expect(all([row({ result: 'unclear' }), row()])).toEqual(['repeated said_anew', 'paid null'])
  })

  it('shows once that the money of what is paid here has come back, under whatever serial number', () => {
    const back = row({ result: 'failed', paidOn: null })
    expect(verdict(back, known({}, isPaid))).toEqual(['returned', null])
    expect(verdict(back, known({ serials: new Set(['S1']) }, isPaid))).toEqual(['returned', null])
    const known1 = said({ result: 'failed', outcome: 'returned', paidOn: null })
    expect(verdict({ ...back, serial: 'S5' }, known({ lines: [known1] }, isPaid))).toEqual([
      'repeated',
      'returned_already',
    ])
    expect(verdict({ ...back, amountFen: 1 }, known({}, isPaid))).toEqual(['unmatched', 'amount_differs'])
    expect(all([row(), back, back])).toEqual(['paid null', 'returned null', 'repeated said_before'])
    // Of what was paid twice both may come back, and nobody knows which came first.
    expect(
      all([
        row(),
        row({ serial: 'S2' }),
        { ...back, serial: 'S3' },
        { ...back, serial: 'S4' },
        { ...back, serial: 'S5' },
      ]),
    ).toEqual([
      'paid null',
      'paid_twice null',
      'returned one_of_two',
      'returned one_of_two',
      'repeated returned_already',
    ])
  })

  it('never settles a payment twice, another amount, or one that does not wait for the bank', () => {
    const rows = fc.array(
      fc.record<BankRow>({
        reference: fc.constantFrom('KH00000001', 'KH00000002', 'X', null),
        amountFen: fc.constantFrom(100, 200, 'unreadable' as const, null),
        isNegative: fc.boolean(),
        isTotal: fc.constant(false),
        payee: fc.constant(null),
        result: fc.constantFrom('paid', 'failed', 'unclear'),
        paidOn: fc.constantFrom('2026-11-19', '2026-12-01', null),
        serial: fc.constantFrom('a', 'b', null),
        remark: fc.constant(null),
      }),
    )
    fc.assert(
      fc.property(rows, fc.constantFrom(...paymentStates), (lines, status) => {
        const payments = new Map([
          ['KH00000001', payment({ amountFen: fen(100) })],
          ['KH00000002', payment({ id: 2, amountFen: fen(200), status })],
        ])
        const matched = matchLines(lines, known({ payments })).filter(
          (line) => line.outcome === 'paid' || line.outcome === 'failed',
        )
        expect(new Set(matched.map((line) => line.payment!.id)).size).toBe(matched.length)
        for (const line of matched)
          expect([line.payment!.status, line.row.amountFen]).toEqual(['checked', line.payment!.amountFen])
      }),
    )
  })
})

describe('the payee of a line', () => {
  it.each([
    ['材料店', '材料店', true],
    ['晨光文具（平城）有限公司', '晨光文具(平城)有限公司', true],
    [' 王 师傅 ', '王师傅', true],
    ['ABC Ltd.', 'abc ltd', true],
    [null, '材料店', true],
    ['张*三', '张小三', true],
    ['*师傅', '王师傅', true],
    ['张*三', '李小三', false],
    ['张*三', '张三', false],
    ['***', '张三', false],
    ['材料店', '材料二店', false],
    ['材料', '材料店', false],
  ])('%j for %j agrees: %j', (said, asked, agrees) => {
    expect(samePayee(said, asked)).toBe(agrees)
  })
})
