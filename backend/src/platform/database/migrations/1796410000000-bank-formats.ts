/** Formats of bank and treasury files (银行文件格式): a new table. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class BankFormats1796410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await runner.createTable(
      table(
        'bank_format',
        [
          column.id(lite),
          column.text('regionCode', 12),
          column.integer(lite, 'schoolId', true),
          column.text('owner', 12),
          column.text('direction', 3),
          column.text('name', 60),
          column.longText('columns'),
          column.longText('words', true),
          column.text('defaultKey', 20, true),
          column.integer(lite, 'revision'),
          column.text('updatedByName', 80),
          column.at('updatedAt'),
        ],
        {
          unique: [['owner', 'direction', 'name'], ['defaultKey']],
          index: [['regionCode', 'direction'], ['schoolId']],
          references: { schoolId: 'school' },
        },
      ),
      true,
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
