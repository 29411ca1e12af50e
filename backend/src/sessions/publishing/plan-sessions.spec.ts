import { weekOfTerm } from '../../timetabling/index.js'
import { type Attending, type ExistingSession, type Meeting, planSessions } from './plan-sessions.js'

const meeting = (overrides: Partial<Meeting> = {}): Meeting => ({
  sectionId: 1,
  slotId: 1,
  weekday: 1,
  startTime: '16:30',
  endTime: '17:30',
  teacherId: 1,
  roomId: 1,
  weeks: 'every',
  startsOn: null,
  endsOn: null,
  ...overrides,
})
// Two Mondays, a Tuesday, a Sunday that follows Monday; holidays left out. The term began on Tuesday 1 September.
const days = [
  { dayOn: '2026-09-07', weekday: 1 },
  { dayOn: '2026-09-08', weekday: 2 },
  { dayOn: '2026-09-14', weekday: 1 },
  { dayOn: '2026-09-20', weekday: 1 },
]
const existing = (id: number, heldOn: string, overrides: Partial<ExistingSession> = {}): ExistingSession => ({
  id,
  sectionId: 1,
  slotId: 1,
  heldOn,
  startTime: '16:30',
  endTime: '17:30',
  teacherId: 1,
  roomId: 1,
  plannedOn: heldOn,
  plannedStartTime: '16:30',
  plannedEndTime: '17:30',
  plannedTeacherId: 1,
  plannedRoomId: 1,
  makesUpId: null,
  status: 'planned',
  isAttached: false,
  ...overrides,
})
const nobody: Attending = { homeClassOf: () => null, share: () => false }
const plan = (
  meetings: Meeting[],
  sessions: ExistingSession[],
  fromOn: string,
  fromTime = '08:00',
  attending = nobody,
) =>
  planSessions({
    meetings,
    days,
    existing: sessions,
    termStartsOn: '2026-09-01',
    fromOn,
    fromTime,
    attending,
  })
const ids = (sessions: readonly { id: number }[]) => sessions.map((session) => session.id)
const nothing = { added: [], changed: [], replanned: [], removed: [], calledOff: [], byHand: [], clashes: [] }

describe('sessions of a timetable', () => {
  it('lie on school days only, make-up days included', () => {
    const { added } = plan([meeting()], [], '2026-09-01')
    expect(added.map((session) => session.heldOn)).toEqual(['2026-09-07', '2026-09-14', '2026-09-20'])
    expect(added[0]).toEqual({
      sectionId: 1,
      slotId: 1,
      heldOn: '2026-09-07',
      startTime: '16:30',
      endTime: '17:30',
      teacherId: 1,
      roomId: 1,
    })
  })

  it('follow odd and even weeks of the term, a make-up Sunday in its own calendar week', () => {
    expect(
      ['2026-09-01', '2026-09-06', '2026-09-07', '2026-09-20', '2026-09-21'].map((dayOn) =>
        weekOfTerm('2026-09-01', dayOn),
      ),
    ).toEqual([1, 1, 2, 3, 4])
    expect(
      plan([meeting({ weeks: 'odd' })], [], '2026-09-01').added.map((session) => session.heldOn),
    ).toEqual(['2026-09-14', '2026-09-20'])
    expect(
      plan([meeting({ weeks: 'even' })], [], '2026-09-01').added.map((session) => session.heldOn),
    ).toEqual(['2026-09-07'])
    const both = plan(
      [meeting({ weeks: 'odd', teacherId: 5 }), meeting({ weeks: 'even', teacherId: 6 })],
      [],
      '2026-09-01',
    ).added
    expect(both.map((session) => [session.heldOn, session.teacherId])).toEqual([
      ['2026-09-07', 6],
      ['2026-09-14', 5],
      ['2026-09-20', 5],
    ])
  })

  it('keep to the first and last day of a placement', () => {
    expect(
      plan([meeting({ startsOn: '2026-09-14', endsOn: '2026-09-19' })], [], '2026-09-01').added.map(
        (session) => session.heldOn,
      ),
    ).toEqual(['2026-09-14'])
  })

  it('begin today only if they have not begun', () => {
    expect(plan([meeting()], [], '2026-09-14', '16:29').added.map((session) => session.heldOn)).toEqual([
      '2026-09-14',
      '2026-09-20',
    ])
    expect(plan([meeting()], [], '2026-09-14', '16:30').added.map((session) => session.heldOn)).toEqual([
      '2026-09-20',
    ])
  })

  it('stay where nothing changes, and change nothing when planned twice', () => {
    expect(
      plan(
        [meeting()],
        [existing(1, '2026-09-07'), existing(2, '2026-09-14'), existing(3, '2026-09-20')],
        '2026-09-08',
      ),
    ).toEqual({ ...nothing, keptCount: 2, pastCount: 1 })
  })

  it('change, go and come in the future only', () => {
    const now = [
      existing(1, '2026-09-07'),
      existing(2, '2026-09-14'),
      existing(3, '2026-09-20'),
      existing(4, '2026-09-15', { slotId: 2 }),
    ]
    const changes = plan([meeting({ roomId: 9 }), meeting({ sectionId: 2 })], now, '2026-09-08')
    expect(changes).toMatchObject({ keptCount: 0, pastCount: 1 })
    expect([changes.changed.map((each) => each.session.id), ids(changes.removed)]).toEqual([[2, 3], [4]])
    expect(changes.changed[0]!.held).toEqual({
      heldOn: '2026-09-14',
      startTime: '16:30',
      endTime: '17:30',
      teacherId: 1,
      roomId: 9,
    })
    expect(changes.added.map((session) => `${session.sectionId} ${session.heldOn}`)).toEqual([
      '2 2026-09-14',
      '2 2026-09-20',
    ])
  })

  it('are not doubled when a slot moves later on the same day', () => {
    expect(
      plan(
        [meeting({ startTime: '17:30', endTime: '18:00' })],
        [existing(2, '2026-09-14')],
        '2026-09-14',
        '17:00',
      ).added.map((session) => session.heldOn),
    ).toEqual(['2026-09-20'])
  })
})

