/** Payees of schools (收款人), orders for the bank as batches (付款指令), and the accounting centre's own role (核算中心). */
import { type MigrationInterface, type QueryRunner, type TableColumn } from 'typeorm'
import { indexed } from '../alter.js'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class PayeesAndBankOrders1796320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await payees(runner, lite)
    await orders(runner, lite)
    await centre(runner)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

async function payees(runner: QueryRunner, lite: boolean): Promise<void> {
  await runner.createTable(
    table(
      'payee',
      [
        column.id(lite),
        column.integer(lite, 'schoolId'),
        column.text('name', 80),
        column.text('kind', 10),
        column.text('accountSealed', 200),
        column.text('accountLast4', 4),
        column.text('accountHash', 64),
        column.text('bankName', 80, true),
        column.text('bankCode', 12, true),
        column.flag(lite, 'isActive'),
        column.at('accountChangedAt', true),
        column.integer(lite, 'accountChangedById', true),
        column.text('accountChangedByName', 80, true),
        column.integer(lite, 'accountChangedForId', true),
        column.at('createdAt'),
      ],
      {
        unique: [['schoolId', 'accountHash']],
        index: [['schoolId'], ['schoolId', 'name'], ['accountChangedById'], ['accountChangedForId']],
        references: { schoolId: 'school' },
      },
    ),
    true,
  )
  await addOnce(runner, 'payment', column.integer(lite, 'payeeId', true))
  await addOnce(runner, 'payment', column.text('payeeBank', 80, true))
  await addOnce(runner, 'payment', column.text('payeeBankCode', 12, true))
  // One payee for each known account of a school, by its newest payment; its bank was never asked for.
  await runner.query(
    `INSERT INTO payee (schoolId, name, kind, accountSealed, accountLast4, accountHash, isActive, createdAt)
     SELECT payment.schoolId, payment.payee,
       CASE WHEN payment.account IN ('E500', 'E510', 'E570') THEN 'person' ELSE 'unit' END,
       payment.payeeAccountSealed, payment.payeeAccountLast4, payment.payeeAccountHash, 1, payment.createdAt
     FROM payment JOIN (
       SELECT MAX(id) AS id FROM payment
       WHERE payeeAccountHash IS NOT NULL AND payeeAccountSealed IS NOT NULL AND payeeAccountLast4 IS NOT NULL
       GROUP BY schoolId, payeeAccountHash
     ) newest ON newest.id = payment.id
     WHERE NOT EXISTS (
       SELECT 1 FROM payee known WHERE known.schoolId = payment.schoolId AND known.accountHash = payment.payeeAccountHash
     )`,
  )
  await runner.query(
    `UPDATE payment SET payeeId = (
       SELECT payee.id FROM payee WHERE payee.schoolId = payment.schoolId
         AND payee.accountHash = payment.payeeAccountHash AND payee.name = payment.payee
     ) WHERE payeeAccountHash IS NOT NULL`,
  )
  await indexed(runner, 'payment', 'payeeId', 'payee')
}

async function orders(runner: QueryRunner, lite: boolean): Promise<void> {
  await runner.createTable(
    table(
      'bank_order',
      [
        column.id(lite),
        column.text('regionCode', 12),
        column.integer(lite, 'schoolId', true),
        column.text('drawer', 12),
        column.text('number', 12),
        column.text('status', 30),
        column.integer(lite, 'revision'),
        column.integer(lite, 'lineCount'),
        column.fen('amountFen'),
        column.text('contentHash', 64),
        column.integer(lite, 'exportedCount'),
        column.integer(lite, 'drawnById'),
        column.text('drawnByName', 80),
        column.at('drawnAt'),
        column.text('sentByName', 80, true),
        column.at('sentAt', true),
      ],
      {
        unique: [['drawer', 'number']],
        index: [['regionCode', 'status'], ['schoolId'], ['drawnById']],
        references: { schoolId: 'school' },
      },
    ),
    true,
  )
  await runner.createTable(
    table(
      'bank_order_line',
      [
        column.id(lite),
        column.integer(lite, 'bankOrderId'),
        column.integer(lite, 'schoolId'),
        column.integer(lite, 'paymentId'),
        column.text('reference', 30),
        column.text('openKey', 30, true),
        column.text('rowSealed', 4000),
      ],
      {
        unique: [['openKey']],
        index: [['bankOrderId'], ['schoolId'], ['paymentId']],
        references: { bankOrderId: 'bank_order', schoolId: 'school', paymentId: 'payment' },
      },
    ),
    true,
  )
}

/**
 * Until now the accounting centre worked with the treasury's role. Whoever has only ever checked payments is the centre;
 * whoever has decided on declarations, estimates or notices, or done nothing yet, stays the treasury.
 */
async function centre(runner: QueryRunner): Promise<void> {
  const user = runner.connection.driver.escape('user')
  const did = (events: string) =>
    `SELECT 1 FROM transition WHERE transition.actorId = ${user}.id AND (${events})`
  await runner.query(
    `UPDATE ${user} SET role = 'accounting_centre_officer' WHERE role = 'finance_bureau_officer'
     AND EXISTS (${did("transition.entity = 'payment' AND transition.event IN ('check', 'refer-back')")})
     AND NOT EXISTS (${did("transition.entity IN ('declaration', 'estimate', 'appropriation')")})`,
  )
  await runner.query(
    'UPDATE delegation SET permissions = REPLACE(permissions, \'"payment.check"\', \'"payment.check","payment.send"\') WHERE permissions LIKE \'%"payment.check"%\' AND permissions NOT LIKE \'%"payment.send"%\'',
  )
}

async function addOnce(runner: QueryRunner, tableName: string, added: TableColumn): Promise<void> {
  if (!(await runner.hasColumn(tableName, added.name))) await runner.addColumn(tableName, added)
}
