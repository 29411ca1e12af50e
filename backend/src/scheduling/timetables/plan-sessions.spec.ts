import { type ExistingSession, type Meeting, planSessions } from './plan-sessions.js'

const meeting = (overrides: Partial<Meeting> = {}): Meeting => ({ sectionId: 1, slotId: 1, weekday: 1, startTime: '16:30', endTime: '17:30', teacherId: 1, roomId: 1, ...overrides })
// Two Mondays, a Sunday that follows Monday, a holiday left out.
const days = [{ dayOn: '2026-09-07', weekday: 1 }, { dayOn: '2026-09-08', weekday: 2 }, { dayOn: '2026-09-14', weekday: 1 }, { dayOn: '2026-09-20', weekday: 1 }]
const existing = (id: number, heldOn: string, overrides: Partial<ExistingSession> = {}): ExistingSession => {
  const { weekday: _weekday, ...rest } = meeting()
  return { ...rest, id, heldOn, status: 'planned', ...overrides }
}

describe('sessions of a timetable', () => {
  it('lie on school days only, make-up days included', () => {
    const { added } = planSessions([meeting()], days, [], '2026-09-01', '08:00')
    expect(added.map((session) => session.heldOn)).toEqual(['2026-09-07', '2026-09-14', '2026-09-20'])
    expect(added[0]).toEqual({ sectionId: 1, slotId: 1, heldOn: '2026-09-07', startTime: '16:30', endTime: '17:30', teacherId: 1, roomId: 1 })
  })

  it('begin today only if they have not begun', () => {
    expect(planSessions([meeting()], days, [], '2026-09-14', '16:29').added.map((session) => session.heldOn)).toEqual(['2026-09-14', '2026-09-20'])
    expect(planSessions([meeting()], days, [], '2026-09-14', '16:30').added.map((session) => session.heldOn)).toEqual(['2026-09-20'])
  })

  it('stay where nothing changes, and change nothing when planned twice', () => {
    const now = [existing(1, '2026-09-07'), existing(2, '2026-09-14'), existing(3, '2026-09-20')]
    expect(planSessions([meeting()], days, now, '2026-09-08', '08:00')).toEqual({ added: [], changed: [], removed: [], keptCount: 2, pastCount: 1 })
  })

  it('change, go and come in the future only', () => {
    const now = [existing(1, '2026-09-07'), existing(2, '2026-09-14'), existing(3, '2026-09-20'), existing(4, '2026-09-15', { slotId: 2 })]
    const changes = planSessions([meeting({ roomId: 9 }), meeting({ sectionId: 2 })], days, now, '2026-09-08', '08:00')
    expect(changes).toMatchObject({ changed: [2, 3], removed: [4], keptCount: 0, pastCount: 1 })
    expect(changes.added.map((session) => `${session.sectionId} ${session.heldOn}`)).toEqual(['2 2026-09-14', '2 2026-09-20'])
  })

  it('stay cancelled once cancelled', () => {
    expect(planSessions([meeting({ roomId: 9 })], days, [existing(3, '2026-09-20', { status: 'cancelled' })], '2026-09-15', '08:00')).toEqual({ added: [], changed: [], removed: [], keptCount: 1, pastCount: 0 })
    expect(planSessions([], days, [existing(3, '2026-09-20', { status: 'cancelled' })], '2026-09-15', '08:00').removed).toEqual([])
  })

  it('are not doubled when a slot moves later on the same day', () => {
    const moved = planSessions([meeting({ startTime: '17:30', endTime: '18:00' })], days, [existing(2, '2026-09-14')], '2026-09-14', '17:00')
    expect(moved.added.map((session) => session.heldOn)).toEqual(['2026-09-20'])
  })
})
