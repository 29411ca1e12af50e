/**
 * One transaction and its end (事务): kept whole, or nothing of it, and the connection proven clean afterwards. The
 * driver alone is not to be trusted with the end: after a COMMIT that fails on a full disk it believes itself still
 * inside, every later transaction is a savepoint of one that never ends, and what was answered 201 is gone.
 */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm'
import { DatabaseUnavailable, isLockWait, isRetryable, unavailable } from './database-errors.js'
import { allowingEmptyUpdates } from './empty-update.js'

/** better-sqlite3's connection, as far as it is asked. */
interface RawSqlite {
  readonly inTransaction: boolean
  readonly open: boolean
  exec(sql: string): unknown
}

interface SqliteDriver {
  databaseConnection: RawSqlite
  /** The one runner that the driver hands to everybody. */
  queryRunner: QueryRunner | undefined
  connect(): Promise<void>
  disconnect(): Promise<void>
}

const depthOf = (runner: QueryRunner) => (runner as unknown as { transactionDepth: number }).transactionDepth

/** Throws what the work throws, the retryable refusal as it is, or DatabaseUnavailable where the database failed it. */
export async function oneTransaction<T>(
  writer: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const end = writer.options.type === 'better-sqlite3' ? new EmbeddedEnd(writer) : new ServerEnd()
  await end.before()
  const runner = writer.createQueryRunner()
  let atCommit = false
  try {
    await runner.startTransaction()
    const result = await work(allowingEmptyUpdates(runner.manager))
    atCommit = true
    await runner.commitTransaction()
    end.requireEnded(runner)
    return result
  } catch (error) {
    await end.undo(runner)
    throw isRetryable(error) || isLockWait(error) ? error : unavailable(error, { atCommit })
  } finally {
    await end.after(runner)
  }
}

interface End {
  before(): Promise<void>
  /** Throws where COMMIT was said and the transaction is still open. */
  requireEnded(runner: QueryRunner): void
  undo(runner: QueryRunner): Promise<void>
  after(runner: QueryRunner): Promise<void>
}

/** SQLite: one connection for all, which can be asked whether it is inside a transaction. */
class EmbeddedEnd implements End {
  private readonly driver: SqliteDriver

  constructor(writer: DataSource) {
    this.driver = writer.driver as unknown as SqliteDriver
  }

  async before(): Promise<void> {
    if (this.isDirty(this.driver.queryRunner)) await this.clean()
  }

  requireEnded(runner: QueryRunner): void {
    if (this.isDirty(runner)) throw new DatabaseUnavailable('database.unwritable')
  }

  async undo(runner: QueryRunner): Promise<void> {
    await quietly(() => runner.rollbackTransaction())
    if (this.isDirty(runner)) await this.clean()
  }

  async after(runner: QueryRunner): Promise<void> {
    await runner.release()
  }

  private isDirty(runner: QueryRunner | undefined): boolean {
    const { inTransaction, open } = this.driver.databaseConnection
    return inTransaction || !open || (runner !== undefined && depthOf(runner) !== 0)
  }

  private async clean(): Promise<void> {
    // A new runner counts from nought; the old one may count anything.
    this.driver.queryRunner = undefined
    const raw = this.driver.databaseConnection
    if (raw.open && raw.inTransaction) await quietly(async () => raw.exec('ROLLBACK'))
    if (raw.open && !raw.inTransaction) return
    await quietly(() => this.driver.disconnect())
    await this.driver.connect()
  }
}

/** A server: a connection whose transaction did not end in order is thrown away and never given to the next. */
class ServerEnd implements End {
  private isSuspect = false

  async before(): Promise<void> {}

  requireEnded(runner: QueryRunner): void {
    if (runner.isTransactionActive || depthOf(runner) !== 0) throw new DatabaseUnavailable('database.unsure')
  }

  async undo(runner: QueryRunner): Promise<void> {
    if (!runner.isTransactionActive) return
    const isUndone = await quietly(() => runner.rollbackTransaction())
    this.isSuspect = !isUndone || depthOf(runner) !== 0
  }

  async after(runner: QueryRunner): Promise<void> {
    if (this.isSuspect) await quietly(async () => ((await runner.connect()) as { destroy(): void }).destroy())
    await quietly(() => runner.release())
  }
}

/** The error that led here is the one to tell; answers whether the work ended well. */
async function quietly(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}
