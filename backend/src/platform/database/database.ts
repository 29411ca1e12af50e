/** The database (数据库) as the services see it: reads that see committed rows, and the only transaction there is. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Connections } from './data-source.js'

const retryable = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
])
const attempts = 3

@Injectable()
export class Database {
  private queue: Promise<unknown> = Promise.resolve()

  constructor(readonly connections: Connections) {}

  /** For reads outside a transaction. */
  get read(): EntityManager {
    return this.connections.reader.manager
  }

  get isSqlite(): boolean {
    return this.connections.writer.options.type === 'better-sqlite3'
  }

  /**
   * Runs the work in one transaction; a deadlock is tried three times. Everything called inside takes `tx`.
   * On SQLite transactions wait for one another: there is one connection that may write.
   */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (!this.isSqlite) return this.attempt(work)
    const turn = this.queue.then(() => this.attempt(work))
    this.queue = turn.catch(() => undefined)
    return turn
  }

  private async attempt<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.connections.writer.transaction(work)
      } catch (error) {
        if (attempt === attempts || !retryable.has(databaseCode(error))) throw error
      }
    }
  }

  async close(): Promise<void> {
    await this.queue
    const { reader, writer } = this.connections
    if (reader !== writer && reader.isInitialized) await reader.destroy()
    if (writer.isInitialized) await writer.destroy()
  }
}

function databaseCode(error: unknown): string {
  const { driverError, code } = error as { driverError?: { code?: string }; code?: string }
  return driverError?.code ?? code ?? ''
}

/** Whether the error is a broken unique key: the last word where two were at once. */
export function isDuplicateKey(error: unknown): boolean {
  return ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(
    databaseCode(error),
  )
}

/** Whether the row is still referred to by others (a delete that the foreign keys restrict). */
export function isStillReferred(error: unknown): boolean {
  return [
    'ER_ROW_IS_REFERENCED_2',
    'ER_ROW_IS_REFERENCED',
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'SQLITE_CONSTRAINT_TRIGGER',
  ].includes(databaseCode(error))
}
