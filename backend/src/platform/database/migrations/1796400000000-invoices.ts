/** Invoices (发票) and what of them payments pay; a payment is direct, or reimburses a person (报销). */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { addFilled } from '../alter.js'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class Invoices1796400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    // A server commits each table by itself: what a killed run has made is made anew.
    for (const name of ['payment_invoice', 'invoice'])
      if (await runner.hasTable(name)) await runner.dropTable(name)
    await addFilled(runner, 'payment', column.text('kind', 20, true), "'direct'")
    await runner.createTable(
      table(
        'invoice',
        [
          column.id(lite),
          column.integer(lite, 'schoolId'),
          column.text('code', 12, true),
          column.text('number', 20),
          column.text('wholeNumber', 32),
          column.text('seller', 80),
          column.on('issuedOn'),
          column.fen('amountFen'),
          column.at('createdAt'),
        ],
        {
          unique: [['wholeNumber']],
          index: [['schoolId'], ['schoolId', 'issuedOn']],
          references: { schoolId: 'school' },
        },
      ),
    )
    await runner.createTable(
      table(
        'payment_invoice',
        [
          column.id(lite),
          column.integer(lite, 'paymentId'),
          column.integer(lite, 'invoiceId'),
          column.integer(lite, 'schoolId'),
          column.fen('amountFen'),
        ],
        {
          unique: [['paymentId', 'invoiceId']],
          index: [['invoiceId'], ['schoolId']],
          references: { paymentId: 'payment', invoiceId: 'invoice', schoolId: 'school' },
        },
      ),
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
