/** 到账经费没有及时分到班级: a receipt without an approved scheme after the days that the policy gives. */
import { daysBetween } from '../../../platform/calendar.js'
import { inScope, joinPolicy, type Row, type RunningRule, schoolOf, yuan } from '../audit-rule.js'

export const notDistributed: RunningRule = {
  code: 'not_distributed',
  number: null,
  severity: 'warning',
  name: { zh: '到账经费没有及时分到班级', en: 'Received money not put on the classes in time' },
  finding: {
    zh: '{on} 到账的 {amount} 元超过 {days} 天还没有分到班级。',
    en: '{amount} yuan received on {on} have not been put on classes within {days} days.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, line.id AS id,
        line.receivedOn AS receivedOn, line.amountFen AS amountFen, appropriation.fiscalYear AS fiscalYear,
        MAX(policy.distributionDays) AS days
      FROM appropriation_line line
        JOIN appropriation ON appropriation.id = line.appropriationId
        JOIN school ON school.id = line.schoolId
        ${joinPolicy(manager, 'appropriation.fundId', 'line.receivedOn')}
      WHERE line.receivedOn IS NOT NULL AND policy.distributionDays IS NOT NULL AND ${sql} AND NOT EXISTS (
        SELECT 1 FROM scheme WHERE scheme.appropriationLineId = line.id AND scheme.status = 'approved')
      GROUP BY school.id, school.regionCode, line.id, line.receivedOn, line.amountFen, appropriation.fiscalYear`,
      values,
    )
    return rows
      .filter((row) => daysBetween(String(row['receivedOn']), scope.today) > Number(row['days']))
      .map((row) => ({
        key: String(row['id']),
        ...schoolOf(row),
        fiscalYear: Number(row['fiscalYear']),
        params: { amount: yuan(row['amountFen']), on: row['receivedOn'] ?? '', days: Number(row['days']) },
        evidence: [{ entity: 'receipt', id: Number(row['id']), label: '' }],
      }))
  },
}
