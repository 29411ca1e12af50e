/** 收入减支出不等于结余: a school's standings do not follow from its entries, or an entry was changed. */
import { holdBooks, verifyLedger } from '../../../ledger/index.js'
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
      const schoolId = Number(row['schoolId'])
      // What is posted while it reads disagrees for an instant: then once more, with the books held.
      let { problems } = await verifyLedger(manager, schoolId)
      if (problems.length > 0 && (await holdBooks(manager, schoolId)))
        problems = (await verifyLedger(manager, schoolId)).problems
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
