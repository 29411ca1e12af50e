/** Signing in (登录): counters of wrong attempts, tokens that change, second factors, one-time passwords that end, and the check word of the secret. */
import { type MigrationInterface, type QueryRunner, type Table, TableColumn, TableIndex } from 'typeorm'
import { instantPlusMinutes, SystemClock } from '../../calendar.js'
import { addFilled } from '../alter.js'
import { column } from '../columns.js'
import { indexName } from '../naming.js'
import { isSqlite, table } from '../table.js'

const weekMinutes = 7 * 24 * 60

export class SignIn1796000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await users(runner)
    await signIns(runner, lite)
    await addFilled(runner, 'calendar_link', column.text('language', 2, true), "'zh'")
    for (const each of tables(lite)) await runner.createTable(each)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function users(runner: QueryRunner): Promise<void> {
  const name = runner.connection.driver.escape('user')
  await runner.addColumn('user', column.at('oneTimeUntilAt', true))
  // One-time passwords that are about get a week more; an account of a school sees its school's region and no other.
  const until = instantPlusMinutes(new SystemClock().now(), weekMinutes).toISOString().slice(0, 23)
  await runner.query(
    `UPDATE ${name} SET oneTimeUntilAt = '${until.replace('T', ' ')}' WHERE mustChangePassword = 1`,
  )
  await runner.query(
    `UPDATE ${name} SET regionCode = (SELECT school.regionCode FROM school WHERE school.id = schoolId)
     WHERE schoolId IN (SELECT id FROM school)`,
  )
  await runner.dropColumn('user', 'failedCount')
  await runner.dropColumn('user', 'lockedUntilAt')
}

async function signIns(runner: QueryRunner, lite: boolean): Promise<void> {
  const name = 'sign_in'
  await addFilled(runner, name, column.at('rotatedAt', true), 'createdAt')
  const seen = column.flag(lite, 'isTokenSeen')
  seen.isNullable = true
  await addFilled(runner, name, seen, '1')
  for (const added of [
    column.text('deviceHash', 64, true),
    column.text('addressHash', 64, true),
    column.text('address', 45, true),
    column.text('agent', 40, true),
  ])
    await runner.addColumn(name, added)
  await runner.createIndex(
    name,
    new TableIndex({ name: indexName(name, ['expiresAt']), columnNames: ['expiresAt'] }),
  )
}

const keyHash = (name: string) =>
  new TableColumn({ name, type: 'varchar', length: '64', isPrimary: true, isNullable: false })

const tables = (lite: boolean): Table[] => [
  table('attempt', [keyHash('keyHash'), column.integer(lite, 'failureCount'), column.at('expiresAt')], {
    index: [['expiresAt']],
  }),
  table(
    'retired_token',
    [
      keyHash('tokenHash'),
      column.integer(lite, 'signInId'),
      column.at('acceptedUntilAt'),
      column.at('expiresAt'),
    ],
    { index: [['signInId'], ['expiresAt']], references: { signInId: 'sign_in' } },
  ),
  table(
    'second_factor',
    [
      column.id(lite),
      column.integer(lite, 'userId'),
      column.text('secretSealed', 200),
      column.integer(lite, 'lastStep'),
      column.at('createdAt'),
      column.at('confirmedAt', true),
    ],
    { unique: [['userId']], references: { userId: 'user' } },
  ),
  table(
    'recovery_code',
    [column.id(lite), column.integer(lite, 'userId'), column.text('codeHash', 64), column.at('usedAt', true)],
    { unique: [['codeHash']], index: [['userId']], references: { userId: 'user' } },
  ),
  table('secret_check', [column.id(lite), column.text('wordSealed', 200)], {}),
]
