/** 下达后没有及时公示: a grant that was issued and does not stand on the public page. */
import { daysBetween } from '../../../platform/calendar.js'
import { regionPattern, type Row, type RunningRule } from '../audit-rule.js'

/** Working days are not counted here: four weeks of silence are late by any rule. */
const withinDays = 30

export const publishedLate: RunningRule = {
  code: 'published_late',
  number: null,
  severity: 'warning',
  name: { zh: '下达后没有及时公示', en: 'A grant not published in time' },
  finding: {
    zh: '“{title}”{on} 下达后还没有公示。',
    en: '{title}, issued on {on}, has not been published.',
  },
  waitsFor: null,

  async find(manager, scope) {
    // A region publishes what it grants, never a school.
    if (scope.schoolId !== null) return []
    const rows = await manager.query<Row[]>(
      `SELECT appropriation.id AS id, appropriation.regionCode AS regionCode,
        appropriation.fiscalYear AS fiscalYear, appropriation.title AS title, appropriation.issuedOn AS issuedOn
      FROM appropriation
      WHERE appropriation.status = 'issued' AND appropriation.regionCode LIKE ? AND NOT EXISTS (
        SELECT 1 FROM publication
        WHERE publication.subjectEntity = 'appropriation' AND publication.subjectId = appropriation.id
          AND publication.status <> 'withdrawn')`,
      [regionPattern(scope)],
    )
    return rows
      .filter((row) => daysBetween(String(row['issuedOn']), scope.today) > withinDays)
      .map((row) => ({
        key: String(row['id']),
        schoolId: null,
        regionCode: String(row['regionCode']),
        fiscalYear: Number(row['fiscalYear']),
        params: { title: row['title'] ?? '', on: row['issuedOn'] ?? '' },
        evidence: [{ entity: 'appropriation', id: Number(row['id']), label: String(row['title']) }],
      }))
  },
}
