import { TestApp } from '../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, paid, sentToBank } from '../../test/funding-world.js'
import { KeptTerminal } from '../../test/terminal.js'
import { runCommand } from './commands.js'
import { readArguments } from './read-arguments.js'
import { LedgerEntry, verifyLedger } from '../ledger/index.js'

describe('verifying the ledger', () => {
  let test: TestApp
  let funded: FundedSchool
  let entries: LedgerEntry[]
  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 2)
    const [allotmentId] = await allotted(test, funded)
    await paid(funded, { allotmentId: allotmentId!, amountFen: 120_000 })
    await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 5_000 })
    test.clock.set('2026-12-02T00:00:00Z')
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    await officer.post('/api/ledger-periods/close', { schoolId: funded.school.id, month: '2026-11' })
    const other = await fundedSchool(test, 1)
    await allotted(test, other)
    entries = await test.database.read.find(LedgerEntry, {
      where: { schoolId: funded.school.id },
      order: { sequence: 'ASC' },
    })
  })
  afterAll(() => test.stop())

  /** Changes rows behind the ledger's back, gives what is found, and takes the change back. */
  async function tampered(...statements: string[]): Promise<readonly string[]> {
    const { writer } = test.database.connections
    const runner = writer.createQueryRunner()
    await runner.connect()
    if (!test.database.isSqlite) await runner.query('SET FOREIGN_KEY_CHECKS = 0')
    else await runner.query('PRAGMA foreign_keys = OFF')
    await runner.startTransaction()
    try {
      for (const statement of statements) await runner.query(statement)
      return (await verifyLedger(runner.manager)).problems
    } finally {
      await runner.rollbackTransaction()
      await runner.query(test.database.isSqlite ? 'PRAGMA foreign_keys = ON' : 'SET FOREIGN_KEY_CHECKS = 1')
      await runner.release()
    }
  }

  it('finds nothing in what was posted properly', async () => {
    expect(await verifyLedger(test.database.read)).toMatchObject({ problems: [], chainCount: 2 })
    expect(await verifyLedger(test.database.read, funded.school.id)).toMatchObject({
      problems: [],
      chainCount: 1,
      entryCount: entries.length,
    })
  })

  // The row's key says nothing; everything else is in the hash.
  const columns = [
    'sequence',
    'debitAccount',
    'creditAccount',
    'amountFen',
    'kind',
    'businessKey',
    'reversesEntryId',
    'schoolId',
    'homeClassId',
    'fundId',
    'purpose',
    'level',
    'termId',
    'fiscalYear',
    'economicCategory',
    'accountedOn',
    'sourceEntity',
    'sourceId',
    'postedAt',
    'postedById',
    'hash',
  ]
  const changedTo: Record<string, string> = {
    debitAccount: "'E510'",
    creditAccount: "'N300'",
    kind: "'gift'",
    businessKey: "'another'",
    purpose: "'holiday'",
    level: "'province'",
    economicCategory: "'39999'",
    accountedOn: "'2026-11-19'",
    postedAt: "'2026-11-20 08:00:00.001'",
    sourceEntity: "'gift'",
    hash: `'${'f'.repeat(64)}'`,
  }

  it('covers every column that an entry has', () => {
    const { columns: all } = test.database.connections.writer.getMetadata(LedgerEntry)
    expect(
      all
        .map((column) => column.propertyName)
        .filter((name) => name !== 'id')
        .sort(),
    ).toEqual([...columns].sort())
  })

  it.each(columns)('finds a changed %s in the first, a middle and the last entry', async (column) => {
    for (const entry of [entries[0]!, entries[Math.floor(entries.length / 2)]!, entries.at(-1)!]) {
      const problems = await tampered(
        `UPDATE ledger_entry SET ${column} = ${changedTo[column] ?? '987654'} WHERE id = ${entry.id}`,
      )
      expect(problems.join('\n')).toMatch(
        column === 'schoolId' || column === 'sequence'
          ? /school \d+: /
          : new RegExp(`entry ${entry.sequence} `),
      )
    }
  })

  it('finds a deleted entry, first, middle or last', async () => {
    const middle = entries[Math.floor(entries.length / 2)]!
    expect((await tampered(`DELETE FROM ledger_entry WHERE id = ${entries.at(-1)!.id}`)).join()).toContain(
      `the chain was at entry ${entries.length}, the rows end at ${entries.length - 1}`,
    )
    expect((await tampered(`DELETE FROM ledger_entry WHERE id = ${middle.id}`)).join()).toContain(
      'something is missing',
    )
    expect((await tampered(`DELETE FROM ledger_entry WHERE id = ${entries[0]!.id}`)).join()).toContain(
      'after entry 0 comes 2',
    )
    expect(
      (await tampered(`DELETE FROM ledger_entry WHERE schoolId = ${funded.school.id}`)).join(),
    ).toContain('the rows end at 0')
  })

  it('finds two entries that have changed places', async () => {
    const [a, b] = [entries[1]!, entries[2]!]
    const problems = await tampered(
      `UPDATE ledger_entry SET sequence = 900000 WHERE id = ${a.id}`,
      `UPDATE ledger_entry SET sequence = ${a.sequence} WHERE id = ${b.id}`,
      `UPDATE ledger_entry SET sequence = ${b.sequence} WHERE id = ${a.id}`,
    )
    expect(problems.join('\n')).toMatch(new RegExp(`entry ${a.sequence} [\\s\\S]*entry ${b.sequence} `))
  })

  it('finds an entry that was added, and a cut chain that was made to fit, by the closing of the month', async () => {
    const last = entries.at(-1)!
    const { columns: all } = test.database.connections.writer.getMetadata(LedgerEntry)
    const names = all.map((column) => column.databaseName).filter((name) => name !== 'id')
    const copied = names.map((name) =>
      name === 'sequence' ? String(last.sequence + 1) : name === 'businessKey' ? "'forged'" : name,
    )
    expect(
      (
        await tampered(
          `INSERT INTO ledger_entry (${names.join(', ')}) SELECT ${copied.join(', ')} FROM ledger_entry WHERE id = ${last.id}`,
        )
      ).join(),
    ).toContain(`entry ${last.sequence + 1} `)
    const before = entries.at(-2)!
    const cut = await tampered(
      `DELETE FROM ledger_entry WHERE id = ${last.id}`,
      `UPDATE ledger_chain SET lastSequence = ${before.sequence}, lastHash = '${before.hash}' WHERE schoolId = ${funded.school.id}`,
    )
    expect(cut.join('\n')).toContain('2026-11')
  })

  it.each([
    'entitledFen',
    'declaredFen',
    'approvedFen',
    'receivedFen',
    'carriedFen',
    'returnedFen',
    'committedFen',
    'spentFen',
  ])('finds a changed standing: %s', async (column) => {
    expect(
      (
        await tampered(
          `UPDATE allotment SET ${column} = ${column} + 1 WHERE schoolId = ${funded.school.id} AND homeClassId IS NOT NULL`,
        )
      ).join(),
    ).toContain(`${column.slice(0, -3)} is kept as`)
  })

  it('finds a standing or a chain that is gone or changed, and money beyond what was approved', async () => {
    expect((await tampered(`DELETE FROM allotment WHERE schoolId = ${funded.school.id}`)).join()).toContain(
      'has entries but no allotment',
    )
    expect(
      (await tampered(`DELETE FROM ledger_chain WHERE schoolId = ${funded.school.id}`)).join(),
    ).toContain('entries without a chain')
    expect(
      (
        await tampered(
          `UPDATE ledger_chain SET lastHash = '${'0'.repeat(64)}' WHERE schoolId = ${funded.school.id}`,
        )
      ).join(),
    ).toContain('the chain was at entry')
    expect(
      (
        await tampered(
          `UPDATE ledger_period SET closingHash = '${'0'.repeat(64)}' WHERE schoolId = ${funded.school.id}`,
        )
      ).join(),
    ).toContain('2026-11 was closed')
    expect(
      (
        await tampered(
          `UPDATE ledger_entry SET amountFen = amountFen + 1 WHERE kind = 'receive' AND schoolId = ${funded.school.id}`,
        )
      ).join(),
    ).toContain('more than approved')
  })

  it('answers on the command line with 1, for all schools or one', async () => {
    const run = async (...argv: string[]) => {
      const terminal = new KeptTerminal()
      const code = await runCommand(test.nest, readArguments(argv), terminal)
      return { code, out: terminal.lines.join(), complaints: terminal.complaints }
    }
    expect(await run('ledger', 'verify')).toMatchObject({
      code: 0,
      complaints: [],
      out: expect.stringContaining('不一致 0 处'),
    })
    const update = (by: string) =>
      test.database.transaction((tx) =>
        tx.query(`UPDATE ledger_entry SET amountFen = amountFen ${by} WHERE id = ${entries[0]!.id}`),
      )
    await update('+ 1')
    const broken = await run('ledger', 'verify', '--lang', 'en')
    expect(broken).toMatchObject({ code: 1, out: expect.stringMatching(/[1-9] disagreements/) })
    expect(broken.complaints.join('\n')).toContain(`entry 1 (row ${entries[0]!.id}`)
    expect(await run('ledger', 'verify', '--school', funded.school.code, '--json')).toMatchObject({ code: 1 })
    const { code: otherCode } = await test.world.school()
    expect(await run('ledger', 'verify', '--school', otherCode)).toMatchObject({ code: 0 })
    await update('- 1')
    await expect(run('ledger', 'verify', '--school', 'nothing')).rejects.toMatchObject({
      code: 'cli.unknown_school',
    })
  })
})
