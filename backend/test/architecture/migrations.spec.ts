import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { entities } from '../../src/entities.js'
import { Declaration, DeclarationLine } from '../../src/grants/index.js'
import { verifyLedger } from '../../src/ledger/index.js'
import { verifyTrail } from '../../src/audit/index.js'
import { migrations } from '../../src/migrations.js'
import { connect } from '../../src/platform/database/data-source.js'
import { databaseUrl, emptyServerDatabase, serverUrl } from '../database.js'

/** A school with one placed section and two dated meetings, one of them cancelled, as the first release kept them. */
const filled: string[] = [
  "INSERT INTO region (code, level, name, nameEn) VALUES ('140213', 'district', '平城区', 'Pingcheng')",
  "INSERT INTO school (code, name, nameEn, stage, area, regionId, regionCode, lastLessonEndTime, isActive) VALUES ('1', '一小', 'One', 'primary', 'urban', 1, '140213', '16:00', 1)",
  "INSERT INTO room (schoolId, name, code, kind, capacity) VALUES (1, '101', NULL, 'classroom', 45)",
  "INSERT INTO term (regionCode, schoolYear, name, nameEn, startsOn, endsOn) VALUES ('1402', 2026, '秋', 'Autumn', '2026-09-01', '2027-01-22')",
  "INSERT INTO teacher (schoolId, name, namePinyin, kind, isActive) VALUES (1, '王老师', 'wang', 'staff', 1), (1, '李老师', 'li', 'staff', 1)",
  "INSERT INTO category (regionCode, code, nationalCode, name, nameEn, position) VALUES ('1402', 'A', 'SPORTS', '体育', 'Sports', 1)",
  "INSERT INTO course (schoolId, categoryId, name, grades, isActive) VALUES (1, 1, '篮球', '[3]', 1)",
  "INSERT INTO section (schoolId, termId, courseId, name, kind, grades, teacherId, roomId, capacity, enrolledCount, meetingsPerWeek, isActive) VALUES (1, 1, 1, '篮球一班', 'mixed', '[3]', 1, 1, 30, 0, 1, 1)",
  "INSERT INTO slot (schoolId, termId, weekday, startTime, endTime, serviceType) VALUES (1, 1, 1, '16:30', '17:30', 'after_school')",
  "INSERT INTO timetable (schoolId, termId, version, revision, status, createdAt) VALUES (1, 1, 1, 0, 'published', '2026-09-01 00:00:00.000')",
  'INSERT INTO placement (schoolId, timetableId, sectionId, slotId, teacherId, roomId) VALUES (1, 1, 1, 1, 1, 1)',
  "INSERT INTO session (schoolId, termId, sectionId, slotId, heldOn, startTime, endTime, teacherId, roomId, status, reason) VALUES (1, 1, 1, 1, '2026-09-07', '16:30', '17:30', 1, 1, 'planned', NULL), (1, 1, 1, 1, '2026-09-14', '16:30', '17:30', 2, 1, 'cancelled', '大雪')",
  "INSERT INTO transition (entity, entityId, event, fromState, toState, actorId, actorName, at, comment, schoolId, regionCode) VALUES ('timetable', 1, 'publish', 'draft', 'published', 7, '刘芳', '2026-09-01 00:00:00.000', NULL, 1, '140213')",
  "INSERT INTO audit_entry (at, actorId, actorName, action, entity, entityId, schoolId, regionCode, requestId) VALUES ('2026-09-01 00:00:00.000', 7, '刘芳', 'timetable.publish', 'timetable', 1, 1, '140213', 'r1')",
]

