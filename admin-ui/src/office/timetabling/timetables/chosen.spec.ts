import { describe, expect, it } from 'vitest'
import type { Grid, GridRow, Placement } from '../types'
import { type Chosen, fromGrid, fromTray, isRowOf } from './chosen'
import { marksOf } from './Beside'
import { newPlaces } from './new-places'
import { rowsToShow } from './WeekGrid'

const placement: Placement = {
  id: 7,
  schoolId: 1,
  timetableId: 1,
  sectionId: 1,
  sectionName: '合唱',
  courseName: '合唱',
  slotId: 3,
  weekday: 1,
  startTime: '16:30',
  endTime: '17:30',
  teacherId: 2,
  teacherName: '王老师',
  roomId: 4,
  roomName: '音乐教室',
  homeClassId: null,
  homeClassName: null,
  weeks: 'every',
  startsOn: null,
  endsOn: null,
  isLocked: false,
  enrolledCount: 0,
  capacity: 30,
}
const row = (id: number | null, name: string, placements: Placement[] = []): GridRow => ({
  id,
  name,
  placements,
})
const grid = (by: Grid['by'], rows: GridRow[]): Grid => ({
  by,
  rows,
  slots: [],
  unplaced: [],
  canUndo: null,
  canRedo: null,
  timetable: {} as Grid['timetable'],
})

describe('what is in the hand', () => {
  it('knows where it stands, or that it stands nowhere', () => {
    expect(fromGrid(placement)).toMatchObject({ placementId: 7, slotId: 3, sectionId: 1 })
    expect(fromTray({ ...placement, meetingsPerWeek: 2, placedCount: 1 })).not.toHaveProperty('placementId')
  })

  it('belongs to one row of each side', () => {
    const chosen: Chosen = fromGrid(placement)
    expect(isRowOf(row(1, '合唱'), chosen, 'section')).toBe(true)
    expect(isRowOf(row(2, '王老师'), chosen, 'teacher')).toBe(true)
    expect(isRowOf(row(4, '音乐教室'), chosen, 'room')).toBe(true)
    expect(isRowOf(row(9, '三(1)班'), chosen, 'homeClass')).toBe(false)
    expect(isRowOf(row(null, ''), chosen, 'homeClass')).toBe(true)
    expect(isRowOf(row(9, '三(1)班'), { ...chosen, homeClassName: '三(1)班' }, 'homeClass')).toBe(true)
  })
})

describe('rows of the week', () => {
  it('leave out teachers without meetings, unless one is about to get one', () => {
    const rows = [row(2, '王老师', [placement]), row(3, '李老师')]
    expect(rowsToShow(grid('teacher', rows), null).map((each) => each.name)).toEqual(['王老师'])
    expect(rowsToShow(grid('teacher', rows), { ...fromGrid(placement), teacherId: 3 })).toHaveLength(2)
    expect(rowsToShow(grid('homeClass', [row(9, '三(1)班')]), null)).toHaveLength(1)
  })

  it('offer a row for a mixed section where none is there yet', () => {
    expect(
      rowsToShow(grid('homeClass', [row(9, '三(1)班')]), fromGrid(placement)).map((each) => each.id),
    ).toEqual([9, null])
  })
})

describe('marks', () => {
  it('stand at what a result puts elsewhere than the draft, and at what was not in the draft', () => {
    const draft = grid('section', [row(1, '合唱', [placement])])
    const elsewhere = grid('section', [
      row(1, '合唱', [
        { ...placement, id: -2, slotId: 9 },
        { ...placement, id: -3, slotId: 10 },
      ]),
    ])
    expect([...newPlaces(draft, elsewhere)]).toEqual([
      [-2, 'moved'],
      [-3, 'added'],
    ])
    const besides = grid('section', [
      row(1, '合唱', [
        { ...placement, id: -1 },
        { ...placement, id: -2, slotId: 9 },
      ]),
    ])
    expect([...newPlaces(draft, besides)]).toEqual([[-2, 'added']])
  })

  it('stand on each side of a comparison at its own placements', () => {
    const place = (placementId: number) => ({
      placementId,
      slotId: 1,
      teacherName: '',
      roomName: '',
      weeks: 'every' as const,
    })
    const comparison = {
      items: [
        { sectionId: 1, sectionName: '', kind: 'moved' as const, here: place(1), there: place(2) },
        { sectionId: 2, sectionName: '', kind: 'only_there' as const, here: null, there: place(3) },
      ],
    }
    expect([...marksOf(comparison, 'here')]).toEqual([[1, 'moved']])
    expect([...marksOf(comparison, 'there')]).toEqual([
      [2, 'moved'],
      [3, 'only'],
    ])
  })
})
