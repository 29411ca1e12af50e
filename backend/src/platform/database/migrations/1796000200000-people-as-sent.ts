/** Children as they are sent (名册的说法): what a person decided about rows that may be somebody who is known already; uploads by day. */
import { type MigrationInterface, type QueryRunner } from 'typeorm'
import { addFilled } from '../alter.js'
import { column } from '../columns.js'
import { isSqlite } from '../table.js'

export class PeopleAsSent1796000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nothing was decided before: the new column stays empty.
    await addFilled(runner, 'import_run', column.integer(isSqlite(runner), 'revision', true), '0')
    await runner.addColumn('import_run', column.longText('decisions', true))
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
