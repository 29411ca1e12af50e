/** Where the keyboard goes in the grid: from cell to cell, and through the cards of a cell. */
export interface Stop {
  row: number
  column: number
  /** Of several cards in a cell; 0 in an empty one. */
  card: number
}

export interface Shape {
  rows: number
  columns: number
  cards: (row: number, column: number) => number
}

const farRows = 8

/** The stop that a key leads to; undefined: the key does not move. */
export function stepTo(stop: Stop, key: string, { rows, columns, cards }: Shape): Stop | undefined {
  const { row, column, card } = stop
  const inRow = (next: number): Stop => ({ row: Math.min(rows - 1, Math.max(0, next)), column, card: 0 })
  const inColumn = (next: number): Stop => ({
    row,
    column: Math.min(columns - 1, Math.max(0, next)),
    card: 0,
  })
  switch (key) {
    case 'ArrowDown':
      return card < cards(row, column) - 1
        ? { row, column, card: card + 1 }
        : row === rows - 1
          ? stop
          : inRow(row + 1)
    case 'ArrowUp':
      return card > 0
        ? { row, column, card: card - 1 }
        : row === 0
          ? stop
          : { row: row - 1, column, card: Math.max(0, cards(row - 1, column) - 1) }
    case 'ArrowLeft':
      return inColumn(column - 1)
    case 'ArrowRight':
      return inColumn(column + 1)
    case 'Home':
      return inColumn(0)
    case 'End':
      return inColumn(columns - 1)
    case 'PageDown':
      return inRow(row + farRows)
    case 'PageUp':
      return inRow(row - farRows)
    default:
      return undefined
  }
}

/** The stop as it still is after the grid has changed. */
export function within({ row, column, card }: Stop, { rows, columns, cards }: Shape): Stop {
  const inside = {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  }
  return { ...inside, card: Math.max(0, Math.min(card, cards(inside.row, inside.column) - 1)) }
}
