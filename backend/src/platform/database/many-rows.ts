/** Many rows in few statements (批量写入), where an entity's way through the mapper would take seconds. */
import type { EntityManager } from 'typeorm'

type Value = string | number | boolean | null
export type PlainRow = Readonly<Record<string, Value>>

// SQLite takes 32,766 parameters a statement, MariaDB 65,535.
const mostParameters = 30_000

/** Inserts rows of plain values; all of them have the columns of the first. */
export async function insertRows(
  tx: EntityManager,
  tableName: string,
  rows: readonly PlainRow[],
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(rows[0]!)
  await inParts(
    tx,
    rows,
    names,
    (values, columns) => `INSERT INTO ${tableName} (${columns}) VALUES ${values}`,
  )
}

/** Adds the numbers in `add` to the row with the same unique key, or inserts it. `keys` are the columns of that unique key. */
export async function addToRows(
  tx: EntityManager,
  tableName: string,
  keys: readonly string[],
  add: readonly string[],
  rows: readonly PlainRow[],
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(rows[0]!)
  const isLite = tx.connection.options.type === 'better-sqlite3'
  const given = (name: string) => (isLite ? `excluded.${name}` : `VALUES(${name})`)
  const sums = add.map((name) => `${name} = ${tableName}.${name} + ${given(name)}`).join(', ')
  const onTaken = isLite
    ? `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sums}`
    : `ON DUPLICATE KEY UPDATE ${sums}`
  await inParts(
    tx,
    rows,
    names,
    (values, columns) => `INSERT INTO ${tableName} (${columns}) VALUES ${values} ${onTaken}`,
  )
}

/** Sets the columns of the row with the same unique key, or inserts it. */
export async function putRows(
  tx: EntityManager,
  tableName: string,
  keys: readonly string[],
  set: readonly string[],
  rows: readonly PlainRow[],
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(rows[0]!)
  const isLite = tx.connection.options.type === 'better-sqlite3'
  const sets = set.map((name) => `${name} = ${isLite ? `excluded.${name}` : `VALUES(${name})`}`).join(', ')
  const onTaken = isLite
    ? `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sets}`
    : `ON DUPLICATE KEY UPDATE ${sets}`
  await inParts(
    tx,
    rows,
    names,
    (values, columns) => `INSERT INTO ${tableName} (${columns}) VALUES ${values} ${onTaken}`,
  )
}

async function inParts(
  tx: EntityManager,
  rows: readonly PlainRow[],
  names: readonly string[],
  statement: (values: string, columns: string) => string,
): Promise<void> {
  const size = Math.max(1, Math.min(1000, Math.floor(mostParameters / names.length)))
  // "before" is a word of the language on MariaDB.
  const columns = names.map((name) => tx.connection.driver.escape(name)).join(', ')
  const place = `(${names.map(() => '?').join(', ')})`
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size)
    await tx.query(
      statement(part.map(() => place).join(', '), columns),
      part.flatMap((row) => names.map((name) => plain(row[name] ?? null))),
    )
  }
}

const plain = (value: Value): Value => (typeof value === 'boolean' ? Number(value) : value)
