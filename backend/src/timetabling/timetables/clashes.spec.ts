import { canMeet, clashesOf, isWholeTerm, type Placed, wholeTerm } from './clashes.js'

const placed = (overrides: Partial<Placed> = {}): Placed => ({
  id: 1,
  slotId: 1,
  sectionId: 1,
  sectionName: '三(1)班作业',
  teacherId: 1,
  teacherName: '王老师',
  roomId: 1,
  roomName: '三(1)班教室',
  homeClassId: 1,
  homeClassName: '三(1)班',
  ...wholeTerm,
  ...overrides,
})
const wanted = { slotId: 1, sectionId: 2, teacherId: 2, roomId: 2, homeClassId: null, ...wholeTerm }

describe('clashes of placements', () => {
  it('finds none between different people, rooms and classes, or at another time', () => {
    expect(clashesOf(wanted, [placed()])).toEqual([])
    expect(
      clashesOf({ ...wanted, teacherId: 1, roomId: 1, homeClassId: 1 }, [placed({ slotId: 2 })]),
    ).toEqual([])
  })

  it('names the other placement for teacher, room and home class', () => {
    expect(clashesOf({ ...wanted, teacherId: 1 }, [placed()])).toEqual([
      { code: 'scheduling.teacher_busy', other: placed(), count: 1 },
    ])
    expect(clashesOf({ ...wanted, roomId: 1 }, [placed()])[0]).toMatchObject({ code: 'scheduling.room_busy' })
    expect(clashesOf({ ...wanted, homeClassId: 1 }, [placed()])[0]).toMatchObject({
      code: 'scheduling.home_class_busy',
    })
    expect(clashesOf({ ...wanted, teacherId: 1, roomId: 1, homeClassId: 1 }, [placed()])).toHaveLength(3)
  })

  it('does not take two mixed sections for one class', () => {
    expect(clashesOf(wanted, [placed({ homeClassId: null })])).toEqual([])
  })

  it('counts children who are in both', () => {
    const busy = [
      { slotId: 1, sectionId: 1, count: 4 },
      { slotId: 2, sectionId: 1, count: 9 },
    ]
    expect(clashesOf(wanted, [placed()], busy)).toEqual([
      { code: 'scheduling.children_busy', other: placed(), count: 4 },
    ])
  })

  it('does not clash with itself when moved, but not twice in one slot', () => {
    expect(clashesOf({ ...wanted, id: 1, teacherId: 1 }, [placed()])).toEqual([])
    expect(clashesOf({ ...wanted, sectionId: 1 }, [placed()])).toEqual([
      { code: 'scheduling.section_placed_already', other: placed(), count: 1 },
    ])
  })

  it('never clashes between odd and even weeks, but with every week', () => {
    const same = { ...wanted, teacherId: 1, roomId: 1, homeClassId: 1 }
    const codes = (weeks: 'every' | 'odd' | 'even', other: 'every' | 'odd' | 'even') =>
      clashesOf({ ...same, weeks }, [placed({ weeks: other })]).length
    expect([
      codes('odd', 'even'),
      codes('even', 'odd'),
      codes('odd', 'odd'),
      codes('every', 'odd'),
      codes('even', 'every'),
    ]).toEqual([0, 0, 3, 3, 3])
    expect(
      clashesOf(
        { ...wanted, weeks: 'odd' },
        [placed({ weeks: 'even' })],
        [{ slotId: 1, sectionId: 1, count: 4 }],
      ),
    ).toEqual([])
    expect(clashesOf({ ...wanted, sectionId: 1, weeks: 'odd' }, [placed({ weeks: 'even' })])).toEqual([])
  })

  it('never clashes between days that do not overlap, the last day included', () => {
    const meet = (startsOn: string | null, endsOn: string | null) =>
      canMeet(
        { weeks: 'every', startsOn, endsOn },
        { weeks: 'every', startsOn: '2026-10-01', endsOn: '2026-10-31' },
      )
    expect([
      meet(null, null),
      meet(null, '2026-09-30'),
      meet(null, '2026-10-01'),
      meet('2026-10-31', null),
      meet('2026-11-01', null),
    ]).toEqual([true, false, true, true, false])
    expect(
      clashesOf({ ...wanted, teacherId: 1, startsOn: '2026-11-01', weeks: 'odd' }, [
        placed({ endsOn: '2026-10-31' }),
      ]),
    ).toEqual([])
    expect([
      isWholeTerm(wholeTerm),
      isWholeTerm({ ...wholeTerm, weeks: 'odd' }),
      isWholeTerm({ ...wholeTerm, endsOn: '2026-10-31' }),
    ]).toEqual([true, false, false])
  })

  it('says so where the same weeks of one slot are kept apart by days only, which one timetable cannot hold', () => {
    const later = { ...wanted, teacherId: 1, startsOn: '2026-11-01' }
    expect(clashesOf(later, [placed({ endsOn: '2026-10-31' })])).toMatchObject([
      { code: 'scheduling.same_weeks_elsewhen' },
    ])
    expect(clashesOf({ ...later, teacherId: 2 }, [placed({ endsOn: '2026-10-31' })])).toEqual([])
  })
})
