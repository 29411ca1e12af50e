/** Pay lists come to a filled database, also one that a killed run has left half-way. */
import { migrations } from '../../src/migrations.js'
import { filled, funded, migrated } from '../old-releases.js'

describe('the migration to pay lists', () => {
  it('keeps every payment, and runs once more where it was killed half-way', async () => {
    const before = migrations.findIndex(({ name }) => name.startsWith('PayLists'))
    const { after, close } = await migrated('pay-lists', [
      [1, filled],
      [2, funded],
      // A server has committed what a killed run had made.
      [before, ['CREATE TABLE pay_list (id INT)', 'ALTER TABLE payment ADD COLUMN payListId INT NULL']],
    ])
    const rows = <T>(sql: string) => after.query<T[]>(sql)
    expect(await rows('SELECT status, payee, payListId, payListEntryId FROM payment ORDER BY id')).toEqual([
      { status: 'paid', payee: '材料店', payListId: null, payListEntryId: null },
      { status: 'draft', payee: '材料店', payListId: null, payListEntryId: null },
    ])
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await rows(
      "INSERT INTO pay_list (id, schoolId, schoolYear, fiscalYear, status, revision, title, startsOn, endsOn, amountFen, createdAt) VALUES (1, 1, 2026, 2026, 'draft', 0, '课时费', '2026-11-01', '2026-11-30', 5, '2026-11-30 00:00:00.000')",
    )
    await rows(
      "INSERT INTO payee (id, schoolId, name, kind, accountSealed, accountLast4, accountHash, isActive, createdAt) VALUES (1, 1, '王老师', 'person', 'v1.x', '0001', 'h1', 1, '2026-11-01 00:00:00.000'), (2, 1, '李老师', 'person', 'v1.y', '0002', 'h2', 1, '2026-11-01 00:00:00.000')",
    )
    const entry = (number: number, payeeId: number) =>
      rows(
        `INSERT INTO pay_list_entry (payListId, schoolId, number, payeeId, amountFen, taxKind) VALUES (1, 1, ${number}, ${payeeId}, 5, 'wages')`,
      )
    await entry(1, 1)
    await entry(2, 2)
    // Nobody is listed twice, and nobody is paid twice.
    await expect(entry(3, 1)).rejects.toThrow()
    await rows('UPDATE payment SET payListEntryId = 1 WHERE id = 1')
    await expect(rows('UPDATE payment SET payListEntryId = 1 WHERE id = 2')).rejects.toThrow()
    await close()
  })
})
