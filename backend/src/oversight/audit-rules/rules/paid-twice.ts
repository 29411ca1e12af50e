/** 银行重复付款: the bank has paid a second time what it was asked for once, and nobody has looked into it. */
import { inScope, type Row, type RunningRule, schoolOf, yearOf, yuan } from '../audit-rule.js'

export const paidTwice: RunningRule = {
  code: 'paid_twice',
  number: null,
  severity: 'error',
  name: { zh: '银行重复付款', en: 'Paid twice by the bank' },
  finding: {
    zh: '银行对同一笔支付又付了一次：{payee} {amount} 元，{on}，流水号 {serial}，还没有查明。',
    en: 'The bank has paid the same payment again: {payee} {amount} yuan on {on}, serial number {serial}; nobody has looked into it.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    // What did not fit at first is a second payment once another line has paid the request.
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, line.id AS lineId, payment.id AS paymentId,
        payment.payee AS payee, line.amountFen AS amountFen, line.countedOn AS countedOn, line.serial AS serial
      FROM bank_return_line line
      JOIN payment ON payment.id = line.paymentId JOIN school ON school.id = payment.schoolId
      WHERE (line.outcome = 'paid_twice' OR (line.outcome = 'unmatched' AND line.result = 'paid'
          AND line.amountFen IS NOT NULL AND payment.status = 'paid'))
        AND line.closedAt IS NULL AND ${sql}`,
      values,
    )
    return rows.map((row) => ({
      key: String(row['lineId']),
      ...schoolOf(row),
      fiscalYear: yearOf(row['countedOn']),
      params: {
        payee: row['payee'] ?? '',
        amount: yuan(row['amountFen']),
        on: row['countedOn'] ?? '',
        serial: row['serial'] ?? '–',
      },
      evidence: [{ entity: 'payment', id: Number(row['paymentId']), label: '' }],
    }))
  },
}
