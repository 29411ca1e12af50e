/** Sets columns of many rows to a value each, or adds one (逐行更新), in one statement for some hundred rows. */
import type { EntityManager } from 'typeorm'

type Value = string | number | null
const rowsAtOnce = 300

/** Every row sets the same columns; `table` and columns are names of ours, never a person's text. */
export async function setEachRow(
  tx: EntityManager,
  table: string,
  rows: readonly { readonly id: number; readonly set: Readonly<Record<string, Value>> }[],
): Promise<void> {
  const columns = Object.keys(rows[0]?.set ?? {})
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce)
    const cases = columns.map(
      (column) => `${column} = CASE id ${part.map(() => 'WHEN ? THEN ?').join(' ')} END`,
    )
    const values = columns.flatMap((column) => part.flatMap(({ id, set }) => [id, set[column] ?? null]))
    await tx.query(
      `UPDATE ${table} SET ${cases.join(', ')} WHERE id IN (${part.map(() => '?').join(', ')})`,
      [...values, ...part.map(({ id }) => id)],
    )
  }
}

/** Adds to every row's columns; all rows name the same columns, by names of ours. */
export async function addToEachRow(
  tx: EntityManager,
  table: string,
  columns: readonly string[],
  rows: readonly { readonly id: number; readonly add: readonly number[] }[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce)
    const cases = columns.map(
      (column) => `${column} = ${column} + CASE id ${part.map(() => 'WHEN ? THEN ?').join(' ')} END`,
    )
    await tx.query(
      `UPDATE ${table} SET ${cases.join(', ')} WHERE id IN (${part.map(() => '?').join(', ')})`,
      [
        ...columns.flatMap((_, column) => part.flatMap(({ id, add }) => [id, add[column]!])),
        ...part.map(({ id }) => id),
      ],
    )
  }
}