/** A claim of two classes granted to one school, 1,000.00 of it spent, as the second release kept it. */
const funded = [
  "INSERT INTO home_class (schoolId, schoolYear, grade, number, name, isActive) VALUES (1, 2026, 3, 1, '三(1)班', 1), (1, 2026, 3, 2, '三(2)班', 1)",
  'INSERT INTO fund (regionCode, code, name, nameEn, purposes) VALUES (\'1402\', \'CARE\', \'课后看护经费\', \'Care fund\', \'[{"stage":"primary","service":"after_school_primary","other":null}]\')',
  "INSERT INTO funding_standard (fundId, stage, unit, amountFen, months, countDay, validFromOn, validToOn, issuer, documentNumber) VALUES (1, 'primary', 'per_class_year', 1000000, 12, '10-01', '2019-01-01', NULL, '市财政局', '1号')",
  "INSERT INTO declaration (schoolId, regionCode, fundId, standardId, fiscalYear, status, countedOn, classCount, amountFen, serviceSharePerMille, snapshotHash, updatedAt) VALUES (1, '140213', 1, 1, 2026, 'approved', '2026-10-01', 2, 2000000, 1000, 'abc', '2026-10-02 08:00:00.000')",
  "INSERT INTO declaration_line (declarationId, schoolId, homeClassId, className, studentCount, amountFen) VALUES (1, 1, 1, '三(1)班', 40, 1000000), (1, 1, 2, '三(2)班', 38, 1000000)",
  "INSERT INTO appropriation (regionCode, fundId, fiscalYear, title, documentNumber, status, totalFen, issuedOn, createdAt) VALUES ('1402', 1, 2026, '通知', '45号', 'issued', 2000000, '2026-10-10', '2026-10-09 08:00:00.000')",
  "INSERT INTO appropriation_line (appropriationId, schoolId, declarationId, classCount, amountFen, receivedAt) VALUES (1, 1, 1, 2, 2000000, '2026-10-12 08:00:00.000')",
  "INSERT INTO allotment (schoolId, homeClassId, fundId, fiscalYear, purpose, allottedFen, committedFen, spentFen) VALUES (1, 1, 1, 2026, 'after_school_primary', 1000000, 0, 100000), (1, 2, 1, 2026, 'after_school_primary', 1000000, 0, 0)",
  "INSERT INTO payment (schoolId, allotmentId, status, amountFen, account, payee, reason, requestedOn, createdAt) VALUES (1, 1, 'approved', 100000, 'E530', '材料店', '纸', '2026-11-01', '2026-11-01 08:00:00.000'), (1, 2, 'draft', 5, 'E530', '材料店', '纸', '2026-11-01', '2026-11-01 08:00:00.000')",
  ...[
    ['M100', 'entitle'],
    ['M110', 'declare'],
    ['M120', 'approve'],
  ].flatMap(([account, kind]) =>
    [1, 2].map((homeClass) => entry(account!, 'M000', 1_000_000, kind!, `${kind}:1:${homeClass}`, homeClass)),
  ),
  entry('A110', 'R400', 1_000_000, 'receive', 'receive:1:1', 1),
  entry('A110', 'R400', 1_000_000, 'receive', 'receive:1:2', 2),
  entry('M200', 'M000', 100_000, 'commit', 'commit:payment:1', 1),
  entry('M000', 'M200', 100_000, 'un-commit', 'reverse:9', 1),
  entry('E530', 'A110', 100_000, 'spend', 'spend:payment:1', 1),
]

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

/** Lines as they were kept before a second payment was told from a repeat: one paid by a line, one by a slip. */
const hiddenRepeats = [
  "UPDATE payment SET status = 'paid', bankSerial = 'A1' WHERE id = 1",
  "UPDATE payment SET status = 'paid', bankSerial = 'B1' WHERE id = 2",
  "INSERT INTO bank_return (regionCode, schoolId, fileName, fileHash, lineCount, matchedCount, paidFen, importedById, importedAt) VALUES ('140213', 1, 'a.csv', 'x', 0, 0, 0, 7, '2026-11-01 17:00:00.000')",
  `INSERT INTO bank_return_line (bankReturnId, schoolId, rowNumber, result, outcome, reason, serial, amountFen, paidOn, paymentId, spendKey) VALUES ${[
    "'paid', NULL, 'A1', 100000, '2026-10-30', 1, 'spend:payment:1'",
    "'repeated', 'serial_known', 'A1', 100000, '2026-10-30', 1, NULL",
    "'repeated', 'paid_already', 'A2', 100000, '2026-10-31', 1, NULL",
    "'repeated', 'paid_already', 'A2', 100000, '2026-10-31', 1, NULL",
    "'repeated', 'paid_already', NULL, 100000, NULL, 1, NULL",
    "'repeated', 'serial_known', 'B1', 5, '2026-10-31', 2, NULL",
    "'repeated', 'serial_known', 'B1', 5, '2026-10-31', 2, NULL",
  ]
    .map((rest, i) => `(1, 1, ${i + 1}, 'paid', ${rest})`)
    .join(', ')}`,
]

function entry(
  debit: string,
  credit: string,
  amountFen: number,
  kind: string,
  key: string,
  homeClassId: number,
): string {
  return `INSERT INTO ledger_entry (debitAccount, creditAccount, amountFen, kind, businessKey, reversesEntryId, schoolId, homeClassId, fundId, purpose, fiscalYear, sourceEntity, sourceId, postedAt, postedById) VALUES ('${debit}', '${credit}', ${amountFen}, '${kind}', '${key}', ${kind === 'un-commit' ? 9 : 'NULL'}, 1, ${homeClassId}, 1, 'after_school_primary', 2026, 'payment', 1, '2026-10-31 18:30:00.250', 7)`
}

