/** 同一银行账户有几个收款人: a school pays several names into one account. */
import { inScope, type Row, type RunningRule, schoolOf } from '../audit-rule.js'

export const cardShared: RunningRule = {
  code: 'card_shared',
  number: 18,
  severity: 'warning',
  name: { zh: '同一银行账户有几个收款人', en: 'One bank account with several payees' },
  finding: {
    zh: '尾号 {last4} 的账户有 {payees} 个收款人。',
    en: 'The account ending in {last4} has {payees} payees.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, payment.payeeAccountHash AS hash,
        MIN(payment.payeeAccountLast4) AS last4, COUNT(DISTINCT payment.payee) AS payees,
        MIN(payment.id) AS firstId, MAX(payment.id) AS lastId
      FROM payment JOIN school ON school.id = payment.schoolId
      WHERE payment.payeeAccountHash IS NOT NULL AND payment.status NOT IN ('refused', 'withdrawn') AND ${sql}
      GROUP BY school.id, school.regionCode, payment.payeeAccountHash
      HAVING COUNT(DISTINCT payment.payee) > 1`,
      values,
    )
    return rows.map((row) => ({
      key: `${row['schoolId']}/${row['hash']}`,
      ...schoolOf(row),
      fiscalYear: null,
      params: { last4: row['last4'] ?? '', payees: Number(row['payees']) },
      evidence: [
        { entity: 'payment', id: Number(row['firstId']), label: '' },
        { entity: 'payment', id: Number(row['lastId']), label: '' },
      ],
    }))
  },
}
