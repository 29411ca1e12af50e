import {
  backwards,
  changeBetween,
  fromRow,
  joinChange,
  type PlacementRow,
  splitChange,
  toRow,
} from './draft-changes.js'

const row = (sectionId: number, slotId = 1, isLocked = false): PlacementRow => [
  sectionId,
  slotId,
  1,
  1,
  'every',
  null,
  null,
  isLocked,
]

describe('changes of a draft', () => {
  it('hold what went and what came, and nothing of what stayed', () => {
    expect(changeBetween([row(1), row(2)], [row(1), row(2, 5)])).toEqual({
      gone: [row(2)],
      come: [row(2, 5)],
    })
    expect(changeBetween([row(1)], [row(1, 1, true)])).toEqual({ gone: [row(1)], come: [row(1, 1, true)] })
    expect(changeBetween([row(1)], [row(1)])).toEqual({ gone: [], come: [] })
  })

  it('go backwards by changing the two', () => {
    expect(backwards({ gone: [row(1)], come: [] })).toEqual({ gone: [], come: [row(1)] })
  })

  it('come apart into parts below the limit and together again', () => {
    const change = {
      gone: Array.from({ length: 40 }, (_, index) => row(index)),
      come: Array.from({ length: 90 }, (_, index) => row(index, 2)),
    }
    const parts = splitChange(change, 500)
    expect(
      parts.every(
        (part) => JSON.stringify(part.gone).length <= 500 && JSON.stringify(part.come).length <= 500,
      ),
    ).toBe(true)
    expect(parts.length).toBeGreaterThan(3)
    expect(joinChange(parts)).toEqual(change)
    expect(splitChange({ gone: [], come: [] })).toEqual([{ gone: [], come: [] }])
  })

  it('know a placement by all of its columns', () => {
    const placement = {
      sectionId: 1,
      slotId: 2,
      teacherId: 3,
      roomId: 4,
      weeks: 'odd' as const,
      startsOn: '2026-09-01',
      endsOn: null,
      isLocked: true,
    }
    expect(fromRow(toRow(placement))).toEqual(placement)
  })
})
