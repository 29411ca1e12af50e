import { describe, expect, it } from 'vitest'
import { schoolRows, type ViewCell } from './views'

const cell = (part: Partial<ViewCell>) =>
  ({
    sectionId: 1,
    sectionName: '合唱',
    teacherId: 1,
    teacherName: '张',
    roomId: 1,
    roomName: '101',
    homeClassId: null,
    homeClassName: null,
    isElsewhere: false,
    ...part,
  }) as ViewCell

describe("the rows of a school's week", () => {
  const cells = [
    cell({}),
    cell({ homeClassId: 3, homeClassName: '三(10)班' }),
    cell({ homeClassId: 2, homeClassName: '三(2)班' }),
    cell({ homeClassId: 1, homeClassName: '二(1)班', roomId: 2, roomName: '9' }),
    cell({ isElsewhere: true, roomId: 3, roomName: '操场' }),
  ]

  it('are classes by grade and number, then sections of several classes', () => {
    expect(schoolRows(cells, 'home_class').map((row) => [row.name, row.cells.length])).toEqual([
      ['二(1)班', 1],
      ['三(2)班', 1],
      ['三(10)班', 1],
      ['合唱', 2],
    ])
  })

  it('are rooms by number, without what is not there', () => {
    expect(schoolRows(cells, 'room').map((row) => row.name)).toEqual(['9', '101'])
  })
})
