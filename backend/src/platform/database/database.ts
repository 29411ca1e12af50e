/** The database (数据库) as the services see it: reads that see committed rows, and the only transaction there is. */
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { EntityManager } from 'typeorm'
import type { Connections } from './data-source.js'
import { withLastWork } from './before-commit.js'
import { DatabaseUnavailable, isLockWait, isRetryable, unavailable } from './database-errors.js'
import { managerOfSnapshot, Snapshot } from './snapshot.js'
import { oneTransaction } from './one-transaction.js'

export { isDuplicateKey, isStillReferred, onDuplicate } from './database-errors.js'

const attempts = 6
/** Each holds a connection of its own, and the database keeps what it sees. */
const mostSnapshots = 8
/** Below this a SQLite database counts as full: a few transactions and their log. */
const leastRoomBytes = 1024 * 1024
// Changes nothing and has to be written all the same.
const touchSqlite = 'UPDATE migration SET name = name WHERE id = (SELECT MIN(id) FROM migration)'

@Injectable()
export class Database {
  private queue: Promise<unknown> = Promise.resolve()
  /** The last thing that the database did to a transaction was to fail it. */
  private isFailing = false
  private snapshotCount = 0

  constructor(readonly connections: Connections) {}

  /** For reads outside a transaction. */
  get read(): EntityManager {
    return managerOfSnapshot() ?? this.connections.reader.manager
  }

  /** Runs the work on what is committed at this instant, whatever others write meanwhile: for what compares many rows. */
  async inSnapshot<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const snapshot = await this.openSnapshot()
    try {
      return await snapshot.within(work)
    } finally {
      await snapshot.end()
    }
  }

  /** Whoever opens one ends it. Throws DatabaseUnavailable (503) where too many are open. */
  async openSnapshot(): Promise<Snapshot> {
    if (this.snapshotCount >= mostSnapshots) throw new DatabaseUnavailable('database.snapshots_taken')
    this.snapshotCount += 1
    const ended = () => {
      this.snapshotCount -= 1
    }
    try {
      return await Snapshot.of(await this.connections.apart(), ended)
    } catch (error) {
      ended()
      throw unavailable(error)
    }
  }

  get isSqlite(): boolean {
    return this.connections.writer.options.type === 'better-sqlite3'
  }

  /**
   * Runs the work in one transaction; a deadlock is tried some times. Everything called inside takes `tx`.
   * Throws DatabaseUnavailable (503) where the database is full, read-only, gone, or the row is held for too long.
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
        const result = await oneTransaction(this.connections.writer, (tx) => withLastWork(tx, work))
        this.isFailing = false
        return result
      } catch (error) {
        if (attempt < attempts && isRetryable(error)) {
          // Who begins again at the same instant as the other meets it again.
          await sleep(randomInt(1, 20 * attempt))
          continue
        }
        // Many who want one row come one after the other: who has waited once may wait once more.
        if (attempt === 1 && isLockWait(error)) continue
        const said = unavailable(error)
        this.isFailing = said instanceof DatabaseUnavailable && said.code !== 'database.busy'
        throw said
      }
    }
  }

  /**
   * Whether the database answers and, where the last transaction failed, whether it can be written again. Asks over a
   * connection of its own, so that a full pool is no illness. Throws DatabaseUnavailable.
   */
  async requireReady(): Promise<void> {
    try {
      await this.connections.health.query('SELECT 1')
      if (this.isSqlite) await this.requireRoom()
      if (!this.isFailing) return
      if (this.isSqlite) await this.transaction((tx) => tx.query(touchSqlite))
      else await this.tryServer()
    } catch (error) {
      throw unavailable(error)
    }
  }

  // A small write may still fit where a real one does not any more.
  private async requireRoom(): Promise<void> {
    const { database } = this.connections.writer.options as { database: string }
    const { bavail, bsize } = await statfs(dirname(database))
    if (bavail * bsize < leastRoomBytes) throw new DatabaseUnavailable('database.unwritable')
  }

  // A server's disk cannot be asked from here, and a row may still fit where a table's file cannot grow: a file of its
  // own must be made. The name keeps processes that try at the same time apart.
  private async tryServer(): Promise<void> {
    const runner = this.connections.health.createQueryRunner()
    try {
      const [{ id }] = (await runner.query('SELECT CONNECTION_ID() AS id')) as [{ id: number | string }]
      const name = `kehou_ready_${Number(id)}`
      await runner.query(`CREATE TABLE IF NOT EXISTS ${name} (filler LONGTEXT)`)
      await runner.query(`DROP TABLE ${name}`)
      this.isFailing = false
    } finally {
      await runner.release()
    }
  }

  async close(): Promise<void> {
    await this.queue
    const { writer, reader, health } = this.connections
    for (const source of new Set([health, reader, writer])) if (source.isInitialized) await source.destroy()
  }
}
