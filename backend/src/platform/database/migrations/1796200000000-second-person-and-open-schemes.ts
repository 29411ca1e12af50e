/** In whose place a bank's file was imported (代谁导入), and one open scheme for money carried over (结转资金分配方案). */
import { type MigrationInterface, type QueryRunner, type TableColumn, TableIndex } from 'typeorm'
import { unique } from '../alter.js'
import { column } from '../columns.js'
import { indexName } from '../naming.js'
import { isSqlite } from '../table.js'

export class SecondPersonAndOpenSchemes1796200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await addOnce(runner, 'bank_return', column.integer(lite, 'importedForId', true))
    const columnNames = ['importedForId']
    await runner.createIndex(
      'bank_return',
      new TableIndex({ name: indexName('bank_return', columnNames), columnNames }),
    )
    await addOnce(runner, 'scheme', column.text('openKey', 60, true))
    const key = lite
      ? "schoolId || ':' || fundId || ':' || fiscalYear"
      : "CONCAT(schoolId, ':', fundId, ':', fiscalYear)"
    // Where two are open already, the older has the key; the other is found by the read before a draft.
    await runner.query(
      `UPDATE scheme SET openKey = ${key} WHERE id IN (
         SELECT id FROM (
           SELECT MIN(id) AS id FROM scheme WHERE appropriationLineId IS NULL AND status <> 'approved'
           GROUP BY schoolId, fundId, fiscalYear
         ) oldest
       )`,
    )
    await unique(runner, 'scheme', ['openKey'])
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function addOnce(runner: QueryRunner, tableName: string, added: TableColumn): Promise<void> {
  if (!(await runner.hasColumn(tableName, added.name))) await runner.addColumn(tableName, added)
}
