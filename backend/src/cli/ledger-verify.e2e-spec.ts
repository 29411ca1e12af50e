import { TestApp } from '../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, paid, sentToBank } from '../../test/funding-world.js'
import { tampered as behindItsBack } from '../../test/tampered.js'
import { KeptTerminal } from '../../test/terminal.js'
import { runCommand } from './commands.js'
import { readArguments } from './read-arguments.js'
import { Allotment, LedgerJournal, LedgerLine, verifyLedger } from '../ledger/index.js'

describe('verifying the ledger', () => {
  let test: TestApp
  let funded: FundedSchool
  let journals: LedgerJournal[]
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
    journals = await test.database.read.find(LedgerJournal, {
      where: { schoolId: funded.school.id },
      order: { sequence: 'ASC' },
    })
  })
  afterAll(() => test.stop())

  const tampered = (...statements: string[]) =>
    behindItsBack(test, statements, async (manager) => (await verifyLedger(manager)).problems)

  it('finds nothing in what was posted properly', async () => {
    expect(await verifyLedger(test.database.read)).toMatchObject({ problems: [], chainCount: 2 })
    expect(await verifyLedger(test.database.read, funded.school.id)).toMatchObject({
      problems: [],
      chainCount: 1,
      journalCount: journals.length,
    })
  })

  const tables = {
    ledger_journal: {
      entity: LedgerJournal,
      // The row's own key says nothing; everything else is in the hash.
      keys: ['id'],
      columns: [
        'schoolId',
        'sequence',
        'phase',
        'kind',
        'businessKey',
        'settles',
        'reverses',
        'sourceEntity',
        'sourceId',
        'sourceHash',
        'accountedOn',
        'postedAt',
        'postedById',
        'hash',
      ],
    },
    ledger_line: {
      entity: LedgerLine,
      keys: [],
      columns: [
        'schoolId',
        'sequence',
        'number',
        'phase',
        'debitAccount',
        'creditAccount',
        'amountFen',
        'standingId',
        'level',
      ],
    },
  }
  const changedTo: Record<string, string> = {
    phase: "'gift'",
    debitAccount: "'E510'",
    creditAccount: "'N300'",
    kind: "'gift'",
    businessKey: "'another'",
    level: "'province'",
    accountedOn: "'2026-11-19'",
    postedAt: "'2026-11-20 08:00:00.001'",
    sourceEntity: "'gift'",
    sourceHash: "'gift'",
    hash: `'${'f'.repeat(64)}'`,
  }

  it('covers every column that journals and lines have', () => {
    for (const { entity, keys, columns } of Object.values(tables)) {
      const { columns: all } = test.database.connections.writer.getMetadata(entity)
      expect(all.map((column) => column.propertyName).sort()).toEqual([...keys, ...columns].sort())
    }
  })

  it.each(
    Object.entries(tables).flatMap(([table, { columns }]) =>
      columns.map((column) => [table, column] as const),
    ),
  )('finds in %s a changed %s of the first, a middle and the last journal', async (table, column) => {
    for (const journal of [journals[0]!, journals[Math.floor(journals.length / 2)]!, journals.at(-1)!]) {
      const problems = await tampered(
        `UPDATE ${table} SET ${column} = ${changedTo[column] ?? '987654'} WHERE schoolId = ${funded.school.id} AND sequence = ${journal.sequence}${table === 'ledger_line' ? ' AND number = 1' : ''}`,
      )
      expect(problems.join('\n')).toMatch(
        table === 'ledger_journal' && ['schoolId', 'sequence'].includes(column)
          ? /school \d+: /
          : new RegExp(`journal ${journal.sequence} `),
      )
    }
  })

  const without = (sequence: number) => [
    `DELETE FROM ledger_line WHERE schoolId = ${funded.school.id} AND sequence = ${sequence}`,
    `DELETE FROM ledger_journal WHERE schoolId = ${funded.school.id} AND sequence = ${sequence}`,
  ]

  it('finds a deleted journal, first, middle or last, and a deleted line', async () => {
    const middle = journals[Math.floor(journals.length / 2)]!
    expect((await tampered(...without(journals.at(-1)!.sequence))).join()).toContain(
      `the chain was at journal ${journals.length}, they end at ${journals.length - 1}`,
    )
    expect((await tampered(...without(middle.sequence))).join()).toContain('something is missing')
    expect((await tampered(...without(1))).join()).toContain('after journal 0 comes 2')
    expect(
      (
        await tampered(
          `DELETE FROM ledger_line WHERE schoolId = ${funded.school.id}`,
          `DELETE FROM ledger_journal WHERE schoolId = ${funded.school.id}`,
        )
      ).join(),
    ).toContain('they end at 0')
    const [line] = without(middle.sequence)
    expect((await tampered(line!)).join('\n')).toContain(`journal ${middle.sequence} `)
    const [, header] = without(middle.sequence)
    expect((await tampered(header!)).join('\n')).toContain('belong to no journal')
  })

  it('finds two journals that have changed places', async () => {
    const [a, b] = [journals[1]!, journals[2]!]
    const problems = await tampered(
      `UPDATE ledger_journal SET sequence = 900000 WHERE id = ${a.id}`,
      `UPDATE ledger_journal SET sequence = ${a.sequence} WHERE id = ${b.id}`,
      `UPDATE ledger_journal SET sequence = ${b.sequence} WHERE id = ${a.id}`,
    )
    expect(problems.join('\n')).toMatch(new RegExp(`journal ${a.sequence} [\\s\\S]*journal ${b.sequence} `))
  })

  it('finds a journal that was added, and a cut chain that was made to fit, by the closing of the month', async () => {
    const last = journals.at(-1)!
    const names = tables.ledger_journal.columns
    const copied = names.map(
      (name) =>
        ({ sequence: String(last.sequence + 1), businessKey: "'forged'", settles: 'NULL' })[name] ?? name,
    )
    expect(
      (
        await tampered(
          `INSERT INTO ledger_journal (${names.join(', ')}) SELECT ${copied.join(', ')} FROM ledger_journal WHERE id = ${last.id}`,
        )
      ).join(),
    ).toContain(`journal ${last.sequence + 1} `)
    const before = journals.at(-2)!
    const cut = await tampered(
      ...without(last.sequence),
      `UPDATE ledger_chain SET lastSequence = ${before.sequence}, lastHash = '${before.hash}' WHERE schoolId = ${funded.school.id}`,
    )
    expect(cut.join('\n')).toContain('2026-11')
  })

  it('finds a class that a standing was given to', async () => {
    const [one, other] = await test.database.read.find(Allotment, {
      where: { schoolId: funded.school.id },
      order: { id: 'DESC' },
    })
    expect(
      (
        await tampered(
          `UPDATE allotment SET homeClassId = ${other!.homeClassId}, fiscalYear = 2099 WHERE id = ${one!.id}`,
        )
      ).join('\n'),
    ).toContain('is not what was posted')
  })

  it.each([
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
      'is not what was posted',
    )
    expect(
      (await tampered(`DELETE FROM ledger_chain WHERE schoolId = ${funded.school.id}`)).join(),
    ).toContain('journals without a chain')
    expect(
      (
        await tampered(
          `UPDATE ledger_chain SET lastHash = '${'0'.repeat(64)}' WHERE schoolId = ${funded.school.id}`,
        )
      ).join(),
    ).toContain('the chain was at journal')
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
          `UPDATE ledger_line SET amountFen = amountFen + 1 WHERE debitAccount = 'A110' AND creditAccount = 'R400' AND schoolId = ${funded.school.id}`,
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
        tx.query(
          `UPDATE ledger_line SET amountFen = amountFen ${by} WHERE schoolId = ${funded.school.id} AND sequence = 1 AND number = 1`,
        ),
      )
    await update('+ 1')
    const broken = await run('ledger', 'verify', '--lang', 'en')
    expect(broken).toMatchObject({ code: 1, out: expect.stringMatching(/[1-9] disagreements/) })
    expect(broken.complaints.join('\n')).toContain(`journal 1 (row ${journals[0]!.id}`)
    expect(await run('ledger', 'verify', '--school', funded.school.code, '--json')).toMatchObject({ code: 1 })
    const { code: otherCode } = await test.world.school()
    expect(await run('ledger', 'verify', '--school', otherCode)).toMatchObject({ code: 0 })
    await update('- 1')
    await expect(run('ledger', 'verify', '--school', 'nothing')).rejects.toMatchObject({
      code: 'cli.unknown_school',
    })
  })
})
