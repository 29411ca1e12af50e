import { filled, funded, migrated } from '../old-releases.js'

/** Lines as they were kept before a second payment was told from a repeat: one paid by a line, one by a slip. */
const hiddenRepeats = [
  "UPDATE payment SET status = 'paid', bankSerial = 'A1' WHERE id = 1",
  "UPDATE payment SET status = 'paid', bankSerial = 'B1' WHERE id = 2",
  "INSERT INTO bank_return (regionCode, schoolId, fileName, fileHash, lineCount, matchedCount, paidFen, importedById, importedAt) VALUES ('140213', 1, 'a.csv', 'x', 0, 0, 0, 7, '2026-11-01 17:00:00.000')",
  `INSERT INTO bank_return_line (bankReturnId, schoolId, rowNumber, result, outcome, reason, serial, amountFen, paidOn, paymentId, spendKey) VALUES ${[
    "'paid', NULL, 'A1', 100000, '2026-10-30', 1, 'spend:payment:1'",
    "'repeated', 'serial_known', 'A1', 100000, '2026-10-30', 1, NULL",
    "'repeated', 'paid_already', 'A2', 100000, '2026-10-31', 1, NULL",
    "'repeated', 'paid_already', 'A2', 100000, '2026-10-31', 1, NULL",
    "'repeated', 'paid_already', NULL, 100000, NULL, 1, NULL",
    "'repeated', 'serial_known', 'B1', 5, '2026-10-31', 2, NULL",
    "'repeated', 'serial_known', 'B1', 5, '2026-10-31', 2, NULL",
  ]
    .map((rest, i) => `(1, 1, ${i + 1}, 'paid', ${rest})`)
    .join(', ')}`,
]

describe('the migration of the lines of the bank', () => {
  it('of bank differences show the second payment that was hidden as a repeat, and confirm what a slip had said', async () => {
    const { after, close } = await migrated('differences', [
      [1, filled],
      [2, funded],
      [10, hiddenRepeats],
    ])
    expect(
      await after.query(
        'SELECT outcome, reason, spendKey, countedOn, closedAt FROM bank_return_line ORDER BY rowNumber',
      ),
    ).toEqual(
      [
        ['paid', null, 'spend:payment:1', '2026-10-30'],
        ['repeated', 'serial_known', null, '2026-10-30'],
        ['paid_twice', null, null, '2026-10-31'],
        ['repeated', 'paid_already', null, '2026-10-31'],
        // The bank named no day: that of the import, which was in the night of the second in China.
        ['repeated', 'paid_already', null, '2026-11-02'],
        ['confirmed', null, 'spend:payment:2', '2026-10-31'],
        ['repeated', 'serial_known', null, '2026-10-31'],
      ].map(([outcome, reason, spendKey, countedOn]) => ({
        outcome,
        reason,
        spendKey,
        countedOn,
        closedAt: null,
      })),
    )
    expect((await after.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([])
    await close()
  })
})
