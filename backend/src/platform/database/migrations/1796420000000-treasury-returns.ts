/** Returns to the treasury (上缴财政): a new table. What was returned before, by its settlement's approval, stays as it is. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class TreasuryReturns1796420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await runner.createTable(
      table(
        'treasury_return',
        [
          column.id(lite),
          column.integer(lite, 'schoolId'),
          column.integer(lite, 'settlementId'),
          column.integer(lite, 'fundId'),
          column.integer(lite, 'fiscalYear'),
          column.fen('amountFen'),
          column.text('status', 30),
          column.integer(lite, 'revision'),
          column.integer(lite, 'payeeId', true),
          column.text('payee', 80, true),
          column.text('payeeAccountSealed', 200, true),
          column.text('payeeAccountLast4', 4, true),
          column.text('payeeAccountHash', 64, true),
          column.text('payeeBank', 80, true),
          column.text('payeeBankCode', 12, true),
          column.text('failure', 200, true),
          column.on('returnedOn', true),
          column.text('bankSerial', 60, true),
          column.at('createdAt'),
        ],
        {
          unique: [['settlementId'], ['schoolId', 'bankSerial']],
          index: [['schoolId'], ['fundId'], ['payeeId'], ['schoolId', 'fundId', 'fiscalYear'], ['status']],
          references: {
            schoolId: 'school',
            settlementId: 'settlement',
            fundId: 'fund',
            payeeId: 'payee',
          },
        },
      ),
      true,
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
