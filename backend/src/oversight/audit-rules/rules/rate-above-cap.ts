/** 课时酬金超过上限: what was asked for a class-hour against the cap of the policy in force on that day. */
import { inScope, joinPolicy, type Row, type RunningRule, schoolOf, yuan } from '../audit-rule.js'

export const rateAboveCap: RunningRule = {
  code: 'rate_above_cap',
  number: 9,
  severity: 'error',
  name: { zh: '课时酬金超过上限', en: 'A class-hour paid above the cap' },
  finding: {
    zh: '{amount} 元支付 {hours} 课时，超过每课时 {cap} 元的上限。',
    en: '{amount} yuan for {hours} class-hours is above the cap of {cap} yuan each.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, payment.fiscalYear AS fiscalYear,
        payment.id AS paymentId, line.number AS lineNumber, line.amountFen AS amountFen, line.lessonCount AS lessonCount,
        policy.payRateCapFen AS capFen
      FROM payment
        JOIN payment_line line ON line.paymentId = payment.id
        JOIN allotment ON allotment.id = line.allotmentId
        JOIN school ON school.id = payment.schoolId
        ${joinPolicy(manager, 'allotment.fundId', 'payment.requestedOn')}
      WHERE payment.status NOT IN ('draft', 'refused', 'withdrawn') AND line.lessonCount > 0
        AND policy.payRateCapFen IS NOT NULL
        AND line.amountFen > policy.payRateCapFen * line.lessonCount AND ${sql}`,
      values,
    )
    return rows.map((row) => ({
      key:
        Number(row['lineNumber']) === 1
          ? String(row['paymentId'])
          : `${row['paymentId']}/${row['lineNumber']}`,
      ...schoolOf(row),
      fiscalYear: Number(row['fiscalYear']),
      params: {
        amount: yuan(row['amountFen']),
        hours: Number(row['lessonCount']),
        cap: yuan(row['capFen']),
      },
      evidence: [{ entity: 'payment', id: Number(row['paymentId']), label: '' }],
    }))
  },
}
