/** The history takes steps that nobody took: what time alone does (到期). */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { column } from '../columns.js'
import { isSqlite } from '../table.js'

export class StepsOfTime1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await runner.changeColumn(
      'transition',
      column.integer(lite, 'actorId'),
      column.integer(lite, 'actorId', true),
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
