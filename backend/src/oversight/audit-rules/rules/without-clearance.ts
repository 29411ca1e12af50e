/** 没有有效准入的校外人员上课: a lecturer held sessions on days that no clearance covers (BAN-5). */
import { inScope, type Row, type RunningRule, schoolOf, yearOf } from '../audit-rule.js'

export const withoutClearance: RunningRule = {
  code: 'without_clearance',
  number: 15,
  severity: 'error',
  name: { zh: '没有有效准入的校外人员上课', en: 'A person without valid clearance taught' },
  finding: {
    zh: '{teacher}没有有效准入，从 {on} 起上了 {count} 节课。',
    en: '{teacher} taught {count} sessions from {on} without valid clearance.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { sql, values } = inScope(scope)
    const rows = await manager.query<Row[]>(
      `SELECT school.id AS schoolId, school.regionCode AS regionCode, teacher.id AS teacherId,
        teacher.name AS teacher, MIN(session.heldOn) AS firstOn, COUNT(*) AS count, MIN(session.id) AS sessionId
      FROM session
        JOIN teacher ON teacher.id = session.teacherId
        JOIN school ON school.id = session.schoolId
      WHERE session.status = 'planned' AND session.heldOn <= ? AND teacher.kind = 'lecturer' AND ${sql}
        AND NOT EXISTS (
          SELECT 1 FROM clearance
          WHERE clearance.teacherId = teacher.id AND clearance.isRevoked = 0
            AND clearance.validFromOn <= session.heldOn AND clearance.validToOn >= session.heldOn)
      GROUP BY school.id, school.regionCode, teacher.id, teacher.name`,
      [scope.today, ...values],
    )
    return rows.map((row) => ({
      key: `${row['teacherId']}/${row['firstOn']}`,
      ...schoolOf(row),
      fiscalYear: yearOf(row['firstOn']),
      params: { teacher: row['teacher'] ?? '', on: row['firstOn'] ?? '', count: Number(row['count']) },
      evidence: [{ entity: 'session', id: Number(row['sessionId']), label: '' }],
    }))
  },
}
