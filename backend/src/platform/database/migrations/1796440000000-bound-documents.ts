/**
 * Documents are bound to the trail (单据绑定): a column for the hash of each after an act on it. What is there already has
 * none until somebody acts on it; up to which number that is stands in the trail, so that what is invented later does not
 * pass for old.
 */
import { createHash } from 'node:crypto'
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnInstant, SystemClock } from '../../calendar.js'
import { column } from '../columns.js'

// As they were when this migration was written.
const documents = [
  'appropriation',
  'bank_format',
  'bank_order',
  'bank_return',
  'commitment',
  'correction',
  'declaration',
  'estimate',
  'finding',
  'invoice',
  'ledger_period',
  'objection',
  'payee',
  'payment',
  'performance_target',
  'publication',
  'scheme',
  'settlement',
  'treasury_return',
  'voucher',
]
const chain = '0'
const genesis = '0'.repeat(64)

export class BoundDocuments1796440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('audit_entry', 'documentHash')))
      await runner.addColumn('audit_entry', column.text('documentHash', 64, true))
    const last: Record<string, number> = {}
    for (const name of documents) {
      const [row] = (await runner.query(`SELECT MAX(id) AS last FROM ${name}`)) as {
        last: string | number | null
      }[]
      if (row?.last) last[name] = Number(row.last)
    }
    // Nothing is old where there is nothing.
    if (Object.keys(last).length > 0) await note(runner, JSON.stringify(last))
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function note(runner: QueryRunner, after: string): Promise<void> {
  // A migration that was killed half-way begins anew.
  const told = (await runner.query(
    "SELECT id FROM audit_entry WHERE entity = 'document' AND action = 'document.bind'",
  )) as object[]
  if (told.length > 0) return
  const [end] = (await runner.query('SELECT lastSequence, lastHash FROM audit_chain WHERE chain = ?', [
    chain,
  ])) as { lastSequence: string | number; lastHash: string }[]
  const sequence = Number(end?.lastSequence ?? 0) + 1
  const now = new SystemClock().now()
  const hash = hashOf(end?.lastHash ?? genesis, sequence, now.toISOString(), after)
  await runner.query(
    `INSERT INTO audit_entry (at, actorId, actorName, onBehalfOfId, onBehalfOfName, action, entity, entityId, schoolId, regionCode, ${runner.connection.driver.escape('before')}, ${runner.connection.driver.escape('after')}, requestId, chain, sequence, hash, documentHash)
     VALUES (?, NULL, '—', NULL, NULL, 'document.bind', 'document', NULL, NULL, NULL, NULL, ?, 'update', ?, ?, ?, NULL)`,
    [columnInstant(now), after, chain, sequence, hash],
  )
  if (end)
    await runner.query('UPDATE audit_chain SET lastSequence = ?, lastHash = ? WHERE chain = ?', [
      sequence,
      hash,
      chain,
    ])
  else
    await runner.query(
      'INSERT INTO audit_chain (chain, lastSequence, lastHash, revision) VALUES (?, ?, ?, 0)',
      [chain, sequence, hash],
    )
}

// A copy of audit/entries/trail-chain.ts as it was when this migration was written: an entry without a document.
function hashOf(previousHash: string, sequence: number, at: string, after: string): string {
  const fields = [
    'v1',
    previousHash,
    chain,
    sequence,
    at,
    null,
    '—',
    null,
    null,
    'document.bind',
    'document',
    null,
    null,
    null,
    null,
    after,
    'update',
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
