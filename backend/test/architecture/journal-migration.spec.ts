import { verifyLedger } from '../../src/ledger/index.js'
import { migrations } from '../../src/migrations.js'
import { filled, funded, migrated } from '../old-releases.js'

/** A purpose of its own, as entries kept it: received from two levels, put on classes, reserved, freed, spent, sent back, carried. */
const general: string[] = [
  `INSERT INTO allotment (schoolId, homeClassId, classKey, fundId, fiscalYear, purpose, entitledFen, declaredFen, approvedFen, receivedFen, carriedFen, returnedFen, committedFen, spentFen) VALUES
    (1, NULL, 0, 1, 2026, 'school_general', 0, 0, 0, 0, 0, 0, 0, 0),
    (1, 1, 1, 1, 2026, 'school_general', 0, 0, 1000, 700, 0, 0, 100, 0),
    (1, 2, 2, 1, 2026, 'school_general', 0, 0, 0, 300, -300, 0, 0, 0),
    (1, NULL, 0, 1, 2027, 'school_general', 0, 0, 0, 0, 300, 0, 0, 0)`,
  `INSERT INTO payment (id, schoolId, allotmentId, status, revision, amountFen, account, payee, reason, requestedOn, takenBackCount, createdAt) VALUES
    (3, 1, 4, 'failed', 0, 100, 'E530', '材料店', '纸', '2026-11-01', 1, '2026-11-01 08:00:00.000'),
    (4, 1, 4, 'withdrawn', 0, 50, 'E530', '材料店', '纸', '2026-11-01', 0, '2026-11-01 08:00:00.000')`,
  ...(
    [
      ['M120', 'M000', 1000, 'approve', 'a', 1, 2026, 'declaration', 1, '01', 'whole', null],
      ['A110', 'R400', 600, 'receive', 'r1', null, 2026, 'appropriation', 1, '02', 'city', null],
      ['A110', 'R400', 400, 'receive', 'r2', null, 2026, 'appropriation', 2, '03', 'district', null],
      ['R400', 'A110', 1000, 'allot', 'f', null, 2026, 'scheme', 1, '04', 'whole', null],
      ['A110', 'R400', 700, 'allot', 't1', 1, 2026, 'scheme', 1, '04', 'whole', null],
      ['A110', 'R400', 300, 'allot', 't2', 2, 2026, 'scheme', 1, '04', 'whole', null],
      ['M200', 'M000', 100, 'commit', 'commit:payment:3', 1, 2026, 'payment', 3, '05', 'whole', null],
      ['M200', 'M000', 50, 'commit', 'commit:payment:4', 1, 2026, 'payment', 4, '06', 'whole', null],
      ['M000', 'M200', 50, 'un-commit', 'reverse:19', 1, 2026, 'payment', 4, '07', 'whole', 19],
      ['M000', 'M200', 100, 'un-commit', 'reverse:18', 1, 2026, 'payment', 3, '08', 'whole', 18],
      ['E530', 'A110', 100, 'spend', 'spend:payment:3', 1, 2026, 'payment', 3, '08', 'whole', null],
      ['A110', 'E530', 100, 'un-spend', 'reverse:22', 1, 2026, 'payment', 3, '09', 'whole', 22],
      ['M200', 'M000', 100, 'commit', 'commit:payment:3:2', 1, 2026, 'payment', 3, '09', 'whole', null],
      ['N300', 'A110', 300, 'carry-out', 'o', 2, 2026, 'settlement', 1, '10', 'whole', null],
      ['A110', 'N300', 300, 'carry-in', 'i', null, 2027, 'settlement', 1, '10', 'whole', null],
    ] as const
  ).map(
    ([debit, credit, amountFen, kind, key, homeClassId, year, entity, id, second, level, reverses], i) =>
      `INSERT INTO ledger_entry (id, sequence, debitAccount, creditAccount, amountFen, kind, businessKey, reversesEntryId, schoolId, homeClassId, fundId, purpose, level, fiscalYear, accountedOn, sourceEntity, sourceId, postedAt, postedById, hash) VALUES (${12 + i}, ${12 + i}, '${debit}', '${credit}', ${amountFen}, '${kind}', '${key}', ${reverses ?? 'NULL'}, 1, ${homeClassId ?? 'NULL'}, 1, 'school_general', '${level}', ${year}, '2026-11-02', '${entity}', ${id}, '2026-11-02 01:00:${second}.000', 7, '${key}')`,
  ),
  "INSERT INTO ledger_period (schoolId, month, status, revision, closingSequence, closingHash) VALUES (1, '2026-10', 'open', 2, 22, 'spend:payment:3')",
]

