import type { DataSource } from 'typeorm'
import { Declaration, DeclarationLine } from '../../src/grants/index.js'
import { verifyLedger } from '../../src/ledger/index.js'
import { verifyTrail } from '../../src/audit/index.js'
import { filled, funded, migrated, toNumbers } from '../old-releases.js'

/** What the trail, the bank and the calendar had written before the trail was chained; more rows than one batch. */
const withTrail = [
  `INSERT INTO audit_entry (at, actorId, actorName, action, entity, entityId, schoolId, regionCode, requestId) VALUES ${Array.from(
    { length: 450 },
    (_, i) =>
      `('2026-10-01 00:00:0${i % 10}.00${i % 10}', 7, '刘芳', 'school.update', 'school', ${i}, ${i % 2 === 0 ? 1 : 'NULL'}, ${['NULL', "'1402'", "'14'"][i % 3]}, 'r${i}')`,
  ).join(', ')}`,
  "INSERT INTO reminder (uniqueKey, regionCode, schoolId, permission, kind, params, entity, entityId, dueOn, sentAt) VALUES ('declaration_due:1:2026:1:2026-11-30:7', '140213', 1, 'declaration.write', 'declaration_due', '{}', 'declaration', NULL, '2026-11-30', '2026-11-23 00:00:00.000'), ('finding_due:3:2026-11-30:7', '140213', 1, 'finding.rectify', 'finding_due', '{}', 'finding', 3, '2026-11-30', '2026-11-23 00:00:00.000')",
  "INSERT INTO bank_return (regionCode, schoolId, fileName, fileHash, lineCount, matchedCount, paidFen, importedById, importedAt) VALUES ('140213', 1, 'a.csv', 'x', 2, 1, 100000, 7, '2026-11-01 00:00:00.000')",
  "INSERT INTO bank_return_line (bankReturnId, schoolId, rowNumber, result, outcome, paymentId) VALUES (1, 1, 1, 'paid', 'paid', 1), (1, 1, 2, 'paid', 'unmatched', NULL)",
  "INSERT INTO job (kind, status, input, step, doneCount, totalCount, requestedById, createdAt, attemptCount) VALUES ('timetable_run', 'queued', '{}', 'waiting', 0, 0, 7, '2026-11-01 00:00:00.000', 0), ('import', 'queued', '{}', 'waiting', 0, 0, 7, '2026-11-01 00:00:00.000', 0)",
]

/** Schemes as they could be kept before there was one open one for carried money: one approved, two open, and one of a receipt. */
const openSchemes = [
  `INSERT INTO scheme (schoolId, fundId, fiscalYear, appropriationLineId, status, revision, totalFen, createdAt) VALUES ${[
    [2026, '1', 'draft'],
    [2026, 'NULL', 'approved'],
    [2026, 'NULL', 'submitted'],
    [2026, 'NULL', 'draft'],
    [2027, 'NULL', 'draft'],
  ]
    .map(([year, line, status]) => `(1, 1, ${year}, ${line}, '${status}', 0, 5, '2026-11-01 00:00:00.000')`)
    .join(', ')}`,
  "INSERT INTO bank_return (regionCode, schoolId, fileName, fileHash, lineCount, matchedCount, paidFen, importedById, importedAt) VALUES ('140213', 1, 'a.csv', 'x', 0, 0, 0, 7, '2026-11-01 00:00:00.000')",
]

