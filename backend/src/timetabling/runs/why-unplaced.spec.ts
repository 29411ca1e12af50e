import type { Meeting, Problem } from '../solver/problem.js'
import { reasonSentences, whyUnplaced } from './why-unplaced.js'

const meeting = (overrides: Partial<Meeting>): Meeting => ({
  name: '足球',
  section: 0,
  length: 1,
  people: [],
  leaders: [],
  rooms: [],
  isRoomOptional: false,
  starts: null,
  locked: null,
  category: 1,
  former: null,
  ...overrides,
})
const problem = (meetings: Meeting[]): Problem => ({
  days: 2,
  periods: 2,
  closed: [3],
  rules: [],
  meetings,
  rooms: [{ name: '操场', unavailable: [] }],
  people: [
    { name: '王老师', kind: 'teacher', unavailable: [0] },
    { name: '李老师', kind: 'teacher', unavailable: [] },
    { name: '三(1)班', kind: 'students', unavailable: [] },
  ],
})

describe('why a meeting is not placed', () => {
  it('counts by time who is not free, where no room is, and what only rules forbid', () => {
    const week = problem([meeting({ people: [0], rooms: [0] }), meeting({ people: [1], rooms: [0] })])
    const solution = { places: [null, { time: 1, room: 0, leader: null }] }
    expect(whyUnplaced(week, solution, 0)).toEqual({
      times: 3,
      people: [{ name: '王老师', times: 1 }],
      rooms: 1,
      rules: 1,
    })
  })

  it('needs one of several leaders', () => {
    const week = problem([meeting({ leaders: [0, 1] }), meeting({ people: [1] })])
    expect(whyUnplaced(week, { places: [null, { time: 0, room: null, leader: null }] }, 0)).toEqual({
      times: 3,
      people: [{ name: '王老师/李老师', times: 1 }],
      rooms: 0,
      rules: 2,
    })
  })

  it('says so in both languages', () => {
    const { zh, en } = reasonSentences('足球', {
      times: 3,
      people: [{ name: '王老师', times: 2 }],
      rooms: 1,
      rules: 0,
    })
    expect(zh).toContain('一周 3 个时段里，王老师 有 2 个时段没空，1 个时段没有空场地')
    expect(en).toContain('王老师 is not free at 2; there is no free room at 1')
  })
})
