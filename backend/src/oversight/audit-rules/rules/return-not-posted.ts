/** 退汇未冲账: the bank has sent the money of a payment back, and the ledger still has it as spent. */
import { inScope, type Row, type RunningRule, schoolOf, yearOf, yuan } from '../audit-rule.js'

export const returnNotPosted: RunningRule = {
  code: 'return_not_posted',
  number: null,
  severity: 'error',
  name: { zh: '退汇未冲账', en: 'Sent back and still spent' },
  finding: {
    zh: '银行 {on} 退回了付给{payee}的 {amount} 元，账面还记着支出。',
    en: 'On {on} the bank sent back the {amount} yuan paid to {payee}; the ledger still has it as spent.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, line.id AS lineId, payment.id AS paymentId,
        payment.payee AS payee, line.amountFen AS amountFen, line.countedOn AS countedOn
      FROM bank_return_line line
      JOIN payment ON payment.id = line.paymentId JOIN school ON school.id = payment.schoolId
      WHERE line.outcome = 'returned' AND line.closedAt IS NULL AND ${sql}`,
      values,
    )
    return rows.map((row) => ({
      key: String(row['lineId']),
      ...schoolOf(row),
      fiscalYear: yearOf(row['countedOn']),
      params: { payee: row['payee'] ?? '', amount: yuan(row['amountFen']), on: row['countedOn'] ?? '' },
      evidence: [{ entity: 'payment', id: Number(row['paymentId']), label: '' }],
    }))
  },
}
