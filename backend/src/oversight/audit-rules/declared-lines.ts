/** What schools have declared of each class (申报明细), beside what the records said on the day of counting. */
import type { EntityManager } from 'typeorm'
import { type AuditScope, inScope, type Row } from './audit-rule.js'

interface Counts {
  readonly enrolled: number
  readonly participants: number
  /** Left out by counts of before. */
  readonly leastParticipants?: number | null
}

export interface DeclaredLine {
  readonly row: Row
  /** A supplement takes the class out again. */
  readonly isGone: boolean
  readonly declared: Counts
  readonly recorded: Counts
}

/** Declarations of this year and the last that were handed in, supplements too. */
export async function declaredLines(manager: EntityManager, scope: AuditScope): Promise<DeclaredLine[]> {
  const { sql, values } = inScope(scope)
  const rows = await manager.query<Row[]>(
    `SELECT school.id AS schoolId, school.regionCode AS regionCode, declaration.id AS declarationId,
      declaration.fiscalYear AS fiscalYear, line.homeClassId AS homeClassId, line.className AS className,
      line.counts AS counts, line.recorded AS recorded,
      CASE WHEN line.parts = '[]' THEN 1 ELSE 0 END AS isGone
    FROM declaration_line line
      JOIN declaration ON declaration.id = line.declarationId
      JOIN school ON school.id = declaration.schoolId
    WHERE declaration.status NOT IN ('draft', 'returned')
      AND declaration.fiscalYear >= ? AND ${sql}`,
    [Number(scope.today.slice(0, 4)) - 1, ...values],
  )
  return rows.map((row) => ({
    row,
    isGone: Number(row['isGone']) === 1,
    declared: JSON.parse(String(row['counts'])) as Counts,
    recorded: JSON.parse(String(row['recorded'])) as Counts,
  }))
}