describe('the migration to a journal', () => {
  it('keeps every sum, ends reservations, and knows whose money it is', async () => {
    const { after, close } = await migrated('journal', [
      [1, filled],
      [2, funded],
      [migrations.findIndex(({ name }) => name.startsWith('Journal')), general],
    ])
    expect(await verifyLedger(after.manager)).toMatchObject({ problems: [], chainCount: 1 })
    const lines = await after.query<Record<string, string | number>[]>(
      `SELECT journal.kind AS kind, line.phase AS phase, standing.fiscalYear AS fiscalYear, standing.classKey AS class, line.debitAccount AS debit, line.creditAccount AS credit, line.amountFen AS amountFen, line.level AS level
       FROM ledger_line line
       JOIN ledger_journal journal ON journal.schoolId = line.schoolId AND journal.sequence = line.sequence
       JOIN allotment standing ON standing.id = line.standingId AND standing.purpose = 'school_general'
       ORDER BY line.sequence, line.number`,
    )
    expect(
      lines.map((row) =>
        [
          row.kind,
          row.phase,
          row.fiscalYear,
          row.class,
          row.debit,
          row.credit,
          Number(row.amountFen),
          row.level,
        ].join(' '),
      ),
    ).toEqual([
      'approve single 2026 1 M120 M000 1000 whole',
      'receive single 2026 0 A110 R400 600 city',
      'receive single 2026 0 A110 R400 400 district',
      'allot single 2026 0 R400 A110 600 city',
      'allot single 2026 0 R400 A110 400 district',
      'allot single 2026 1 A110 R400 420 city',
      'allot single 2026 1 A110 R400 280 district',
      'allot single 2026 2 A110 R400 180 city',
      'allot single 2026 2 A110 R400 120 district',
      'reserve pending 2026 1 E530 A110 60 city',
      'reserve pending 2026 1 E530 A110 40 district',
      'reserve pending 2026 1 E530 A110 30 city',
      'reserve pending 2026 1 E530 A110 20 district',
      'free void 2026 1 E530 A110 30 city',
      'free void 2026 1 E530 A110 20 district',
      'spend post 2026 1 E530 A110 60 city',
      'spend post 2026 1 E530 A110 40 district',
      'un-spend single 2026 1 A110 E530 60 city',
      'un-spend single 2026 1 A110 E530 40 district',
      'reserve pending 2026 1 E530 A110 60 city',
      'reserve pending 2026 1 E530 A110 40 district',
      'carry-out single 2026 2 N300 A110 180 city',
      'carry-out single 2026 2 N300 A110 120 district',
      'carry-in single 2027 0 A110 N300 180 city',
      'carry-in single 2027 0 A110 N300 120 district',
    ])
    const [period] = await after.query<{ closingSequence: number; closingHash: string }[]>(
      'SELECT closingSequence, closingHash FROM ledger_period',
    )
    expect(
      await after.query(
        `SELECT kind FROM ledger_journal WHERE sequence = ${period!.closingSequence} AND hash = '${period!.closingHash}'`,
      ),
    ).toEqual([{ kind: 'spend' }])
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await close()
  }, 60_000)
})
