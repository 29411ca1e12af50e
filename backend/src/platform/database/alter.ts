/** Changes to tables that hold rows already (改表), as migrations write them. */
import { type QueryRunner, type TableColumn, TableIndex } from 'typeorm'
import { reference } from './columns.js'
import { foreignKeyName, indexName } from './naming.js'

/**
 * A column that every row must have: added empty, filled by an expression over the row, then made compulsory. A server
 * commits each change of a table by itself, so that a migration that was killed half-way finds its column there.
 */
export async function addFilled(
  runner: QueryRunner,
  tableName: string,
  nullable: TableColumn,
  expression: string,
): Promise<void> {
  if (!(await runner.hasColumn(tableName, nullable.name))) await runner.addColumn(tableName, nullable)
  await runner.query(`UPDATE ${tableName} SET ${nullable.name} = ${expression}`)
  const compulsory = nullable.clone()
  compulsory.isNullable = false
  await runner.changeColumn(tableName, nullable, compulsory)
}

export async function unique(runner: QueryRunner, tableName: string, columnNames: string[]): Promise<void> {
  await runner.createIndex(
    tableName,
    new TableIndex({ name: indexName(tableName, columnNames), columnNames, isUnique: true }),
  )
}

export async function plainIndex(
  runner: QueryRunner,
  tableName: string,
  columnNames: string[],
): Promise<void> {
  await runner.createIndex(
    tableName,
    new TableIndex({ name: indexName(tableName, columnNames), columnNames }),
  )
}

export async function indexed(
  runner: QueryRunner,
  tableName: string,
  name: string,
  target: string,
): Promise<void> {
  await plainIndex(runner, tableName, [name])
  await runner.createForeignKey(tableName, reference(tableName, name, target))
}

/** Takes away a key of another table, with its index. */
export async function dropReference(runner: QueryRunner, tableName: string, name: string): Promise<void> {
  await runner.dropForeignKey(tableName, foreignKeyName(tableName, [name]))
  await runner.dropIndex(tableName, indexName(tableName, [name]))
  await runner.dropColumn(tableName, name)
}
