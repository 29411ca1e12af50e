/** Names of keys and indexes (约束命名), the same in entities, migrations and every database. */
import { createHash } from 'node:crypto'
import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm'

const longestName = 60

function named(prefix: string, table: Table | string, columns: readonly string[]): string {
  const tableName = (typeof table === 'string' ? table : table.name).split('.').pop()!
  const name = [prefix, tableName, ...columns].join('_')
  if (name.length <= longestName) return name
  return `${name.slice(0, longestName - 7)}_${createHash('sha256').update(name).digest('hex').slice(0, 6)}`
}

export const primaryKeyName = (table: Table | string) => named('pk', table, [])
export const indexName = (table: Table | string, columns: readonly string[]) => named('ix', table, columns)
export const foreignKeyName = (table: Table | string, columns: readonly string[]) =>
  named('fk', table, columns)

export class Naming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override primaryKeyName(table: Table | string): string {
    return primaryKeyName(table)
  }
  override indexName(table: Table | string, columns: string[]): string {
    return indexName(table, columns)
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return named('uq', table, columns)
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return foreignKeyName(table, columns)
  }
}
