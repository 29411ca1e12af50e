/** Corrections (更正) of payments, with their lines. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class Corrections1796390000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    // A server commits each table by itself: what a killed run has made is made anew.
    for (const name of ['correction_line', 'correction'])
      if (await runner.hasTable(name)) await runner.dropTable(name)
    await runner.createTable(
      table(
        'correction',
        [
          column.id(lite),
          column.integer(lite, 'schoolId'),
          column.text('kind', 20),
          column.integer(lite, 'paymentId'),
          column.integer(lite, 'bankLineId', true),
          column.text('status', 30),
          column.integer(lite, 'revision'),
          column.fen('amountFen'),
          column.text('reason', 200),
          column.on('receivedOn', true),
          column.text('bankSerial', 60, true),
          column.at('createdAt'),
        ],
        {
          unique: [['bankLineId']],
          index: [['schoolId'], ['paymentId'], ['schoolId', 'status'], ['schoolId', 'bankSerial']],
          references: { schoolId: 'school', paymentId: 'payment' },
        },
      ),
    )
    await runner.createTable(
      table(
        'correction_line',
        [
          column.id(lite),
          column.integer(lite, 'correctionId'),
          column.integer(lite, 'schoolId'),
          column.integer(lite, 'number'),
          column.integer(lite, 'allotmentId'),
          column.text('account', 10),
          column.integer(lite, 'toAllotmentId', true),
          column.text('toAccount', 10, true),
          column.fen('amountFen'),
        ],
        {
          unique: [['correctionId', 'number']],
          index: [['schoolId'], ['allotmentId'], ['toAllotmentId']],
          references: {
            correctionId: 'correction',
            schoolId: 'school',
            allotmentId: 'allotment',
            toAllotmentId: 'allotment',
          },
        },
      ),
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
