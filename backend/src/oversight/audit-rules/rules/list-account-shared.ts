/** 发放表里的账户另有户名: a person of a pay list is paid into an account that the school also knows under another name. */
import { isOther } from '../../../spending/index.js'
import { inScope, type Row, type RunningRule, schoolOf } from '../audit-rule.js'

export const listAccountShared: RunningRule = {
  code: 'list_account_shared',
  number: null,
  severity: 'error',
  name: { zh: '发放表里的账户另有户名', en: 'An account of a pay list with another name' },
  finding: {
    zh: '发放表“{title}”付给{person}的账户（尾号 {last4}）在本校还有户名“{other}”。',
    en: 'The account ending in {last4}, into which the pay list {title} pays {person}, stands under the name {other} in this school, too.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    // The account as it is now, and as a payment of the list has frozen it; beside it other payments and people of other lists.
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, list.id AS listId, list.title AS title,
        list.fiscalYear AS fiscalYear, payee.id AS payeeId, payee.name AS person, payee.accountHash AS hash,
        payee.accountLast4 AS last4, other.payeeId AS otherPayeeId, other.payee AS other, other.id AS paymentId
      FROM pay_list_entry entry
      JOIN pay_list list ON list.id = entry.payListId AND list.status <> 'withdrawn'
      JOIN payee ON payee.id = entry.payeeId
      JOIN school ON school.id = entry.schoolId
      JOIN payment other ON other.schoolId = entry.schoolId AND other.payeeAccountHash = payee.accountHash
        AND other.payee <> payee.name AND other.status NOT IN ('refused', 'withdrawn')
      WHERE ${sql}
      ORDER BY list.id, entry.number, other.id`,
      values,
    )
    const seen = new Set<string>()
    return rows.flatMap((row) => {
      const person = { payeeId: Number(row['payeeId']), name: String(row['person']) }
      const other = {
        payeeId: row['otherPayeeId'] === null ? null : Number(row['otherPayeeId']),
        name: String(row['other']),
      }
      // One finding for an account and a school, whatever the number of lists in which it stands.
      const key = `${row['schoolId']}/${row['hash']}`
      if (!isOther(other, person) || seen.has(key)) return []
      seen.add(key)
      return [
        {
          key,
          ...schoolOf(row),
          fiscalYear: Number(row['fiscalYear']),
          params: {
            title: row['title'] ?? '',
            person: person.name,
            last4: row['last4'] ?? '',
            other: other.name,
          },
          evidence: [
            { entity: 'pay_list', id: Number(row['listId']), label: '' },
            { entity: 'payment', id: Number(row['paymentId']), label: '' },
          ],
        },
      ]
    })
  },
}
