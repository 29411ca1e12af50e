import { fen } from '../../platform/money.js'
import { differs, figuresOf, isReached, withSaid } from './indicators.js'

const counted = { classes: 3, enrolled: 120, participants: 80, sessions: 240 }

describe('indicators', () => {
  it('come from counts and money, rounded half up', () => {
    expect(figuresOf(counted, fen(1_000_000), 912)).toEqual({
      classes: 3,
      students: 80,
      sessions: 240,
      participantsPerMille: 667,
      satisfactionPerMille: 912,
      costPerClassFen: 333_333,
      costPerStudentFen: 12_500,
    })
  })

  it('know no share of nobody and no cost of nothing', () => {
    const empty = { classes: 0, enrolled: 0, participants: 0, sessions: 0 }
    expect(figuresOf(empty, fen(5), null)).toMatchObject({
      participantsPerMille: null,
      costPerClassFen: null,
      costPerStudentFen: null,
    })
  })

  it('are reached from above, costs from below, and cannot be judged without both', () => {
    expect(isReached('sessions', 240, 240)).toBe(true)
    expect(isReached('sessions', 240, 239)).toBe(false)
    expect(isReached('costPerClassFen', 100, 101)).toBe(false)
    expect(isReached('costPerClassFen', 100, 99)).toBe(true)
    expect(isReached('satisfactionPerMille', 900, null)).toBeNull()
    expect(isReached('satisfactionPerMille', null, 900)).toBeNull()
  })

  it('take what is said, an emptied one too', () => {
    const proposed = figuresOf(counted, fen(1_000_000), 912)
    const said = withSaid(proposed, { sessions: 230, satisfactionPerMille: null })
    expect(said).toEqual({ ...proposed, sessions: 230, satisfactionPerMille: null })
    expect([differs(said, proposed), differs(withSaid(proposed), proposed)]).toEqual([true, false])
  })
})
