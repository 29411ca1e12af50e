/**
 * The trail in chains by region (审计链), money that came back (退汇), lanes and rounds of jobs, and reminders with the
 * fund and year that they are about.
 */
import { createHash } from 'node:crypto'
import { type MigrationInterface, type QueryRunner, type TableColumn, TableIndex } from 'typeorm'
import { addFilled, indexed, unique } from '../alter.js'
import { column } from '../columns.js'
import { indexName } from '../naming.js'
import { isSqlite, table } from '../table.js'

const rowsAtOnce = 200
const genesis = '0'.repeat(64)

export class TrailAndRounds1796000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    // Days that people have looked at until now stay as they are.
    await addFilled(runner, 'calendar_day', nullableFlag(lite), '1')
    await money(runner, lite)
    await jobs(runner, lite)
    await reminders(runner, lite)
    await trail(runner, lite)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

function nullableFlag(lite: boolean): TableColumn {
  const flag = column.flag(lite, 'isConfirmed')
  flag.isNullable = true
  return flag
}

async function money(runner: QueryRunner, lite: boolean): Promise<void> {
  await addFilled(runner, 'payment', column.integer(lite, 'takenBackCount', true), '0')
  await addOnce(runner, 'bank_return_line', column.text('spendKey', 80, true))
  await runner.query(
    `UPDATE bank_return_line SET spendKey = ${lite ? "'spend:payment:' || paymentId" : "CONCAT('spend:payment:', paymentId)"}
     WHERE outcome IN ('paid', 'settled_by_hand') AND paymentId IS NOT NULL`,
  )
  await runner.createIndex(
    'bank_return_line',
    new TableIndex({ name: indexName('bank_return_line', ['spendKey']), columnNames: ['spendKey'] }),
  )
}

async function jobs(runner: QueryRunner, lite: boolean): Promise<void> {
  await addFilled(
    runner,
    'job',
    column.text('lane', 20, true),
    "CASE kind WHEN 'timetable_run' THEN 'solve' ELSE 'import' END",
  )
  await addOnce(runner, 'job', column.text('uniqueKey', 80, true))
  await unique(runner, 'job', ['uniqueKey'])
  await runner.createIndex(
    'job',
    new TableIndex({
      name: indexName('job', ['lane', 'status', 'id']),
      columnNames: ['lane', 'status', 'id'],
    }),
  )
  // Rounds are asked for by nobody.
  await runner.changeColumn(
    'job',
    column.integer(lite, 'requestedById'),
    column.integer(lite, 'requestedById', true),
  )
}

async function reminders(runner: QueryRunner, lite: boolean): Promise<void> {
  await addOnce(runner, 'reminder', column.integer(lite, 'fundId', true))
  await addOnce(runner, 'reminder', column.integer(lite, 'fiscalYear', true))
  // Until now they stood in the key: kind, fund, year, school, day, step.
  for (let last = 0; ;) {
    const rows = (await runner.query(
      `SELECT id, uniqueKey FROM reminder WHERE kind IN ('declaration_due', 'estimate_due', 'spending_due') AND id > ?
       ORDER BY id LIMIT 1000`,
      [last],
    )) as { id: number; uniqueKey: string }[]
    for (const { id, uniqueKey } of rows) {
      const [, fundId, fiscalYear] = uniqueKey.split(':').map(Number)
      await runner.query(
        'UPDATE reminder SET fundId = (SELECT fund.id FROM fund WHERE fund.id = ?), fiscalYear = ? WHERE id = ?',
        [fundId!, fiscalYear!, id],
      )
    }
    if (rows.length < 1000) break
    last = rows.at(-1)!.id
  }
  await indexed(runner, 'reminder', 'fundId', 'fund')
}

interface OldEntry {
  id: number
  at: string | Date
  actorId: number | null
  actorName: string
  onBehalfOfId: number | null
  onBehalfOfName: string | null
  action: string
  entity: string
  entityId: number | null
  schoolId: number | null
  regionCode: string | null
  before: string | null
  after: string | null
  requestId: string
}

