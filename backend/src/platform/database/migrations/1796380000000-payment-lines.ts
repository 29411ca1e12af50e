/** A payment gets lines (支付加明细): whose money, for what, how much; each payment of before becomes one line. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { addFilled, dropReference, plainIndex } from '../alter.js'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class PaymentLines1796380000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    // A server commits each change of a table by itself: what a killed run has made is made anew, until the first of the old columns is gone.
    if (await runner.hasColumn('payment', 'lessonCount')) {
      if (await runner.hasTable('payment_line')) await runner.dropTable('payment_line')
      await makeLines(runner, lite)
      await addFilled(
        runner,
        'payment',
        column.integer(lite, 'fiscalYear', true),
        '(SELECT allotment.fiscalYear FROM allotment WHERE allotment.id = payment.allotmentId)',
      )
      await runner.dropColumn('payment', 'lessonCount')
    }
    if (await runner.hasColumn('payment', 'account')) await runner.dropColumn('payment', 'account')
    if (await runner.hasColumn('payment', 'allotmentId')) {
      await dropReference(runner, 'payment', 'allotmentId')
      await plainIndex(runner, 'payment', ['fiscalYear'])
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function makeLines(runner: QueryRunner, lite: boolean): Promise<void> {
  await runner.createTable(
    table(
      'payment_line',
      [
        column.id(lite),
        column.integer(lite, 'paymentId'),
        column.integer(lite, 'schoolId'),
        column.integer(lite, 'number'),
        column.integer(lite, 'allotmentId'),
        column.text('account', 10),
        column.fen('amountFen'),
        column.integer(lite, 'lessonCount', true),
      ],
      {
        unique: [
          ['paymentId', 'number'],
          ['paymentId', 'allotmentId', 'account'],
        ],
        index: [['schoolId'], ['allotmentId']],
        references: { paymentId: 'payment', schoolId: 'school', allotmentId: 'allotment' },
      },
    ),
  )
  await runner.query(
    `INSERT INTO payment_line (paymentId, schoolId, number, allotmentId, account, amountFen, lessonCount)
     SELECT id, schoolId, 1, allotmentId, account, amountFen, lessonCount FROM payment ORDER BY id`,
  )
}
