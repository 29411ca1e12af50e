/** 支付的课时超过已上的课次: a school's paid class-hours of a year against the sessions that were held in it. */
import type { EntityManager } from 'typeorm'
import { type AuditScope, inScope, type Row, type RunningRule, schoolOf } from '../audit-rule.js'

/** Minutes of a class-hour where the policy says nothing else: primary schools count 40. */
const classHourMinutes = 40

export const hoursBeyondSessions: RunningRule = {
  code: 'hours_beyond_sessions',
  number: 7,
  severity: 'error',
  name: { zh: '支付的课时超过已上的课次', en: 'More class-hours paid than were held' },
  finding: {
    zh: '支付了 {paid} 课时，系统里已上课次只有 {held} 课时（计划数，未经登记确认）。',
    en: '{paid} class-hours were paid, {held} were held (planned, not confirmed).',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const paid = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, payment.fiscalYear AS fiscalYear,
        SUM(line.lessonCount) AS paid, MAX(payment.id) AS paymentId
      FROM payment
        JOIN payment_line line ON line.paymentId = payment.id
        JOIN school ON school.id = payment.schoolId
      WHERE payment.status = 'paid' AND line.lessonCount IS NOT NULL AND ${sql}
      GROUP BY school.id, school.regionCode, payment.fiscalYear`,
      values,
    )
    if (paid.length === 0) return []
    const held = await heldHours(manager, scope)
    return paid.flatMap((row) => {
      const key = `${row['schoolId']}/${row['fiscalYear']}`
      const hours = held.get(key) ?? 0
      if (Number(row['paid']) <= hours) return []
      return [
        {
          key,
          ...schoolOf(row),
          fiscalYear: Number(row['fiscalYear']),
          params: { paid: Number(row['paid']), held: hours },
          evidence: [{ entity: 'payment', id: Number(row['paymentId']), label: '' }],
        },
      ]
    })
  },
}

/** Class-hours by school and year. */
async function heldHours(manager: EntityManager, scope: AuditScope): Promise<Map<string, number>> {
  const { sql, values } = inScope(scope)
  const rows = await manager.query<Row[]>(
    `SELECT session.schoolId AS schoolId, substr(session.heldOn, 1, 4) AS year,
      session.startTime AS startTime, session.endTime AS endTime, COUNT(*) AS count
    FROM session JOIN school ON school.id = session.schoolId
    WHERE session.status = 'planned' AND session.heldOn < ? AND ${sql}
    GROUP BY session.schoolId, substr(session.heldOn, 1, 4), session.startTime, session.endTime`,
    [scope.today, ...values],
  )
  const hours = new Map<string, number>()
  for (const { schoolId, year, startTime, endTime, count } of rows) {
    const key = `${schoolId}/${year}`
    const each = Math.max(1, Math.ceil((minuteOf(endTime) - minuteOf(startTime)) / classHourMinutes))
    hours.set(key, (hours.get(key) ?? 0) + each * Number(count))
  }
  return hours
}

const minuteOf = (time: Row[string] | undefined) =>
  Number(String(time).slice(0, 2)) * 60 + Number(String(time).slice(3, 5))