// Each entry gets its object's region and its place in the chain of that region, in the order in which they were written.
async function trail(runner: QueryRunner, lite: boolean): Promise<void> {
  await runner.createTable(
    table(
      'audit_chain',
      [
        column.id(lite),
        column.text('chain', 12),
        column.integer(lite, 'lastSequence'),
        column.text('lastHash', 64),
        column.integer(lite, 'revision'),
      ],
      { unique: [['chain']] },
    ),
    true,
  )
  await addOnce(runner, 'audit_entry', column.text('chain', 12, true))
  await addOnce(runner, 'audit_entry', column.integer(lite, 'sequence', true))
  await addOnce(runner, 'audit_entry', column.text('hash', 64, true))
  // A migration that was killed half-way begins anew: what is computed comes out the same.
  await runner.query('DELETE FROM audit_chain')
  const ends = new Map<string, { sequence: number; hash: string }>()
  const entry = runner.connection.driver.escape('audit_entry')
  for (let last = 0; ;) {
    const rows = (await runner.query(
      `SELECT ${entry}.*, school.regionCode AS schoolRegion FROM ${entry}
       LEFT JOIN school ON school.id = ${entry}.schoolId WHERE ${entry}.id > ? ORDER BY ${entry}.id LIMIT ${rowsAtOnce}`,
      [last],
    )) as (OldEntry & { schoolRegion: string | null })[]
    if (rows.length > 0) await chainRows(runner, rows, ends)
    if (rows.length < rowsAtOnce) break
    last = rows.at(-1)!.id
  }
  // Regions where nothing was written yet have a head, too: nobody races to make the first one.
  const regions = (await runner.query('SELECT code FROM region')) as { code: string }[]
  for (const chain of new Set([...ends.keys(), ...regions.map(({ code }) => code), '0'])) {
    const { sequence, hash } = ends.get(chain) ?? { sequence: 0, hash: genesis }
    await runner.query(
      'INSERT INTO audit_chain (chain, lastSequence, lastHash, revision) VALUES (?, ?, ?, 0)',
      [chain, sequence, hash],
    )
  }
  for (const each of [column.text('chain', 12), column.integer(lite, 'sequence'), column.text('hash', 64)]) {
    const nullable = each.clone()
    nullable.isNullable = true
    await runner.changeColumn('audit_entry', nullable, each)
  }
  await unique(runner, 'audit_entry', ['chain', 'sequence'])
  await runner.createIndex(
    'audit_entry',
    new TableIndex({
      name: indexName('audit_entry', ['regionCode', 'at']),
      columnNames: ['regionCode', 'at'],
    }),
  )
}

async function chainRows(
  runner: QueryRunner,
  rows: readonly (OldEntry & { schoolRegion: string | null })[],
  ends: Map<string, { sequence: number; hash: string }>,
): Promise<void> {
  const chained = rows.map((row) => {
    const regionCode = row.schoolRegion ?? row.regionCode
    const chain = regionCode ?? '0'
    const before = ends.get(chain) ?? { sequence: 0, hash: genesis }
    const sequence = before.sequence + 1
    const hash = hashOf(before.hash, chain, sequence, { ...row, regionCode })
    ends.set(chain, { sequence, hash })
    return { id: row.id, regionCode, chain, sequence, hash }
  })
  const names = ['regionCode', 'chain', 'sequence', 'hash'] as const
  const cases = names.map(
    (name) => `${name} = CASE id ${chained.map(() => 'WHEN ? THEN ?').join(' ')} ELSE ${name} END`,
  )
  await runner.query(
    `UPDATE audit_entry SET ${cases.join(', ')} WHERE id IN (${chained.map(() => '?').join(', ')})`,
    [
      ...names.flatMap((name) => chained.flatMap((row) => [row.id, row[name]])),
      ...chained.map(({ id }) => id),
    ],
  )
}

// A copy of audit/entries/trail-chain.ts as it was when this migration was written: the first version of the chain.
function hashOf(previousHash: string, chain: string, sequence: number, entry: OldEntry): string {
  const at =
    typeof entry.at === 'string' ? `${entry.at.replace(' ', 'T').replace(/Z$/, '')}Z` : entry.at.toISOString()
  const fields = [
    'v1',
    previousHash,
    chain,
    sequence,
    at,
    entry.actorId,
    entry.actorName,
    entry.onBehalfOfId,
    entry.onBehalfOfName,
    entry.action,
    entry.entity,
    entry.entityId,
    entry.schoolId,
    entry.regionCode,
    entry.before,
    entry.after,
    entry.requestId,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

async function addOnce(
  runner: QueryRunner,
  tableName: string,
  added: ReturnType<typeof column.text>,
): Promise<void> {
  if (!(await runner.hasColumn(tableName, added.name))) await runner.addColumn(tableName, added)
}
