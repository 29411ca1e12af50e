import { clashesOf, type Placed } from './clashes.js'

const placed = (overrides: Partial<Placed> = {}): Placed => ({
  id: 1, slotId: 1, sectionId: 1, sectionName: '三(1)班作业', teacherId: 1, teacherName: '王老师', roomId: 1, roomName: '三(1)班教室', homeClassId: 1, homeClassName: '三(1)班', ...overrides,
})
const wanted = { slotId: 1, sectionId: 2, teacherId: 2, roomId: 2, homeClassId: null }

describe('clashes of placements', () => {
  it('finds none between different people, rooms and classes, or at another time', () => {
    expect(clashesOf(wanted, [placed()])).toEqual([])
    expect(clashesOf({ ...wanted, teacherId: 1, roomId: 1, homeClassId: 1 }, [placed({ slotId: 2 })])).toEqual([])
  })

  it('names the other placement for teacher, room and home class', () => {
    expect(clashesOf({ ...wanted, teacherId: 1 }, [placed()])).toEqual([{ code: 'scheduling.teacher_busy', other: placed(), count: 1 }])
    expect(clashesOf({ ...wanted, roomId: 1 }, [placed()])[0]).toMatchObject({ code: 'scheduling.room_busy' })
    expect(clashesOf({ ...wanted, homeClassId: 1 }, [placed()])[0]).toMatchObject({ code: 'scheduling.home_class_busy' })
    expect(clashesOf({ ...wanted, teacherId: 1, roomId: 1, homeClassId: 1 }, [placed()])).toHaveLength(3)
  })

  it('does not take two mixed sections for one class', () => {
    expect(clashesOf(wanted, [placed({ homeClassId: null })])).toEqual([])
  })

  it('counts children who are in both', () => {
    const busy = [{ slotId: 1, sectionId: 1, count: 4 }, { slotId: 2, sectionId: 1, count: 9 }]
    expect(clashesOf(wanted, [placed()], busy)).toEqual([{ code: 'scheduling.children_busy', other: placed(), count: 4 }])
  })

  it('does not clash with itself when moved, but not twice in one slot', () => {
    expect(clashesOf({ ...wanted, id: 1, teacherId: 1 }, [placed()])).toEqual([])
    expect(clashesOf({ ...wanted, sectionId: 1 }, [placed()])).toEqual([{ code: 'scheduling.section_placed_already', other: placed(), count: 1 }])
  })
})
