/** What must hold of the money at any moment: documents, journal, standings, boards, notices and claims say the same. */
import { Appropriation, AppropriationLine, Claim } from '../../src/grants/index.js'
import {
  Allotment,
  figures,
  leftOf,
  placedLines,
  readFigures,
  selectFigures,
} from '../../src/ledger/index.js'
import { verifyBooks } from '../../src/oversight/verify-books.js'
import type { TestApp } from '../app.js'
import type { FundedSchool } from '../funding-world.js'

export async function requireOwnBooks(test: TestApp, schools: readonly FundedSchool[]): Promise<void> {
  for (const { school } of schools)
    expect((await verifyBooks(test.database.read, school.id)).problems).toEqual([])
}

export async function requireAgreement(test: TestApp, schools: readonly FundedSchool[]): Promise<void> {
  const { read } = test.database
  const [one] = schools as [FundedSchool]
  for (const standing of await read.findBy(Allotment, { fundId: one.fund.id }))
    expect(leftOf(standing)).toBeGreaterThanOrEqual(0)
  for (const claim of await read.findBy(Claim, { fundId: one.fund.id }))
    expect(claim.grantedFen).toBeLessThanOrEqual(claim.approvedFen)
  const granted = new Map<number, number>()
  for (const notice of await read.findBy(Appropriation, { fundId: one.fund.id })) {
    const lines = await read.findBy(AppropriationLine, { appropriationId: notice.id })
    expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(notice.totalFen)
    for (const line of lines) granted.set(line.schoolId, (granted.get(line.schoolId) ?? 0) + line.amountFen)
  }
  for (const claim of await read.findBy(Claim, { fundId: one.fund.id }))
    expect(granted.get(claim.schoolId) ?? 0).toBe(claim.grantedFen)
  for (const fiscalYear of [2026, 2027]) {
    const region = (
      await one.education.get('/api/funding/region-board', { fiscalYear, fundId: one.fund.id, classes: true })
    ).body
    const query = placedLines(read).where('standing.fundId = :fundId AND standing.fiscalYear = :fiscalYear', {
      fundId: one.fund.id,
      fiscalYear,
    })
    selectFigures(query.select('COUNT(*)', 'lineCount'))
    const entries = readFigures((await query.getRawOne<Record<string, string | number | null>>())!)
    for (const figure of figures) expect(region.totals[`${figure}Fen`]).toBe(entries[figure])
    for (const school of region.schools as {
      schoolId: number
      figures: object
      rows: { figures: { leftFen: number } }[]
    }[]) {
      const own = (
        await one.education.get('/api/funding/board', {
          schoolId: school.schoolId,
          fiscalYear,
          fundId: one.fund.id,
        })
      ).body
      expect(own.totals).toEqual(school.figures)
      expect(own.rows).toEqual(school.rows)
      expect(
        own.rows.reduce((sum: number, row: { figures: { leftFen: number } }) => sum + row.figures.leftFen, 0),
      ).toBe(own.totals.leftFen)
    }
  }
}