/** Payments with accounts, one of them under two names, and people of the finance bureau who did different things. */
const payees = [
  `INSERT INTO payment (schoolId, allotmentId, status, revision, amountFen, account, payee, payeeAccountSealed, payeeAccountLast4, payeeAccountHash, reason, requestedOn, createdAt, takenBackCount) VALUES ${[
    ['paid', 'E500', '旧名', '0001', 'h1'],
    ['checked', 'E500', '新名', '0001', 'h1'],
    ['draft', 'E530', '店', '0002', 'h2'],
  ]
    .map(
      ([status, account, payee, last4, hash]) =>
        `(1, 1, '${status}', 0, 5, '${account}', '${payee}', 'v1.x', '${last4}', '${hash}', '纸', '2026-11-01', '2026-11-01 08:00:00.000', 0)`,
    )
    .join(', ')}`,
  ...[
    ['only-checks', 'finance_bureau_officer'],
    ['does-both', 'finance_bureau_officer'],
    ['did-nothing', 'finance_bureau_officer'],
    ['principal', 'principal'],
  ].map(
    ([name, role]) =>
      `INSERT INTO @user (username, displayName, passwordHash, role, regionCode, schoolId, isFrozen, mustChangePassword, createdAt) VALUES ('${name}', '甲', 'x', '${role}', '1402', NULL, 0, 0, '2026-09-01 00:00:00.000')`,
  ),
  ...[
    ['payment', 'check', 'only-checks'],
    ['payment', 'check', 'does-both'],
    ['declaration', 'finance-check', 'does-both'],
    ['payment', 'check', 'principal'],
  ].map(
    ([entity, event, name]) =>
      `INSERT INTO transition (entity, entityId, event, fromState, toState, actorId, actorName, at) SELECT '${entity}', 1, '${event}', 'a', 'b', id, '甲', '2026-11-01 00:00:00.000' FROM @user WHERE username = '${name}'`,
  ),
]

/**
 * Two classes of the first day, one made on 28 November, one ended; a roster of the first day, a child added later, one
 * slipped in at half past one in the night at school, one that left, and children of whom the trail knows nothing.
 */
const rosters = [
  "INSERT INTO home_class (schoolId, schoolYear, grade, number, name, isActive) VALUES (1, 2026, 3, 1, '三(1)班', 1), (1, 2026, 3, 2, '三(2)班', 0), (1, 2026, 3, 3, '三(3)班', 1), (1, 2025, 2, 1, '二(1)班', 0)",
  `INSERT INTO student (schoolId, homeClassId, name, namePinyin, sex, isLeftBehind, isMigrantChild, leftOn, weekRevision) VALUES ${[
    [1, 'NULL'],
    [1, "'2026-10-20'"],
    [1, 'NULL'],
    [3, 'NULL'],
    [1, "'2026-11-25'"],
    [4, "'2026-07-10'"],
    [4, "'2025-07-01'"],
  ]
    .map(([homeClassId, leftOn], i) => `(1, ${homeClassId}, '学生${i}', 'xs', 'male', 0, 0, ${leftOn}, 0)`)
    .join(', ')}`,
  `INSERT INTO audit_entry (at, actorId, actorName, action, entity, entityId, schoolId, regionCode, requestId, chain, sequence, hash) VALUES ${[
    ['2026-10-12 02:00:00.000', 'home_class', 'create', 1],
    ['2026-10-12 02:00:00.000', 'home_class', 'create', 2],
    ['2026-11-12 02:00:00.000', 'home_class', 'update', 2],
    ['2026-11-27 17:30:00.000', 'home_class', 'create', 3],
    ['2026-10-12 02:00:00.000', 'student', 'create', 1],
    ['2026-10-12 02:00:00.000', 'student', 'create', 2],
    ['2026-11-27 17:30:00.000', 'student', 'create', 3],
    ['2026-11-27 17:30:00.000', 'student', 'create', 4],
    ['2026-11-28 03:30:00.000', 'student', 'create', 5],
  ]
    .map(
      ([at, entity, verb, id], i) =>
        `('${at}', 7, '刘芳', '${entity}.${verb}', '${entity}', ${id}, 1, '140213', 'r${i}', '140213', ${i + 100}, 'x')`,
    )
    .join(', ')}`,
]

/** A pack's fund under the code that several packs had, with a declaration by a standard by term. */
const byTerm = [
  "INSERT INTO fund (regionCode, code, name, nameEn, purposes) VALUES ('1402', 'AFTER_SCHOOL_SUBSIDY', '补助', 'Subsidy', '[]')",
  "INSERT INTO fund_policy (fundId, regionCode, publicationWorkdays, leftover, standardsBy, validFromOn, issuer, documentNumber) SELECT MAX(id), '1402', 5, 'carry', 'count_day', '2018-09-01', '厦门市', '' FROM fund",
  `INSERT INTO declaration (schoolId, regionCode, fundId, fiscalYear, sequence, status, revision, countedOn, rules, ruleVersion, classCount, amountFen, levels, serviceSharePerMille, updatedAt) SELECT 1, '140213', MAX(id), 2026, 0, 'draft', 0, '2026-09-30', '[{"standardId":9,"unit":"term"}]', 1, 0, 0, '[]', 1000, '2026-10-02 08:00:00.000' FROM fund`,
]

