/** Pay lists (发放表) with their entries and lines, and the payments that they make. */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { indexed, unique } from '../alter.js'
import { column, reference } from '../columns.js'
import { foreignKeyName, indexName } from '../naming.js'
import { isSqlite, table } from '../table.js'

export class PayLists1796430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await takeBack(runner)
    await runner.createTable(
      table(
        'pay_list',
        [
          column.id(lite),
          column.integer(lite, 'schoolId'),
          column.integer(lite, 'schoolYear'),
          column.integer(lite, 'fiscalYear'),
          column.text('status', 30),
          column.integer(lite, 'revision'),
          column.text('title', 100),
          column.on('startsOn'),
          column.on('endsOn'),
          column.fen('amountFen'),
          column.at('createdAt'),
        ],
        {
          index: [['schoolId'], ['schoolId', 'status'], ['schoolYear'], ['fiscalYear']],
          references: { schoolId: 'school' },
        },
      ),
    )
    await runner.createTable(
      table(
        'pay_list_entry',
        [
          column.id(lite),
          column.integer(lite, 'payListId'),
          column.integer(lite, 'schoolId'),
          column.integer(lite, 'number'),
          column.integer(lite, 'payeeId'),
          column.integer(lite, 'teacherId', true),
          column.integer(lite, 'hoursHundredths', true),
          column.fen('rateFen', true),
          column.fen('amountFen'),
          column.text('taxKind', 20),
          column.text('note', 200, true),
        ],
        {
          unique: [
            ['payListId', 'number'],
            ['payListId', 'payeeId'],
            ['payListId', 'teacherId'],
          ],
          index: [['schoolId'], ['payeeId'], ['teacherId']],
          references: { payListId: 'pay_list', schoolId: 'school', payeeId: 'payee', teacherId: 'teacher' },
        },
      ),
    )
    await runner.createTable(
      table(
        'pay_list_line',
        [
          column.id(lite),
          column.integer(lite, 'entryId'),
          column.integer(lite, 'schoolId'),
          column.integer(lite, 'number'),
          column.integer(lite, 'allotmentId'),
          column.text('account', 10),
          column.fen('amountFen'),
          column.integer(lite, 'lessonCount', true),
        ],
        {
          unique: [
            ['entryId', 'number'],
            ['entryId', 'allotmentId', 'account'],
          ],
          index: [['schoolId'], ['allotmentId']],
          references: { entryId: 'pay_list_entry', schoolId: 'school', allotmentId: 'allotment' },
        },
      ),
    )
    await runner.addColumn('payment', column.integer(lite, 'payListId', true))
    await indexed(runner, 'payment', 'payListId', 'pay_list')
    await runner.addColumn('payment', column.integer(lite, 'payListEntryId', true))
    await unique(runner, 'payment', ['payListEntryId'])
    await runner.createForeignKey('payment', reference('payment', 'payListEntryId', 'pay_list_entry'))
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

// A server commits each change of a table by itself: what a killed run has made is made anew.
async function takeBack(runner: QueryRunner): Promise<void> {
  for (const name of ['payListEntryId', 'payListId']) {
    if (!(await runner.hasColumn('payment', name))) continue
    const payment = (await runner.getTable('payment'))!
    const [key, index] = [foreignKeyName('payment', [name]), indexName('payment', [name])]
    if (payment.foreignKeys.some((each) => each.name === key)) await runner.dropForeignKey('payment', key)
    if (payment.indices.some((each) => each.name === index)) await runner.dropIndex('payment', index)
    await runner.dropColumn('payment', name)
  }
  for (const name of ['pay_list_line', 'pay_list_entry', 'pay_list'])
    if (await runner.hasTable(name)) await runner.dropTable(name)
}
