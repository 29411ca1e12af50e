/** Commitments (合同、采购) with their lines, and the payments under them; an attachment says what it is (附件种类). */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { addFilled, indexed } from '../alter.js'
import { column } from '../columns.js'
import { foreignKeyName, indexName } from '../naming.js'
import { isSqlite, table } from '../table.js'

export class Commitments1796401000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await takeBack(runner)
    await runner.createTable(
      table(
        'commitment',
        [
          column.id(lite),
          column.integer(lite, 'schoolId'),
          column.integer(lite, 'fiscalYear'),
          column.text('kind', 20),
          column.text('status', 30),
          column.integer(lite, 'revision'),
          column.text('number', 40),
          column.text('title', 100),
          column.integer(lite, 'payeeId'),
          column.text('payee', 80),
          column.fen('amountFen'),
          column.on('signedOn'),
          column.on('endsOn'),
          column.at('createdAt'),
        ],
        {
          index: [['schoolId'], ['payeeId'], ['schoolId', 'status']],
          references: { schoolId: 'school', payeeId: 'payee' },
        },
      ),
    )
    await runner.createTable(
      table(
        'commitment_line',
        [
          column.id(lite),
          column.integer(lite, 'commitmentId'),
          column.integer(lite, 'schoolId'),
          column.integer(lite, 'number'),
          column.integer(lite, 'allotmentId'),
          column.text('account', 10),
          column.fen('amountFen'),
        ],
        {
          unique: [
            ['commitmentId', 'number'],
            ['commitmentId', 'allotmentId', 'account'],
          ],
          index: [['schoolId'], ['allotmentId']],
          references: { commitmentId: 'commitment', schoolId: 'school', allotmentId: 'allotment' },
        },
      ),
    )
    await runner.addColumn('payment', column.integer(lite, 'commitmentId', true))
    await indexed(runner, 'payment', 'commitmentId', 'commitment')
    // Of those of before nobody has said it.
    await addFilled(runner, 'attachment', column.text('kind', 20, true), "'other'")
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

// A server commits each change of a table by itself: what a killed run has made is made anew.
async function takeBack(runner: QueryRunner): Promise<void> {
  if (await runner.hasColumn('payment', 'commitmentId')) {
    const payment = (await runner.getTable('payment'))!
    const [key, index] = [foreignKeyName('payment', ['commitmentId']), indexName('payment', ['commitmentId'])]
    if (payment.foreignKeys.some(({ name }) => name === key)) await runner.dropForeignKey('payment', key)
    if (payment.indices.some(({ name }) => name === index)) await runner.dropIndex('payment', index)
    await runner.dropColumn('payment', 'commitmentId')
  }
  for (const name of ['commitment_line', 'commitment'])
    if (await runner.hasTable(name)) await runner.dropTable(name)
}
