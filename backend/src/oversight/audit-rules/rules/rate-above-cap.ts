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
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, allotment.fiscalYear AS fiscalYear,
        payment.id AS paymentId, payment.amountFen AS amountFen, payment.lessonCount AS lessonCount,
        policy.payRateCapFen AS capFen
      FROM payment
        JOIN allotment ON allotment.id = payment.allotmentId
        JOIN school ON school.id = payment.schoolId
        ${joinPolicy(manager, 'allotment.fundId', 'payment.requestedOn')}
      WHERE payment.status NOT IN ('draft', 'refused', 'withdrawn') AND payment.lessonCount > 0
        AND policy.payRateCapFen IS NOT NULL
        AND payment.amountFen > policy.payRateCapFen * payment.lessonCount AND ${sql}`,
      values,
    )
    return rows.map((row) => ({
      key: String(row['paymentId']),
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
