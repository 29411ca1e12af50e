/** 收入减支出不等于结余: a school's standings do not follow from its entries, or an entry was changed. */
import { verifyLedger } from '../../../ledger/index.js'
import { type Found, inScope, type Row, type RunningRule, schoolOf } from '../audit-rule.js'

export const booksDisagree: RunningRule = {
  code: 'books_disagree',
  number: 14,
  severity: 'error',
  name: { zh: '收入减支出不等于结余', en: 'Income less expense is not the balance' },
  finding: {
    zh: '台账有 {count} 处不一致，例如：{first}',
    en: 'The ledger disagrees in {count} places, for example: {first}',
  },
  waitsFor: null,

  // School by school: what is wrong with one's books is shown to that one.
  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const schools = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode FROM school
      WHERE ${sql} AND EXISTS (SELECT 1 FROM ledger_journal WHERE ledger_journal.schoolId = school.id)`,
      values,
    )
    const found: Found[] = []
    for (const row of schools) {
      const { problems } = await verifyLedger(manager, Number(row['schoolId']))
      if (problems.length > 0)
        found.push({
          key: String(row['schoolId']),
          ...schoolOf(row),
          fiscalYear: null,
          params: { count: problems.length, first: problems[0]!.slice(0, 160) },
          evidence: [],
        })
    }
    return found
  },
}
