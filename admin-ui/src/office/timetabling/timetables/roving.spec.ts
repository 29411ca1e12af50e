import { describe, expect, it } from 'vitest'
import { stepTo, within, type Shape } from './roving'

const shape: Shape = { rows: 3, columns: 2, cards: (row, column) => (row === 1 && column === 0 ? 2 : 0) }
const at = (row: number, column: number, card = 0) => ({ row, column, card })

describe('the keyboard in the grid', () => {
  it('goes from cell to cell and stays at the edge', () => {
    expect(stepTo(at(0, 0), 'ArrowRight', shape)).toEqual(at(0, 1))
    expect(stepTo(at(0, 1), 'ArrowRight', shape)).toEqual(at(0, 1))
    expect(stepTo(at(0, 0), 'ArrowUp', shape)).toEqual(at(0, 0))
    expect(stepTo(at(2, 1), 'ArrowDown', shape)).toEqual(at(2, 1))
    expect(stepTo(at(2, 1), 'Home', shape)).toEqual(at(2, 0))
    expect(stepTo(at(0, 1), 'PageDown', shape)).toEqual(at(2, 1))
  })

  it('goes through the cards of a cell, from both sides', () => {
    expect(stepTo(at(0, 0), 'ArrowDown', shape)).toEqual(at(1, 0))
    expect(stepTo(at(1, 0), 'ArrowDown', shape)).toEqual(at(1, 0, 1))
    expect(stepTo(at(1, 0, 1), 'ArrowDown', shape)).toEqual(at(2, 0))
    expect(stepTo(at(2, 0), 'ArrowUp', shape)).toEqual(at(1, 0, 1))
  })

  it('leaves other keys alone, and comes back inside when the grid has shrunk', () => {
    expect(stepTo(at(0, 0), 'Enter', shape)).toBeUndefined()
    expect(within(at(9, 9, 9), shape)).toEqual(at(2, 1))
    expect(within(at(1, 0, 5), shape)).toEqual(at(1, 0, 1))
  })
})