describe('migrations', () => {
  it('of funding chain the old entries, turn approvals into claims and keep every sum', async () => {
    const { after, close } = await migrated('funded', [
      [1, filled],
      [2, funded],
      [15, byTerm],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    expect(
      await rows(
        'SELECT fund.code AS code, periodKey, fromMonth, toMonth FROM declaration JOIN fund ON fund.id = fundId ORDER BY declaration.id',
      ),
    ).toMatchObject([
      { periodKey: '2026', fromMonth: 1, toMonth: 12 },
      { code: 'XIAMEN_SUBSIDY', periodKey: '2026:T1', fromMonth: 8, toMonth: 12 },
    ])
    expect(await verifyLedger(after.manager)).toMatchObject({
      journalCount: 5,
      lineCount: 8,
      allotmentCount: 2,
      chainCount: 1,
      problems: [],
    })
    // Half past two in the night of 1 November in China.
    expect(await rows('SELECT sequence, accountedOn FROM ledger_journal ORDER BY id LIMIT 1')).toMatchObject([
      { sequence: 1, accountedOn: '2026-11-01' },
    ])
    expect(toNumbers(await rows('SELECT approvedFen, grantedFen FROM claim'))).toEqual([
      { approvedFen: 2_000_000, grantedFen: 2_000_000 },
    ])
    expect(
      toNumbers(
        await rows(
          'SELECT declaredFen, approvedFen, receivedFen, carriedFen, returnedFen, committedFen, spentFen FROM allotment ORDER BY id',
        ),
      ),
    ).toEqual([
      {
        declaredFen: 1_000_000,
        approvedFen: 1_000_000,
        receivedFen: 1_000_000,
        carriedFen: 0,
        returnedFen: 0,
        committedFen: 0,
        spentFen: 100_000,
      },
      {
        declaredFen: 1_000_000,
        approvedFen: 1_000_000,
        receivedFen: 1_000_000,
        carriedFen: 0,
        returnedFen: 0,
        committedFen: 0,
        spentFen: 0,
      },
    ])
    expect(await rows('SELECT status, paidOn, reference FROM payment ORDER BY id')).toMatchObject([
      { status: 'paid', paidOn: '2026-11-01', reference: 'KH00000001' },
      { status: 'draft', paidOn: null, reference: null },
    ])
    const [declaration] = await after.manager.find(Declaration)
    expect(declaration).toMatchObject({
      sequence: 0,
      periodKey: '2026',
      periodName: '2026年度',
      fromMonth: 1,
      toMonth: 12,
      ruleVersion: 1,
      levels: [{ level: 'whole', amountFen: 2_000_000 }],
      rules: [{ standardId: 1, model: 'per_class', unit: 'year', amountFen: 1_000_000, monthTenths: 120 }],
    })
    expect(await after.manager.find(DeclarationLine, { order: { id: 'ASC' } })).toMatchObject([
      { counts: { enrolled: 40, className: '三(1)班' }, parts: [{ count: 1, amountFen: 1_000_000 }] },
      { counts: { enrolled: 38 } },
    ])
    expect(await rows('SELECT ownership FROM school')).toMatchObject([{ ownership: 'public' }])
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await after.query('UPDATE ledger_line SET amountFen = 99999 WHERE sequence = 5')
    expect((await verifyLedger(after.manager)).problems.join()).toContain('journal 5')
    await close()
  })

  it('of the trail chain the old entries by the region of their object, and keep what the rest had said', async () => {
    const { after, close } = await migrated('trail', [
      [1, filled],
      [2, funded],
      [7, withTrail],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    // 451 and the entry that says what was there before documents were bound.
    expect(await verifyTrail(after.manager)).toMatchObject({ entryCount: 452, chainCount: 4, problems: [] })
    expect(
      (
        await rows<{ chain: string; count: string | number }>(
          'SELECT chain, COUNT(*) AS count FROM audit_entry GROUP BY chain ORDER BY chain',
        )
      ).map(({ chain, count }) => [chain, Number(count)]),
    ).toEqual([
      ['0', 76],
      ['14', 75],
      ['1402', 75],
      ['140213', 226],
    ])
    expect(await rows('SELECT fundId, fiscalYear FROM reminder ORDER BY id')).toEqual([
      { fundId: 1, fiscalYear: 2026 },
      { fundId: null, fiscalYear: null },
    ])
    expect(await rows('SELECT spendKey FROM bank_return_line ORDER BY rowNumber')).toEqual([
      { spendKey: 'spend:payment:1' },
      { spendKey: null },
    ])
    expect(await rows('SELECT lane FROM job ORDER BY id')).toEqual([{ lane: 'solve' }, { lane: 'import' }])
    await after.query("UPDATE audit_entry SET actorName = '别人' WHERE requestId = 'r100'")
    expect((await verifyTrail(after.manager)).problems).toMatchObject([{ code: 'changed' }])
    await close()
  })

  it('of open schemes leave the key to the older where two are open, and none to what is approved', async () => {
    const { after, close } = await migrated('schemes', [
      [1, filled],
      [2, funded],
      [9, openSchemes],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    expect(
      (await rows<{ openKey: string | null }>('SELECT openKey FROM scheme ORDER BY id')).map(
        ({ openKey }) => openKey,
      ),
    ).toEqual([null, null, '1:1:2026', null, '1:1:2027'])
    expect(await rows('SELECT importedById, importedForId FROM bank_return')).toEqual([
      { importedById: 7, importedForId: null },
    ])
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await expect(after.query("UPDATE scheme SET openKey = '1:1:2026' WHERE id = 4")).rejects.toThrow()
    await close()
  })

  it('of payees keep every payment, make one payee of each known account, and tell the centre from the treasury', async () => {
    const { after, close } = await migrated('payees', [
      [1, filled],
      [2, funded],
      [10, payees],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    expect(await rows('SELECT name, kind, accountLast4, bankName, isActive FROM payee ORDER BY id')).toEqual([
      { name: '新名', kind: 'person', accountLast4: '0001', bankName: null, isActive: 1 },
      { name: '店', kind: 'unit', accountLast4: '0002', bankName: null, isActive: 1 },
    ])
    expect(await rows('SELECT status, payee, payeeId, payeeBank FROM payment ORDER BY id')).toEqual([
      { status: 'paid', payee: '材料店', payeeId: null, payeeBank: null },
      { status: 'draft', payee: '材料店', payeeId: null, payeeBank: null },
      { status: 'paid', payee: '旧名', payeeId: null, payeeBank: null },
      { status: 'checked', payee: '新名', payeeId: 1, payeeBank: null },
      { status: 'draft', payee: '店', payeeId: 2, payeeBank: null },
    ])
    // Each became one line of whose money it takes.
    expect(
      await rows(
        'SELECT payment.fiscalYear AS fiscalYear, line.number AS number, line.allotmentId AS allotmentId, line.account AS account, line.schoolId AS schoolId FROM payment LEFT JOIN payment_line line ON line.paymentId = payment.id AND line.amountFen = payment.amountFen ORDER BY payment.id LIMIT 2',
      ),
    ).toEqual([
      { fiscalYear: 2026, number: 1, allotmentId: 1, account: 'E530', schoolId: 1 },
      { fiscalYear: 2026, number: 1, allotmentId: 2, account: 'E530', schoolId: 1 },
    ])
    const user = after.driver.escape('user')
    expect(await rows(`SELECT username, role FROM ${user} ORDER BY id`)).toEqual([
      { username: 'only-checks', role: 'accounting_centre_officer' },
      { username: 'does-both', role: 'finance_bureau_officer' },
      { username: 'did-nothing', role: 'finance_bureau_officer' },
      { username: 'principal', role: 'principal' },
    ])
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await close()
  })

  it('of stays date classes and children by the school year, and what was added later by the trail', async () => {
    const { after, close } = await migrated('stays', [
      [1, filled],
      [10, rosters],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    expect(await rows('SELECT startsOn, endsOn FROM home_class ORDER BY id')).toEqual([
      { startsOn: '2026-08-01', endsOn: null },
      { startsOn: '2026-08-01', endsOn: '2026-11-12' },
      { startsOn: '2026-11-28', endsOn: null },
      { startsOn: '2025-08-01', endsOn: '2025-08-01' },
    ])
    expect(
      await rows(
        'SELECT studentId, homeClassId, startsOn, endsOn, openStudentId FROM student_stay ORDER BY studentId',
      ),
    ).toEqual([
      { studentId: 1, homeClassId: 1, startsOn: '2026-08-01', endsOn: null, openStudentId: 1 },
      { studentId: 2, homeClassId: 1, startsOn: '2026-08-01', endsOn: '2026-10-20', openStudentId: null },
      { studentId: 3, homeClassId: 1, startsOn: '2026-11-28', endsOn: null, openStudentId: 3 },
      { studentId: 4, homeClassId: 3, startsOn: '2026-11-28', endsOn: null, openStudentId: 4 },
      { studentId: 5, homeClassId: 1, startsOn: '2026-11-25', endsOn: '2026-11-25', openStudentId: null },
      { studentId: 6, homeClassId: 4, startsOn: '2025-08-01', endsOn: '2026-07-10', openStudentId: null },
      { studentId: 7, homeClassId: 4, startsOn: '2025-07-01', endsOn: '2025-07-01', openStudentId: null },
    ])
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    // Nobody is in two classes at once.
    await expect(
      after.query(
        "INSERT INTO student_stay (schoolId, studentId, homeClassId, startsOn, endsOn, openStudentId) VALUES (1, 1, 3, '2026-12-01', NULL, 1)",
      ),
    ).rejects.toThrow()
    await close()
  })

  it('of scheduling keep what a filled database holds, and fill what is new', async () => {
    const { after, close } = await migrated('migrate', [[1, filled]])
    await expectKept(after)
    await close()
  })
})

async function expectKept(source: DataSource): Promise<void> {
  const rows = <T>(sql: string) => source.query<T[]>(sql)
  expect(
    await rows(
      'SELECT plannedOn, heldOn, plannedStartTime, plannedEndTime, plannedTeacherId, plannedRoomId, makesUpId, status, reason FROM session ORDER BY heldOn',
    ),
  ).toMatchObject([
    {
      plannedOn: '2026-09-07',
      heldOn: '2026-09-07',
      plannedStartTime: '16:30',
      plannedEndTime: '17:30',
      plannedTeacherId: 1,
      plannedRoomId: 1,
      makesUpId: null,
      status: 'planned',
      reason: null,
    },
    {
      plannedOn: '2026-09-14',
      heldOn: '2026-09-14',
      plannedTeacherId: 2,
      status: 'cancelled',
      reason: '大雪',
    },
  ])
  expect(await rows('SELECT weeks, startsOn, endsOn, isLocked FROM placement')).toMatchObject([
    { weeks: 'every', startsOn: null, endsOn: null, isLocked: 0 },
  ])
  expect(
    await rows(
      'SELECT r.equipment, c.roomKinds, c.equipment AS needed, t.name FROM room r, course c, timetable t',
    ),
  ).toMatchObject([{ equipment: '[]', roomKinds: '[]', needed: '[]', name: null }])
  expect(
    await rows('SELECT event, actorId, actorName, onBehalfOfId, onBehalfOfName, regionCode FROM transition'),
  ).toMatchObject([
    {
      event: 'publish',
      actorId: 7,
      actorName: '刘芳',
      onBehalfOfId: null,
      onBehalfOfName: null,
      regionCode: '140213',
    },
  ])
  expect(
    await rows('SELECT action, actorName, onBehalfOfId, onBehalfOfName, requestId FROM audit_entry'),
  ).toMatchObject([
    {
      action: 'timetable.publish',
      actorName: '刘芳',
      onBehalfOfId: null,
      onBehalfOfName: null,
      requestId: 'r1',
    },
  ])
  await source.query('UPDATE teacher SET userId = NULL')
  const log = await source.driver.createSchemaBuilder().log()
  expect(log.upQueries.map(({ query }) => query)).toEqual([])
  await expect(
    source.query(
      "INSERT INTO session (schoolId, termId, sectionId, slotId, heldOn, startTime, endTime, teacherId, roomId, status, plannedOn, plannedStartTime, plannedEndTime, plannedTeacherId, plannedRoomId) VALUES (1, 1, 1, 1, '2026-09-08', '16:30', '17:30', 1, 1, 'planned', '2026-09-07', '16:30', '17:30', 1, 1)",
    ),
  ).rejects.toThrow()
}
