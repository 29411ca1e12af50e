import { type Placed, wholeTerm } from './clashes.js'
import { compareWeeks } from './compare-weeks.js'

const placed = (id: number, sectionId: number, slotId: number, overrides: Partial<Placed> = {}): Placed => ({
  id,
  sectionId,
  sectionName: `课程班${sectionId}`,
  slotId,
  teacherId: sectionId,
  teacherName: '',
  roomId: sectionId,
  roomName: '',
  homeClassId: null,
  homeClassName: null,
  ...wholeTerm,
  ...overrides,
})

describe('two weeks beside one another', () => {
  it('are the same where section, slot, teacher, room and days are', () => {
    expect(compareWeeks([placed(1, 1, 1), placed(2, 2, 1)], [placed(9, 2, 1), placed(8, 1, 1)])).toEqual({
      sameCount: 2,
      differences: [],
    })
  })

  it('differ by slot, by room, or by standing on one side only', () => {
    const { sameCount, differences } = compareWeeks(
      [placed(1, 1, 1), placed(2, 2, 1), placed(3, 3, 1)],
      [placed(11, 1, 2), placed(12, 2, 1, { roomId: 7 }), placed(14, 4, 1)],
    )
    expect(sameCount).toBe(0)
    expect(differences.map(({ kind, here, there }) => [kind, here?.id ?? null, there?.id ?? null])).toEqual([
      ['moved', 1, 11],
      ['changed', 2, 12],
      ['only_here', 3, null],
      ['only_there', null, 14],
    ])
  })

  it("pair a section's meetings so that as few as possible have moved", () => {
    const { sameCount, differences } = compareWeeks(
      [placed(1, 1, 1), placed(2, 1, 2)],
      [placed(11, 1, 3), placed(12, 1, 1)],
    )
    expect([sameCount, differences.map(({ here, there }) => [here?.id, there?.id])]).toEqual([1, [[2, 11]]])
  })
})
