/** 异议超过期限没有答复: somebody who objected to a publication waits for an answer that is due. */
import { regionPattern, type Row, type RunningRule } from '../audit-rule.js'

export const objectionLate: RunningRule = {
  code: 'objection_late',
  number: null,
  severity: 'warning',
  name: { zh: '异议超过期限没有答复', en: 'An objection not answered in time' },
  finding: {
    zh: '对“{title}”的异议应在 {on} 前答复，还没有答复。',
    en: 'An objection to {title} was to be answered by {on} and is not.',
  },
  waitsFor: null,

  async find(manager, scope) {
    const { schoolId, today } = scope
    // Not by school: a region's own publications belong to none.
    const ofScope = schoolId === null ? 'publication.regionCode LIKE ?' : 'publication.schoolId = ?'
    const rows = await manager.query<Row[]>(
      `SELECT objection.id AS id, objection.dueOn AS dueOn, publication.id AS publicationId,
        publication.title AS title, publication.regionCode AS regionCode, publication.schoolId AS schoolId
      FROM objection JOIN publication ON publication.id = objection.publicationId
      WHERE objection.status = 'open' AND objection.dueOn < ? AND ${ofScope}`,
      [today, schoolId ?? regionPattern(scope)],
    )
    return rows.map((row) => ({
      key: String(row['id']),
      schoolId: row['schoolId'] === null ? null : Number(row['schoolId']),
      regionCode: String(row['regionCode']),
      fiscalYear: null,
      params: { title: row['title'] ?? '', on: row['dueOn'] ?? '' },
      evidence: [{ entity: 'publication', id: Number(row['publicationId']), label: String(row['title']) }],
    }))
  },
}
