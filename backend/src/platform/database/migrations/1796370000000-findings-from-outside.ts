/**
 * Findings of the audit office and of inspections stand beside those of the rules (外部检查发现), and a finding has one name:
 * attachments knew it by another. The trail is chained and keeps the words that it was written with.
 */
import type { MigrationInterface, QueryRunner, TableColumn } from 'typeorm'
import { addFilled } from '../alter.js'
import { column } from '../columns.js'

const finding = 'finding'

export class FindingsFromOutside1796370000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addFilled(runner, finding, column.text('source', 10, true), "'rule'")
    for (const added of [
      column.text('problem', 20, true),
      column.text('institution', 80, true),
      column.text('documentNumber', 60, true),
      column.on('foundOn', true),
      column.text('text', 1000, true),
      column.fen('amountFen', true),
    ])
      await addOnce(runner, added)
    // What comes from outside breaks no rule of ours.
    await runner.changeColumn(finding, column.text('rule', 40), column.text('rule', 40, true))
    await runner.query("UPDATE attachment SET entity = 'finding' WHERE entity = 'audit_finding'")
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function addOnce(runner: QueryRunner, added: TableColumn): Promise<void> {
  if (!(await runner.hasColumn(finding, added.name))) await runner.addColumn(finding, added)
}
