import { type DutyCandidate, proposeDuties } from './propose-duties.js'

const candidate = (teacherId: number, overrides: Partial<DutyCandidate> = {}): DutyCandidate => ({
  teacherId,
  counts: { duty_leader: 0, patrol: 0 },
  awayOn: new Set(),
  teachesOn: new Set(),
  ...overrides,
})
const days = ['2026-11-23', '2026-11-24', '2026-11-25'].map((dayOn) => ({ dayOn, has: [] }))
const printed = (...args: Parameters<typeof proposeDuties>) =>
  proposeDuties(...args).map(({ heldOn, kind, teacherId }) => `${heldOn.slice(8)} ${kind} ${teacherId}`)

describe('the proposed roster', () => {
  it('goes in turn', () => {
    expect(printed(days, [candidate(1), candidate(2), candidate(3)], 0)).toEqual([
      '23 duty_leader 1',
      '24 duty_leader 2',
      '25 duty_leader 3',
    ])
    expect(printed(days.slice(0, 2), [candidate(1), candidate(2), candidate(3)], 1)).toEqual([
      '23 duty_leader 1',
      '23 patrol 2',
      '24 duty_leader 3',
      '24 patrol 1',
    ])
  })

  it('begins with who has had the fewest, and asks nobody who is away or, where it can, who teaches that day', () => {
    expect(
      printed(
        days.slice(0, 1),
        [
          candidate(1, { counts: { duty_leader: 2, patrol: 0 } }),
          candidate(2, { counts: { duty_leader: 1, patrol: 0 } }),
        ],
        0,
      ),
    ).toEqual(['23 duty_leader 2'])
    const away = candidate(1, { awayOn: new Set(['2026-11-23']) })
    expect(
      printed(
        days.slice(0, 1),
        [away, candidate(2, { teachesOn: new Set(['2026-11-23']) }), candidate(3)],
        1,
      ),
    ).toEqual(['23 duty_leader 3', '23 patrol 2'])
  })

  it('fills only what is missing, and stops where there is nobody', () => {
    const has = [{ kind: 'duty_leader' as const, teacherId: 1 }]
    expect(printed([{ dayOn: '2026-11-23', has }], [candidate(1), candidate(2)], 2)).toEqual(['23 patrol 2'])
    expect(printed(days, [], 1)).toEqual([])
  })
})