describe('migrations', () => {
  it('of funding chain the old entries, turn approvals into claims and keep every sum', async () => {
    const { after, close } = await migrated('funded', [
      [1, filled],
      [2, funded],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    expect(await verifyLedger(after.manager)).toMatchObject({
      entryCount: 11,
      allotmentCount: 2,
      chainCount: 1,
      problems: [],
    })
    // Half past two in the night of 1 November in China.
    expect(await rows('SELECT sequence, accountedOn FROM ledger_entry ORDER BY id LIMIT 1')).toMatchObject([
      { sequence: 1, accountedOn: '2026-11-01' },
    ])
    expect(toNumbers(await rows('SELECT approvedFen, grantedFen FROM claim'))).toEqual([
      { approvedFen: 2_000_000, grantedFen: 2_000_000 },
    ])
    expect(
      toNumbers(
        await rows(
          'SELECT entitledFen, declaredFen, approvedFen, receivedFen, carriedFen, returnedFen, committedFen, spentFen FROM allotment ORDER BY id',
        ),
      ),
    ).toEqual([
      {
        entitledFen: 1_000_000,
        declaredFen: 1_000_000,
        approvedFen: 1_000_000,
        receivedFen: 1_000_000,
        carriedFen: 0,
        returnedFen: 0,
        committedFen: 0,
        spentFen: 100_000,
      },
      {
        entitledFen: 1_000_000,
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
    await after.query('UPDATE ledger_entry SET amountFen = 99999 WHERE sequence = 11')
    expect((await verifyLedger(after.manager)).problems.join()).toContain('entry 11')
    await close()
  })

  it('of the trail chain the old entries by the region of their object, and keep what the rest had said', async () => {
    const { after, close } = await migrated('trail', [
      [1, filled],
      [2, funded],
      [7, withTrail],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    expect(await verifyTrail(after.manager)).toMatchObject({ entryCount: 451, chainCount: 4, problems: [] })
    expect(
      (
        await rows<{ chain: string; count: string | number }>(
          'SELECT chain, COUNT(*) AS count FROM audit_entry GROUP BY chain ORDER BY chain',
        )
      ).map(({ chain, count }) => [chain, Number(count)]),
    ).toEqual([
      ['0', 75],
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

  it('of bank differences show the second payment that was hidden as a repeat, and confirm what a slip had said', async () => {
    const { after, close } = await migrated('differences', [
      [1, filled],
      [2, funded],
      [10, hiddenRepeats],
    ])
    expect(
      await after.query(
        'SELECT outcome, reason, spendKey, countedOn, closedAt FROM bank_return_line ORDER BY rowNumber',
      ),
    ).toEqual(
      [
        ['paid', null, 'spend:payment:1', '2026-10-30'],
        ['repeated', 'serial_known', null, '2026-10-30'],
        ['paid_twice', null, null, '2026-10-31'],
        ['repeated', 'paid_already', null, '2026-10-31'],
        // The bank named no day: that of the import, which was in the night of the second in China.
        ['repeated', 'paid_already', null, '2026-11-02'],
        ['confirmed', null, 'spend:payment:2', '2026-10-31'],
        ['repeated', 'serial_known', null, '2026-10-31'],
      ].map(([outcome, reason, spendKey, countedOn]) => ({
        outcome,
        reason,
        spendKey,
        countedOn,
        closedAt: null,
      })),
    )
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await close()
  })

  it('of scheduling keep what a filled database holds, and fill what is new', async () => {
    const { after, close } = await migrated('migrate', [[1, filled]])
    await expectKept(after)
    await close()
  })
})

/** A database filled after so many migrations, step by step, and then brought up to date. */
async function migrated(
  name: string,
  steps: readonly (readonly [number, readonly string[]])[],
): Promise<{ after: DataSource; close: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), `kehou-${name}-`))
  const url = serverUrl === null ? null : databaseUrl(await emptyServerDatabase(name))
  const open = async (count: number) => {
    const { writer, reader } = await connect({
      databaseUrl: url,
      dataDir,
      entities,
      migrations: migrations.slice(0, count),
    })
    if (reader !== writer && reader.isInitialized) await reader.destroy()
    return writer
  }
  for (const [upTo, statements] of steps) {
    const before = await open(upTo)
    for (const statement of statements) await before.query(statement)
    await before.destroy()
  }
  const after = await open(migrations.length)
  return {
    after,
    close: async () => {
      await after.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const toNumbers = (rows: Record<string, string | number>[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])))

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
