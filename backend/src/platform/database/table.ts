/** Tables as migrations write them down (建表): columns by kind, then unique keys, indexes and references, all named. */
import { Table, type TableColumn, TableIndex, type QueryRunner } from 'typeorm'
import { reference } from './columns.js'
import { indexName, primaryKeyName } from './naming.js'

export interface Keys {
  readonly unique?: readonly (readonly string[])[]
  readonly index?: readonly (readonly string[])[]
  /** column → referenced table */
  readonly references?: Readonly<Record<string, string>>
}

export function table(
  name: string,
  columns: TableColumn[],
  { unique = [], index = [], references = {} }: Keys,
): Table {
  for (const column of columns) if (column.isPrimary) column.primaryKeyConstraintName = primaryKeyName(name)
  return new Table({
    name,
    columns,
    indices: [
      ...unique.map(
        (columnNames) =>
          new TableIndex({
            name: indexName(name, columnNames),
            columnNames: [...columnNames],
            isUnique: true,
          }),
      ),
      ...index.map(
        (columnNames) =>
          new TableIndex({ name: indexName(name, columnNames), columnNames: [...columnNames] }),
      ),
    ],
    foreignKeys: Object.entries(references).map(([column, target]) => reference(name, column, target)),
  })
}

export const isSqlite = (runner: QueryRunner): boolean => runner.connection.options.type === 'better-sqlite3'
