/** To which day a line of a bank's file belongs, who has closed it, and what was hidden as a repeat (银行对账差异). */
import { type MigrationInterface, type QueryRunner, type TableColumn, TableIndex } from 'typeorm'
import { addFilled } from '../alter.js'
import { column } from '../columns.js'
import { indexName } from '../naming.js'
import { isSqlite } from '../table.js'

const line = 'bank_return_line'

export class BankDifferences1796310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    await addOnce(runner, column.text('comment', 200, true))
    await addOnce(runner, column.at('closedAt', true))
    await addOnce(runner, column.integer(lite, 'closedById', true))
    // Instants are kept in UTC; the day is the school's.
    const importedOn = lite ? "date(importedAt, '+8 hours')" : 'DATE(DATE_ADD(importedAt, INTERVAL 8 HOUR))'
    await addFilled(
      runner,
      line,
      column.on('countedOn', true),
      `COALESCE(paidOn, (SELECT ${importedOn} FROM bank_return WHERE bank_return.id = bank_return_line.bankReturnId))`,
    )
    for (const columnNames of [['closedById'], ['reference'], ['countedOn', 'schoolId']])
      await runner.createIndex(line, new TableIndex({ name: indexName(line, columnNames), columnNames }))
    await showSecondPayments(runner)
    await confirmSlips(runner, lite)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}

/** What the bank paid under another serial number than the payment's was counted as a harmless repeat: the first of each. */
async function showSecondPayments(runner: QueryRunner): Promise<void> {
  await runner.query(
    `UPDATE ${line} SET outcome = 'paid_twice', reason = NULL WHERE id IN (
       SELECT id FROM (
         SELECT MIN(other.id) AS id FROM ${line} other JOIN payment ON payment.id = other.paymentId
         WHERE other.outcome = 'repeated' AND other.reason = 'paid_already' AND other.result = 'paid'
           AND other.serial <> payment.bankSerial
         GROUP BY other.paymentId, other.serial
       ) second
     )`,
  )
}

/** What a slip had said before the bank's file came was a repeat, too: the first line of each is the bank's word for it. */
async function confirmSlips(runner: QueryRunner, lite: boolean): Promise<void> {
  const key = lite
    ? "'spend:payment:' || payment.id || CASE WHEN payment.takenBackCount = 0 THEN '' ELSE ':' || (payment.takenBackCount + 1) END"
    : "CONCAT('spend:payment:', payment.id, CASE WHEN payment.takenBackCount = 0 THEN '' ELSE CONCAT(':', payment.takenBackCount + 1) END)"
  await runner.query(
    `UPDATE ${line} SET outcome = 'confirmed', reason = NULL,
       spendKey = (SELECT ${key} FROM payment WHERE payment.id = ${line}.paymentId)
     WHERE id IN (
       SELECT id FROM (
         SELECT MIN(other.id) AS id FROM ${line} other JOIN payment ON payment.id = other.paymentId
         WHERE other.outcome = 'repeated' AND other.reason = 'serial_known' AND other.result = 'paid'
           AND payment.status = 'paid' AND other.serial = payment.bankSerial
           AND other.amountFen = payment.amountFen
           AND NOT EXISTS (
             SELECT 1 FROM ${line} settled WHERE settled.paymentId = payment.id
               AND settled.outcome IN ('paid', 'settled_by_hand') AND settled.serial = payment.bankSerial
           )
         GROUP BY other.paymentId
       ) said
     )`,
  )
}

async function addOnce(runner: QueryRunner, added: TableColumn): Promise<void> {
  if (!(await runner.hasColumn(line, added.name))) await runner.addColumn(line, added)
}
