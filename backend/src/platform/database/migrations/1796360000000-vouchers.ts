/** Vouchers with numbers that they keep (记账凭证). What is booked already gets its numbers when somebody next numbers or closes a month. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class Vouchers1796360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await runner.createTable(
      table(
        'voucher',
        [
          column.id(lite),
          column.integer(lite, 'schoolId'),
          column.text('month', 7),
          column.integer(lite, 'number'),
          column.integer(lite, 'sequence'),
          column.on('accountedOn'),
          column.text('kind', 20),
          column.text('summary', 200),
          column.fen('amountFen'),
          column.longText('entries'),
          column.integer(lite, 'makerId'),
          column.text('makerName', 80),
          column.at('numberedAt'),
          column.integer(lite, 'checkedById', true),
          column.text('checkedByName', 80, true),
          column.at('checkedAt', true),
          column.text('contentHash', 64),
        ],
        {
          unique: [
            ['schoolId', 'month', 'number'],
            ['schoolId', 'sequence'],
          ],
          index: [['month'], ['schoolId', 'checkedAt']],
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
