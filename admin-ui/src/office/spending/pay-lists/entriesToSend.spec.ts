import { describe, expect, it } from 'vitest'
import { entriesToSend, payFen, workedFen } from './entriesToSend'

const line = (allotmentId: number, amountFen?: number, lessonCount?: number | null) => ({
  allotmentId,
  account: 'E500',
  ...(amountFen === undefined ? {} : { amountFen }),
  ...(lessonCount === undefined ? {} : { lessonCount }),
})
const entry = { payeeId: 7, taxKind: 'wages', hoursHundredths: 1000, rateFen: 5_000 }
const linesOf = (given: object) => (entriesToSend([given])[0] as { lines: object[] }).lines

describe('what is sent of the people of a pay list', () => {
  it('leaves the amount to hours and rate, and sends it where one of them is missing', () => {
    expect(workedFen({ hoursHundredths: 1250, rateFen: 5_501 })).toBe(68_763)
    expect(entriesToSend([{ ...entry, amountFen: 1, lines: [line(1)] }])).toEqual([
      {
        payeeId: 7,
        teacherId: null,
        hoursHundredths: 1000,
        rateFen: 5_000,
        amountFen: null,
        taxKind: 'wages',
        note: null,
        lines: [line(1)],
      },
    ])
    expect(payFen({ hoursHundredths: null, rateFen: 5_000, amountFen: 300 })).toBe(300)
    expect(entriesToSend([{ ...entry, rateFen: null, amountFen: 300, lines: [] }])).toMatchObject([
      { amountFen: 300, hoursHundredths: 1000 },
    ])
  })

  it('keeps how the amount is shared while it adds up, and leaves it to the server when it does not', () => {
    const lines = [line(1, 40_000, 8), line(2, 10_000, 2)]
    expect(linesOf({ ...entry, lines })).toEqual(lines)
    expect(linesOf({ ...entry, rateFen: 6_000, lines })).toEqual([
      line(1, undefined, 8),
      line(2, undefined, 2),
    ])
    expect(linesOf({ ...entry, hoursHundredths: 1100, lines })).toEqual([line(1), line(2)])
    expect(linesOf({ ...entry, lines: [...lines, line(3)] })).toEqual([
      line(1, undefined, 8),
      line(2, undefined, 2),
      line(3, undefined, null),
    ])
    const typed = { ...entry, hoursHundredths: null, rateFen: null, amountFen: 300 }
    expect(linesOf({ ...typed, lines: [line(1, 100, null), line(2, 200, null)] })).toEqual([
      line(1, 100, null),
      line(2, 200, null),
    ])
    expect(linesOf({ ...typed, amountFen: 301, lines: [line(1, 100, null), line(2, 200, null)] })).toEqual([
      line(1),
      line(2),
    ])
  })
})
