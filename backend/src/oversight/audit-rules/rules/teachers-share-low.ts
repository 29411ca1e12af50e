/** 教师补助占支出的比例过低: of a fund's year at a school, against the share that the policy asks for. */
import { inScope, joinPolicy, type Row, type RunningRule, schoolOf, yuan } from '../audit-rule.js'

export const teachersShareLow: RunningRule = {
  code: 'teachers_share_low',
  number: 10,
  severity: 'warning',
  name: { zh: '教师补助占支出的比例过低', en: "Teachers' share of the spending below the threshold" },
  finding: {
    zh: '支出 {spent} 元中教师补助 {teachers} 元，低于 {least}%。',
    en: 'Of {spent} yuan spent, {teachers} went to teachers: less than {least} %.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, allotment.fundId AS fundId,
        allotment.fiscalYear AS fiscalYear, MAX(policy.teacherSharePerMille) AS least,
        SUM(line.amountFen) AS spentFen, MAX(payment.id) AS paymentId,
        SUM(CASE WHEN line.account IN ('E500', 'E570') THEN line.amountFen ELSE 0 END) AS teachersFen
      FROM payment
        JOIN payment_line line ON line.paymentId = payment.id
        JOIN allotment ON allotment.id = line.allotmentId
        JOIN school ON school.id = payment.schoolId
        ${joinPolicy(manager, 'allotment.fundId', 'payment.requestedOn')}
      WHERE payment.status = 'paid' AND policy.teacherSharePerMille IS NOT NULL AND ${sql}
      GROUP BY school.id, school.regionCode, allotment.fundId, allotment.fiscalYear`,
      values,
    )
    return rows
      .filter((row) => Number(row['teachersFen']) * 1000 < Number(row['least']) * Number(row['spentFen']))
      .map((row) => ({
        key: `${row['schoolId']}/${row['fundId']}/${row['fiscalYear']}`,
        ...schoolOf(row),
        fiscalYear: Number(row['fiscalYear']),
        params: {
          teachers: yuan(row['teachersFen']),
          spent: yuan(row['spentFen']),
          least: Number(row['least']) / 10,
        },
        evidence: [{ entity: 'payment', id: Number(row['paymentId']), label: '' }],
      }))
  },
}
