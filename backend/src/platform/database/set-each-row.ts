/** Sets columns of many rows to a value each (逐行更新), in one statement for some hundred rows. */
import type { EntityManager } from 'typeorm'

type Value = string | number | null
const rowsAtOnce = 400

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
