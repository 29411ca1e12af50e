import { type Standing, standingClashes } from './session-clashes.js'

const standing = (overrides: Partial<Standing> = {}): Standing => ({
  id: 1,
  heldOn: '2026-11-23',
  startTime: '16:30',
  endTime: '17:30',
  sectionId: 1,
  sectionName: '合唱',
  teacherId: 1,
  teacherName: '甲',
  roomId: 1,
  roomName: '301',
  homeClassId: null,
  homeClassName: null,
  ...overrides,
})
const wanted = {
  heldOn: '2026-11-23',
  startTime: '17:00',
  endTime: '18:00',
  sectionId: 9,
  teacherId: 9,
  roomId: 9,
  homeClassId: 9,
}
const codes = (other: Partial<Standing>, shared?: Map<number, number>) =>
  standingClashes(wanted, [standing(other)], shared).map((clash) => clash.code.replace('scheduling.', ''))

describe('clashes of a single session', () => {
  it('are told by teacher, room, home class, section and children', () => {
    expect(codes({ teacherId: 9 })).toEqual(['teacher_busy'])
    expect(codes({ roomId: 9 })).toEqual(['room_busy'])
    expect(codes({ homeClassId: 9 })).toEqual(['home_class_busy'])
    expect(codes({ sectionId: 9, teacherId: 9 })).toEqual(['section_meets_already', 'teacher_busy'])
    expect(standingClashes(wanted, [standing()], new Map([[1, 4]]))).toMatchObject([
      { code: 'scheduling.children_busy', count: 4 },
    ])
    expect(codes({})).toEqual([])
  })

  it('need minutes in common on the same day', () => {
    expect(codes({ teacherId: 9, startTime: '16:00', endTime: '17:00' })).toEqual([])
    expect(codes({ teacherId: 9, startTime: '17:59', endTime: '18:30' })).toEqual(['teacher_busy'])
    expect(codes({ teacherId: 9, heldOn: '2026-11-24' })).toEqual([])
  })
})
