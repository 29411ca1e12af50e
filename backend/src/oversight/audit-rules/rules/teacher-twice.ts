/** 同一教师同一时间有两节课: two sessions that were held and overlap. */
import { inScope, type Row, type RunningRule, schoolOf, yearOf } from '../audit-rule.js'

export const teacherTwice: RunningRule = {
  code: 'teacher_twice',
  number: 8,
  severity: 'error',
  name: { zh: '同一教师同一时间有两节课', en: 'One teacher in two sessions at the same time' },
  finding: {
    zh: '{teacher} {on} {time} 同时有两节课。',
    en: '{teacher} is in two sessions on {on} at {time}.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, one.id AS sessionId, other.id AS otherId,
        one.heldOn AS heldOn, one.startTime AS startTime, teacher.name AS teacher
      FROM session one
        JOIN session other ON other.teacherId = one.teacherId AND other.heldOn = one.heldOn AND other.id > one.id
          AND other.startTime < one.endTime AND one.startTime < other.endTime
        JOIN teacher ON teacher.id = one.teacherId
        JOIN school ON school.id = one.schoolId
      WHERE one.status = 'planned' AND other.status = 'planned' AND one.heldOn <= ? AND ${sql}`,
      [scope.today, ...values],
    )
    return rows.map((row) => ({
      key: `${row['sessionId']}/${row['otherId']}`,
      ...schoolOf(row),
      fiscalYear: yearOf(row['heldOn']),
      params: { teacher: row['teacher'] ?? '', on: row['heldOn'] ?? '', time: row['startTime'] ?? '' },
      evidence: [
        { entity: 'session', id: Number(row['sessionId']), label: '' },
        { entity: 'session', id: Number(row['otherId']), label: '' },
      ],
    }))
  },
}
