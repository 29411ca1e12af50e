import { busyChildren, sharedChildren } from './shared-children.js'

describe('children of several sections', () => {
  const shared = sharedChildren([
    { sectionIds: [1, 2], count: 5 },
    { sectionIds: [1, 2, 3], count: 2 },
    { sectionIds: [4], count: 30 },
  ])

  it('are counted for each pair of sections', () => {
    expect([
      shared.get(1)?.get(2),
      shared.get(2)?.get(1),
      shared.get(3)?.get(1),
      shared.get(4)?.get(1),
    ]).toEqual([7, 7, 2, undefined])
  })

  it('are busy where the other section stands', () => {
    const placed = [
      { slotId: 10, sectionId: 2 },
      { slotId: 11, sectionId: 3 },
      { slotId: 12, sectionId: 4 },
    ]
    expect(busyChildren(placed, shared, 1)).toEqual([
      { slotId: 10, sectionId: 2, count: 7 },
      { slotId: 11, sectionId: 3, count: 2 },
    ])
    expect(busyChildren(placed, shared, 99)).toEqual([])
  })
})
