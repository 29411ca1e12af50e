import { describe, expect, it } from 'vitest'
import { layFlow } from './lay-flow'

describe('the drawing of the flow', () => {
  it('makes bands as wide as their amounts, and keeps them apart and inside', () => {
    const { left, right, height, middle } = layFlow(
      [
        { label: 'a', fen: 300 },
        { label: 'b', fen: 100 },
      ],
      Array.from({ length: 13 }, (_, index) => ({ label: String(index), fen: index + 1 })),
    )
    expect(left[0]!.size).toBeCloseTo(left[1]!.size * 3)
    for (const side of [left, right]) {
      for (const [index, band] of side.entries()) {
        const next = side[index + 1]
        if (next) {
          expect(band.y + band.size).toBeLessThanOrEqual(next.y)
          expect(next.labelY - band.labelY).toBeGreaterThanOrEqual(26 - 1e-9)
        }
        expect(band.y).toBeGreaterThanOrEqual(0)
        expect(band.y + band.size).toBeLessThanOrEqual(height)
        expect(band.middleY + band.size).toBeLessThanOrEqual(middle.y + middle.size + 1e-9)
      }
    }
  })

  it('draws nothing from nothing', () => {
    expect(layFlow([], []).left).toEqual([])
  })
})
