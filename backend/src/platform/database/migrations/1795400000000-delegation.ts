/** Who acts for whom (授权代办): the delegations, and in the history and the audit trail in whose place something was done. */
import { type MigrationInterface, type QueryRunner, type Table, TableIndex } from 'typeorm'
import { column } from '../columns.js'
import { indexName } from '../naming.js'
import { isSqlite, table } from '../table.js'

export class Delegation1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    // What was done before was done by each in their own place: the new columns stay empty.
    for (const tableName of ['transition', 'audit_entry']) {
      await runner.addColumns(tableName, [
        column.integer(lite, 'onBehalfOfId', true),
        column.text('onBehalfOfName', 80, true),
      ])
      await runner.createIndex(
        tableName,
        new TableIndex({ name: indexName(tableName, ['onBehalfOfId']), columnNames: ['onBehalfOfId'] }),
      )
    }
    await runner.createTable(delegation(lite))
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

const delegation = (lite: boolean): Table =>
  table(
    'delegation',
    [
      column.id(lite),
      column.integer(lite, 'fromUserId'),
      column.integer(lite, 'toUserId'),
      column.integer(lite, 'schoolId', true),
      column.text('regionCode', 12),
      column.longText('permissions'),
      column.on('startsOn'),
      column.on('endsOn'),
      column.text('reason', 200),
      column.at('revokedAt', true),
      column.at('createdAt'),
    ],
    {
      index: [['fromUserId'], ['toUserId'], ['schoolId']],
      references: { fromUserId: 'user', toUserId: 'user' },
    },
  )