describe('sessions that somebody changed by hand', () => {
  it('stay cancelled once cancelled, while the plan behind them follows', () => {
    const changes = plan(
      [meeting({ roomId: 9 })],
      [existing(3, '2026-09-20', { status: 'cancelled' })],
      '2026-09-15',
    )
    expect(changes).toMatchObject({ added: [], changed: [], removed: [], keptCount: 1 })
    expect([ids(changes.byHand), changes.replanned[0]!.held.roomId]).toEqual([[3], 9])
    expect(plan([], [existing(3, '2026-09-20', { status: 'cancelled' })], '2026-09-15')).toMatchObject({
      removed: [],
      calledOff: [],
      keptCount: 1,
    })
  })

  it('keep what was changed and follow in the rest', () => {
    const substituted = existing(2, '2026-09-14', { teacherId: 7 })
    const moved = existing(3, '2026-09-22', { plannedOn: '2026-09-20', startTime: '17:00', endTime: '18:00' })
    const changes = plan(
      [meeting({ roomId: 9, teacherId: 8, startTime: '16:40', endTime: '17:40' })],
      [substituted, moved],
      '2026-09-08',
    )
    expect(changes.added).toEqual([])
    expect(changes.changed.map((each) => each.held)).toEqual([
      { heldOn: '2026-09-14', startTime: '16:40', endTime: '17:40', teacherId: 7, roomId: 9 },
      { heldOn: '2026-09-22', startTime: '17:00', endTime: '18:00', teacherId: 8, roomId: 9 },
    ])
    expect(ids(changes.byHand)).toEqual([2, 3])
    expect(plan([meeting({ teacherId: 8 })], [substituted], '2026-09-08')).toMatchObject({
      changed: [],
      keptCount: 1,
      replanned: [{ held: { teacherId: 7 }, planned: { teacherId: 8 } }],
    })
  })

  it('are cancelled and not deleted when they fall away', () => {
    const changes = plan(
      [],
      [
        existing(1, '2026-09-14', { isAttached: true }),
        existing(2, '2026-09-20', { roomId: 4 }),
        existing(3, '2026-09-15'),
      ],
      '2026-09-08',
    )
    expect([ids(changes.calledOff), ids(changes.removed)]).toEqual([[1, 2], [3]])
  })

  it('are left alone when made up, making up, moved here from the past or held before their day', () => {
    const sessions = [
      existing(1, '2026-09-14', { status: 'made_up' }),
      existing(2, '2026-09-20', { makesUpId: 1 }),
      existing(3, '2026-09-15', { plannedOn: '2026-09-07' }),
      existing(4, '2026-09-03', { sectionId: 2, plannedOn: '2026-09-14' }),
    ]
    const changes = plan([meeting({ roomId: 9 }), meeting({ sectionId: 2 })], sessions, '2026-09-08')
    expect([
      ids(changes.byHand),
      changes.keptCount,
      changes.pastCount,
      changes.changed,
      changes.removed,
      changes.calledOff,
    ]).toEqual([[1, 2, 3], 3, 1, [], [], []])
    // The place of what was held before its day is not filled again, nor that of a make-up session.
    expect(changes.added.map((session) => `${session.sectionId} ${session.heldOn}`)).toEqual(['2 2026-09-20'])
  })

  it('are named when the new week puts somebody else there', () => {
    const moved = existing(1, '2026-09-20', { plannedOn: '2026-09-14' })
    const clashes = plan(
      [
        meeting(),
        meeting({ sectionId: 2, slotId: 2, roomId: 3 }),
        meeting({ sectionId: 3, slotId: 3, teacherId: 4, startTime: '17:30', endTime: '18:00' }),
      ],
      [moved],
      '2026-09-08',
    ).clashes
    expect(clashes.map(({ session, other, code }) => [session.id, other.sectionId, code])).toEqual([
      [1, 1, 'teacher'],
      [1, 2, 'teacher'],
    ])
  })

  it('are named when the new week puts their class or their children elsewhere', () => {
    const moved = existing(1, '2026-09-08', { plannedOn: '2026-09-14' })
    const tuesday = { weekday: 2, slotId: 2, teacherId: 4 }
    const meetings = [
      meeting(),
      ...[2, 3, 4].map((sectionId) =>
        meeting({ ...tuesday, sectionId, teacherId: sectionId + 10, roomId: sectionId + 10 }),
      ),
    ]
    const attending: Attending = {
      homeClassOf: (id) => (id <= 2 ? 31 : null),
      share: (one, other, on) => one === 1 && other === 3 && on === '2026-09-08',
    }
    expect(
      plan(meetings, [moved], '2026-09-07', '18:00', attending).clashes.map(({ session, other, code }) => [
        session.id,
        other.sectionId,
        code,
      ]),
    ).toEqual([
      [1, 2, 'home_class'],
      [1, 3, 'children'],
    ])
  })
})
