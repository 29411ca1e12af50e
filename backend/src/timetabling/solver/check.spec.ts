import { at, hard, kindsOf, person, week } from '../../../test/fixtures/small-week.js'
import { check, unplaced } from './check.js'

describe('check: what always holds', () => {
  it('nobody and no room is at two meetings at once', () => {
    const shared = week([
      { people: [0, 1], rooms: [0, 1], length: 2 },
      { people: [0, 2], rooms: [0, 1] },
    ])
    expect(check(shared, at({ time: 0, room: 0 }, { time: 1, room: 0 }))).toEqual([
      { rule: 'person_twice', weight: 100, amount: 1, meetings: [0, 1], people: [0], rooms: [], times: [1] },
      { rule: 'room_twice', weight: 100, amount: 1, meetings: [0, 1], people: [], rooms: [0], times: [1] },
    ])
    expect(kindsOf(shared, at({ time: 0, room: 0 }, { time: 2, room: 0 }))).toEqual([])
    expect(kindsOf(week([{ people: [0] }, { people: [1] }]), at(0, 0))).toEqual([])
  })

  it('nobody is where they are unavailable, nothing in closed times', () => {
    const problem = week([{ people: [0], rooms: [0], length: 2 }], [], {
      closed: [3],
      people: [person('T', { unavailable: [1] })],
      rooms: [{ name: 'R', unavailable: [5] }],
    })
    expect(kindsOf(problem, at({ time: 0, room: 0 }))).toEqual([['person_unavailable', 1]])
    expect(kindsOf(problem, at({ time: 2, room: 0 }))).toEqual([['closed', 1]])
    expect(kindsOf(problem, at({ time: 4, room: 0 }))).toEqual([['room_unavailable', 1]])
    expect(kindsOf(problem, at({ time: 6, room: 0 }))).toEqual([])
  })

  it('nothing runs over the end of a day or out of the week', () => {
    expect(kindsOf(week([{ length: 3 }]), at(1))).toEqual([])
    expect(kindsOf(week([{ length: 3 }]), at(2))).toEqual([['over_end', 1]])
    for (const time of [-1, 8, 0.5, Number.NaN])
      expect(kindsOf(week([{}]), at(time))).toEqual([['over_end', 1]])
    // What stands over the end does not reach into the next day.
    expect(kindsOf(week([{ length: 3, people: [0] }, { people: [0] }]), at(2, 4))).toEqual([['over_end', 1]])
  })

  it('starts, rooms and locks are kept', () => {
    expect(kindsOf(week([{ starts: [1, 2] }]), at(2))).toEqual([])
    expect(kindsOf(week([{ starts: [1, 2] }]), at(3))).toEqual([['start', 1]])
    expect(kindsOf(week([{ rooms: [0] }]), at({ room: 1 }))).toEqual([['room', 1]])
    expect(kindsOf(week([{ rooms: [0] }]), at(0))).toEqual([['room', 1]])
    expect(kindsOf(week([{ rooms: [0], isRoomOptional: true }]), at(0))).toEqual([])
    expect(kindsOf(week([{ rooms: [0], isRoomOptional: true }]), at({ room: 1 }))).toEqual([['room', 1]])
    expect(kindsOf(week([{}]), at({ room: 1 }))).toEqual([['room', 1]])
    const locked = week([{ rooms: [0, 1], leaders: [0, 1], locked: { time: 1, room: 1, leader: null } }])
    expect(kindsOf(locked, at({ time: 1, room: 1, leader: 0 }))).toEqual([])
    expect(kindsOf(locked, at({ time: 1, room: 0, leader: 0 }))).toEqual([['lock', 1]])
    expect(kindsOf(locked, at({ time: 0, room: 1, leader: 0 }))).toEqual([['lock', 1]])
  })

  it('the leader is one of the leaders, free, available and the same for a section', () => {
    const problem = week(
      [{ section: 7, leaders: [0, 1] }, { section: 7, leaders: [0, 1] }, { people: [0] }],
      [],
      { people: [person('T', { unavailable: [6] }), person('U'), person('V')] },
    )
    expect(kindsOf(problem, at({ time: 0, leader: 0 }, { time: 1, leader: 0 }, 2))).toEqual([])
    expect(kindsOf(problem, at({ time: 0, leader: 0 }, { time: 1, leader: 1 }, 2))).toEqual([
      ['section_leader', 1],
    ])
    expect(kindsOf(problem, at({ time: 0, leader: 2 }, null, 2))).toEqual([['leader', 1]])
    expect(kindsOf(problem, at(0, null, 2))).toEqual([['leader', 1]])
    expect(kindsOf(problem, at({ time: 2, leader: 0 }, null, 2))).toEqual([['person_twice', 1]])
    expect(kindsOf(problem, at({ time: 6, leader: 0 }, null, 2))).toEqual([['person_unavailable', 1]])
    expect(kindsOf(week([{ people: [0] }]), at({ leader: 1 }))).toEqual([['leader', 1]])
  })

  it('counts what is not placed apart, and refuses an answer to another problem', () => {
    expect(unplaced(at(0, null, 1, null))).toEqual([1, 3])
    expect(
      check(
        week([{ people: [0] }, { people: [0] }], [{ ...hard, kind: 'same_start', meetings: [0, 1] }]),
        at(0, null),
      ),
    ).toEqual([])
    expect(() => check(week([{}]), at(0, 1))).toThrow('2 places for 1 meetings')
  })
})
