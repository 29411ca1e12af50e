/** 课次不在上课日或不在允许的时段: after-school sessions are held on school days, when lessons are over. */
import { inScope, type Row, type RunningRule, schoolOf, yearOf } from '../audit-rule.js'

export const forbiddenDay: RunningRule = {
  code: 'forbidden_day',
  number: 17,
  severity: 'error',
  name: { zh: '课次不在上课日或不在允许的时段', en: 'A session on no school day or in a forbidden slot' },
  finding: {
    zh: '{on} {time} 的课次不在上课日，或早于放学时间。',
    en: 'The session on {on} at {time} is on no school day, or before lessons end.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, session.id AS sessionId,
        session.heldOn AS heldOn, session.startTime AS startTime
      FROM session
        JOIN school ON school.id = session.schoolId
        JOIN slot ON slot.id = session.slotId
        LEFT JOIN calendar_day day ON day.termId = session.termId AND day.dayOn = session.heldOn
      WHERE session.status = 'planned' AND session.heldOn <= ?
        AND slot.serviceType IN ('after_school', 'extended_care')
        AND (day.kind IS NULL OR day.kind IN ('weekend', 'holiday') OR session.startTime < school.lastLessonEndTime)
        AND ${sql}`,
      [scope.today, ...values],
    )
    return rows.map((row) => ({
      key: String(row['sessionId']),
      ...schoolOf(row),
      fiscalYear: yearOf(row['heldOn']),
      params: { on: row['heldOn'] ?? '', time: row['startTime'] ?? '' },
      evidence: [{ entity: 'session', id: Number(row['sessionId']), label: '' }],
    }))
  },
}
