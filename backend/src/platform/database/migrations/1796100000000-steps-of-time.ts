/** The history takes steps that nobody took: what time alone does (到期). A school's trail is found by its days. */
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'
import { column } from '../columns.js'
import { indexName } from '../naming.js'
import { isSqlite } from '../table.js'

export class StepsOfTime1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await runner.changeColumn(
      'transition',
      column.integer(lite, 'actorId'),
      column.integer(lite, 'actorId', true),
    )
    const columnNames = ['schoolId', 'at']
    await runner.createIndex(
      'audit_entry',
      new TableIndex({ name: indexName('audit_entry', columnNames), columnNames }),
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
