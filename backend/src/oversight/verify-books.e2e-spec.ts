import { changesOfVouchers } from '../../test/changed-vouchers.js'
import { TestApp } from '../../test/app.js'
import {
  type Change,
  changesOfBuying,
  type Contract,
  paysContract,
  paysInvoice,
} from '../../test/changed-buying.js'
import { changesOfPayLists } from '../../test/changed-pay-lists.js'
import { madeList, person } from '../../test/pay-lists-world.js'
import { tampered as behindItsBack } from '../../test/tampered.js'
import {
  allotted,
  type FundedSchool,
  fundedSchool,
  fundPolicy,
  paid,
  received,
  referenceOf,
  sentToBank,
  settledReturn,
  treasuryPayee,
} from '../../test/funding-world.js'
import { verifyBooks } from './verify-books.js'

describe('comparing the documents with the books', () => {
  let test: TestApp
  let funded: FundedSchool
  let spent: number
  let waiting: number
  let stuck: number
  let invoiced: number
  let contract: Contract
  let payList: number
  let listed: number
  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 2)
    await fundPolicy(test, funded.fund, { leftover: 'carry' })
    const [allotmentId, otherId] = await allotted(test, funded)
    spent = await paid(funded, { allotmentId: allotmentId!, amountFen: 120_000 })
    waiting = await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 5_000 })
    const failed = await sentToBank(funded, { allotmentId: otherId!, amountFen: 7_000 })
    await funded.finance.post(`/api/payments/${failed}/register-failure`, { comment: '账号不符' })
    await funded.officer.post(`/api/payments/${failed}/resend`)
    const returned = await paid(funded, { allotmentId: otherId!, amountFen: 9_000 })
    await funded.finance.post(`/api/payments/${returned}/register-return`, { comment: '账户已销户' })
    await funded.officer.post(`/api/payments/${returned}/give-up`)
    stuck = await sentToBank(funded, { allotmentId: otherId!, amountFen: 300 })
    await funded.finance.post(`/api/payments/${stuck}/register-failure`, { comment: '账号不符' })
    invoiced = await paysInvoice(funded, otherId!)
    contract = await paysContract(funded, otherId!)
    // One list as it was made, and one that was let go and made anew after a refusal.
    const people = [await person(funded, '王老师'), await person(funded, '李老师')]
    const again = await madeList(funded, allotmentId!, people)
    await funded.officer.post(`/api/payments/${again.payments[0]}/submit`)
    await funded.principal.post(`/api/payments/${again.payments[0]}/refuse`, { comment: '不对' })
    await funded.officer.post(`/api/pay-lists/${again.id}/make-again`)
    await funded.officer.post(`/api/pay-lists/${again.id}/reopen`)
    await funded.officer.post(`/api/pay-lists/${again.id}/make-payments`)
    const made = await madeList(funded, allotmentId!, people)
    ;[payList, listed] = [made.id, made.payments[0]!]
    test.clock.set('2026-12-02T00:00:00Z')
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    await officer.post('/api/ledger-periods/close', { schoolId: funded.school.id, month: '2026-11' })
    const checker = await test.as(await test.world.user('accounting_centre_officer'))
    const { items } = (await officer.get('/api/vouchers', { schoolId: funded.school.id })).body
    await checker.post(`/api/vouchers/${items[0].id}/check`)
    const other = await fundedSchool(test, 1)
    await fundPolicy(test, other.fund, { leftover: 'carry' })
    await allotted(test, other)
    test.clock.set('2027-01-05T02:00:00Z')
    const [later, principal] = [
      await test.as(await test.world.user('school_finance_officer', { school: other.school })),
      await test.as(await test.world.user('principal', { school: other.school })),
    ]
    const settlement = await later.post('/api/settlements', {
      schoolId: other.school.id,
      fundId: other.fund.id,
      fiscalYear: 2026,
    })
    await later.post(`/api/settlements/${settlement.body.id}/submit`)
    const settled = await principal.post(`/api/settlements/${settlement.body.id}/approve`)
    expect(settled.body.status).toBe('settled')
    const back = await fundedSchool(test, 1)
    await fundPolicy(test, back.fund, { leftover: 'return' })
    await received(test, back)
    const step = `/api/treasury-returns/${await settledReturn(back)}/submit`
    await back.officer.post(step, { payeeId: await treasuryPayee(back) })
  })
  afterAll(() => test.stop())

  const tampered = (...statements: string[]) =>
    behindItsBack(test, statements, async (manager) => (await verifyBooks(manager)).problems)

  it('finds nothing in what was done properly', async () => {
    expect((await verifyBooks(test.database.read)).problems).toEqual([])
    expect((await verifyBooks(test.database.read, funded.school.id)).problems).toEqual([])
  })

  const school = () => funded.school.id
  const attempts: readonly Change[] = [
    [
      'the amount of a payment that waits',
      () => [`UPDATE payment SET amountFen = 500000000 WHERE id = ${waiting}`],
      /payment \d+: it says 500000000, journal \d+ 5000/,
    ],
    [
      'the amount of a paid one',
      () => [`UPDATE payment SET amountFen = amountFen - 1 WHERE id = ${spent}`],
      /payment \d+: it says 119999/,
    ],
    [
      'its payee',
      () => [`UPDATE payment SET payee = '别人' WHERE id = ${waiting}`],
      /payment \d+: it is not what journal \d+ was posted for/,
    ],
    [
      'the account of its line',
      () => [`UPDATE payment_line SET account = 'E500' WHERE paymentId = ${spent}`],
      /is not what journal/,
    ],
    [
      'the class of its line',
      () => [`UPDATE payment_line SET allotmentId = allotmentId + 1 WHERE paymentId = ${spent}`],
      /is not what journal/,
    ],
    ['its line taken away', () => [`DELETE FROM payment_line WHERE paymentId = ${spent}`], /its lines 0/],
    [
      'a line more',
      () => [
        `INSERT INTO payment_line (paymentId, schoolId, number, allotmentId, account, amountFen) SELECT paymentId, schoolId, 2, allotmentId, 'E540', 1 FROM payment_line WHERE paymentId = ${spent}`,
      ],
      /its lines/,
    ],
    [
      'its state',
      () => [`UPDATE payment SET status = 'paid', paidOn = '2026-11-20' WHERE id = ${waiting}`],
      /stands as reserve[\s\S]*it is paid, its steps end at checked/,
    ],
    [
      'a paid one called back by a state',
      () => [`UPDATE payment SET status = 'withdrawn' WHERE id = ${spent}`],
      /stands as spend/,
    ],
    [
      'the day on which it was paid',
      () => [`UPDATE payment SET paidOn = '2026-12-01' WHERE id = ${spent}`],
      /was paid on 2026-12-01/,
    ],
    [
      'the payee of a failed one',
      () => [`UPDATE payment SET payee = '恶人', payeeBank = 'x' WHERE id = ${stuck}`],
      /payment \d+: it is not what journal/,
    ],
    [
      'a payment that was taken away',
      () => [`DELETE FROM payment WHERE id = ${spent}`],
      /payment \d+ is booked, and is not there/,
    ],
    [
      'a line of a declaration',
      () => [
        `UPDATE declaration_line SET amountFen = amountFen + 5 WHERE schoolId = ${school()} AND homeClassId = (SELECT MIN(id) FROM home_class WHERE schoolId = ${school()})`,
      ],
      /declaration \d+: it says \d+, its lines/,
    ],
    [
      'two lines whose sum stays',
      () => [
        `UPDATE declaration_line SET amountFen = amountFen + 5 WHERE schoolId = ${school()} AND homeClassId = (SELECT MIN(id) FROM home_class WHERE schoolId = ${school()})`,
        `UPDATE declaration_line SET amountFen = amountFen - 5 WHERE schoolId = ${school()} AND homeClassId = (SELECT MAX(id) FROM home_class WHERE schoolId = ${school()})`,
      ],
      /declaration \d+: it is not what was handed in/,
    ],
    [
      'the total of a declaration',
      () => [`UPDATE declaration SET amountFen = amountFen + 5 WHERE schoolId = ${school()}`],
      /declaration \d+: it says/,
    ],
    [
      'a declaration and its hash',
      () => [
        `UPDATE declaration SET reason = 'x', snapshotHash = '${'0'.repeat(64)}' WHERE schoolId = ${school()}`,
      ],
      /declaration \d+: it is not what journal/,
    ],
    [
      'a line of a notice',
      () => [`UPDATE appropriation_line SET amountFen = amountFen + 5 WHERE schoolId = ${school()}`],
      /notice \d+/,
    ],
    [
      'a notice',
      () => [`UPDATE appropriation SET title = '另一件'`],
      /notice \d+: it is not what was issued/,
    ],
    [
      'a claim',
      () => [`UPDATE claim SET approvedFen = approvedFen + 5 WHERE schoolId = ${school()}`],
      /claim \d+: approvedFen is kept as/,
    ],
    [
      'what was granted of a claim',
      () => [`UPDATE claim SET grantedFen = 0 WHERE schoolId = ${school()}`],
      /claim \d+: grantedFen is kept as 0/,
    ],
    [
      'a line of a scheme',
      () => [`UPDATE scheme_line SET amountFen = amountFen + 5 WHERE schoolId = ${school()}`],
      /scheme \d+: it says/,
    ],
    [
      'a settlement',
      () => [`UPDATE settlement SET statement = '{}'`],
      /settlement \d+: it is not what was handed in/,
    ],
    ['what becomes of the money left', () => [`UPDATE settlement SET leftover = 'return'`], /settlement \d+/],
    [
      'the account into which money goes back to the treasury',
      () => [`UPDATE treasury_return SET payeeAccountLast4 = '6666', payeeAccountHash = 'x'`],
      /treasury_return \d+: it is not what journal \d+ was posted for/,
    ],
    [
      'a return to the treasury that the bank has never said',
      () => [`UPDATE treasury_return SET status = 'returned', returnedOn = '2027-01-05'`],
      /treasury_return \d+: nothing is booked as return[\s\S]*it is returned, its steps end at submitted/,
    ],
    [
      'why a return to the treasury has come back',
      () => [`UPDATE treasury_return SET failure = '账号不符'`],
      /treasury_return \d+: it is not what it was after its last act/,
    ],
    [
      'when a settlement was made',
      () => [`UPDATE settlement SET createdAt = '2025-01-01 00:00:00.000'`],
      /settlement \d+: it is not what it was after its last act/,
    ],
    [
      'a return to the treasury that was taken away',
      () => [`DELETE FROM treasury_return`],
      /settlement \d+: nothing is booked as return[\s\S]*treasury_return \d+ is booked, and is not there/,
    ],
    [
      'an approval that was deleted',
      () => [`DELETE FROM transition WHERE entity = 'payment' AND entityId = ${spent} AND event = 'approve'`],
      /payment \d+: check begins at approved, the steps before it end at submitted/,
    ],
    [
      'an approval given to another',
      () => [
        `UPDATE transition SET actorId = (SELECT actorId FROM (SELECT * FROM transition) t WHERE t.entity = 'payment' AND t.entityId = ${spent} AND t.event = 'submit') WHERE entity = 'payment' AND entityId = ${spent} AND event = 'approve'`,
      ],
      /approve and (create|submit) are by the same person/,
    ],
    [
      'an audit entry that was deleted',
      () => [`DELETE FROM audit_entry WHERE action = 'payment.approve' AND entityId = ${spent}`],
      /trail of \d+, entry \d+: missing/,
    ],
    [
      'a standing that was given to another school',
      () => [
        `UPDATE allotment SET schoolId = (SELECT MAX(id) FROM school) WHERE schoolId = ${school()} AND homeClassId IS NOT NULL`,
      ],
      /is not what was posted/,
    ],
    [
      'the reference of a payment that waits',
      () => [`UPDATE payment SET reference = 'KH99' WHERE id = ${waiting}`],
      /is not what journal/,
    ],
    [
      'the number of a slip',
      () => [`UPDATE payment SET bankSerial = 'EVIL' WHERE id = ${spent}`],
      /is not what journal/,
    ],
    [
      'who took a step',
      () => [
        `UPDATE transition SET actorId = 999, actorName = '别人' WHERE entity = 'payment' AND entityId = ${spent} AND event = 'approve'`,
      ],
      /payment \d+: its steps are not those of the trail/,
    ],
    [
      'a round of steps that was taken out',
      () => [`DELETE FROM transition WHERE entity = 'payment' AND event IN ('register-failure', 'resend')`],
      /payment \d+: its steps are not those of the trail/,
    ],
    [
      'a month that was opened with its steps',
      () => [
        `UPDATE ledger_period SET status = 'open' WHERE schoolId = ${school()}`,
        `DELETE FROM transition WHERE entity = 'ledger_period'`,
      ],
      /ledger_period \d+: its steps are not those of the trail/,
    ],
    [
      'a month that was closed earlier in the chain',
      () => [
        `UPDATE ledger_period SET closingSequence = 2, closingHash = (SELECT hash FROM ledger_journal WHERE schoolId = ${school()} AND sequence = 2) WHERE schoolId = ${school()}`,
      ],
      /2026-11 (was closed at journal 2|is said to be closed at journal 2)/,
    ],
    [
      'the hash of a notice taken away',
      () => [
        `UPDATE appropriation SET title = 'x', snapshotHash = NULL WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM appropriation) last)`,
      ],
      /the hash of what was issued was taken away/,
    ],
    [
      'a notice that was invented',
      () => [`UPDATE claim SET grantedFen = grantedFen + 5000000 WHERE schoolId = ${school()}`],
      /claim \d+: granted \d+ of approved/,
    ],
    [
      'a claim that was taken away',
      () => [`DELETE FROM claim WHERE schoolId = ${school()}`],
      /the claim of .* is not there/,
    ],
    [
      'a month that was opened again',
      () => [`UPDATE ledger_period SET status = 'open' WHERE schoolId = ${school()}`],
      /ledger_period \d+: it is open, its steps end at closed/,
    ],
    [
      'a month that was taken away',
      () => [`DELETE FROM ledger_period WHERE schoolId = ${school()}`],
      /ledger_period \d+: it was moved, and is not there/,
    ],
  ]

  it.each([
    ...attempts,
    ...changesOfVouchers(() => ({ school: school(), spent })),
    ...changesOfPayLists(() => ({ payList, listed, waiting })),
    ...changesOfBuying(() => ({ waiting, invoiced, ...contract, school: school() })),
  ])('finds %s', async (_name, statements, found) => {
    expect((await tampered(...statements())).join('\n')).toMatch(found)
  })

  it('finds a line of the bank that was changed, and a payment that lost its number', async () => {
    const csv = Buffer.from(
      `业务参考号,金额,户名,交易日期,交易结果,流水号\r\n${referenceOf(waiting)},50.00,材料店,2026-12-02,支付成功,B1\r\n`,
    )
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    const file = await officer.upload('/api/bank-returns', {}, { name: 'r.csv', bytes: csv })
    expect(file.status).toBe(201)
    const { reader } = test.database.connections
    const [line] = await reader.query<{ id: number; outcome: string }[]>(
      'SELECT id, outcome FROM bank_return_line WHERE serial = ?',
      ['B1'],
    )
    expect(line!.outcome).toBe('paid')
    expect((await verifyBooks(test.database.read)).problems).toEqual([])
    const change = (set: string) => tampered(`UPDATE bank_return_line SET ${set} WHERE id = ${line!.id}`)
    expect((await change('amountFen = 1')).join()).toMatch(/bank line \d+: it says 1, journal \d+ 5000/)
    expect((await change(`paymentId = ${spent}`)).join()).toMatch(/bank line \d+: it names payment/)
    expect((await change("serial = 'B2'")).join()).toMatch(/bank line \d+: it has the number B2/)
    expect((await change("spendKey = 'x'")).join()).toMatch(/bank line \d+: nothing is booked for it/)
    expect((await change("payee = '别人'")).join()).toMatch(/bank file \d+: its lines are not those/)
    expect((await change("outcome = 'repeated'")).join()).toMatch(
      /the line of the bank that paid it is not there/,
    )
    expect((await tampered(`DELETE FROM bank_return_line WHERE id = ${line!.id}`)).join()).toMatch(
      /bank file/,
    )
    expect((await tampered('DELETE FROM bank_return_line', 'DELETE FROM bank_return')).join()).toMatch(
      /bank file \d+: it is not there/,
    )
  })
})
