import { clearanceState, isClearedOn } from './cleared.js'

const span = { validFromOn: '2026-09-01', validToOn: '2026-12-31', isRevoked: false }

describe('clearance', () => {
  it('holds on its first and its last day and on none outside', () => {
    expect(
      ['2026-08-31', '2026-09-01', '2026-12-31', '2027-01-01'].map((on) => isClearedOn([span], on)),
    ).toEqual([false, true, true, false])
    expect(isClearedOn([], '2026-09-01')).toBe(false)
  })

  it('is said to be ending within the days of warning, and to have ended after them', () => {
    const state = (today: string, until: string) => clearanceState(span, today, until)
    expect([
      state('2026-08-01', '2026-08-31'),
      state('2026-10-01', '2026-10-31'),
      state('2026-12-01', '2026-12-31'),
      state('2027-01-01', '2027-01-31'),
    ]).toEqual(['future', 'valid', 'ending', 'ended'])
    expect(clearanceState({ ...span, isRevoked: true }, '2026-10-01', '2026-10-31')).toBe('revoked')
  })
})
