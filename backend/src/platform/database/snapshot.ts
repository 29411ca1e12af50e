/**
 * What was true at one instant (一致快照): a connection of its own whose reads all see the same state, whatever others
 * write meanwhile. For what reads much and compares it, and for downloads that take minutes.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { DataSource, EntityManager, QueryRunner } from 'typeorm'

const current = new AsyncLocalStorage<EntityManager>()

/** Of the snapshot in which this runs, if it runs in one. */
export const managerOfSnapshot = (): EntityManager | undefined => current.getStore()

export class Snapshot {
  private isOpen = true

  private constructor(
    private readonly source: DataSource,
    private readonly runner: QueryRunner,
    private readonly ended: () => void,
  ) {}

  /** `ended` is called once, when its connection is closed. */
  static async of(source: DataSource, ended: () => void): Promise<Snapshot> {
    const runner = source.createQueryRunner()
    try {
      if (source.options.type === 'better-sqlite3') {
        await runner.query('BEGIN')
        // SQLite decides what a transaction sees by its first read.
        await runner.query('SELECT COUNT(*) FROM migration')
      } else {
        await runner.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
        await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT')
      }
      return new Snapshot(source, runner, ended)
    } catch (error) {
      await source.destroy()
      throw error
    }
  }

  /** All that is read through `Database.read` inside, too. */
  within<T>(work: (manager: EntityManager) => T): T {
    return current.run(this.runner.manager, () => work(this.runner.manager))
  }

  /** Each piece is made within the snapshot, which ends with the last one, or when nobody wants more. */
  pieces<T>(generator: AsyncGenerator<T>): AsyncIterableIterator<T> {
    const ending = async <R>(work: () => Promise<IteratorResult<T, R>>) => {
      try {
        const result = await this.within(work)
        if (result.done) await this.end()
        return result
      } catch (error) {
        await this.end()
        throw error
      }
    }
    return {
      [Symbol.asyncIterator]() {
        return this
      },
      next: () => ending(() => generator.next()),
      return: (value) => ending(() => generator.return(value)),
    }
  }

  async end(): Promise<void> {
    if (!this.isOpen) return
    this.isOpen = false
    try {
      await this.runner.query('ROLLBACK')
      await this.runner.release()
    } finally {
      await this.source.destroy()
      this.ended()
    }
  }
}
