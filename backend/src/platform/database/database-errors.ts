/** What a database's refusal means (数据库错误): read from its code only, for its text may hold values. */
import { KehouError } from '../errors.js'

/** Nothing was kept; the same work may be tried at once. */
const retryable = new Set(['ER_LOCK_DEADLOCK', 'ER_CHECKREAD', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])

/** Somebody holds the row for longer than the wait for a lock. */
const busy = new Set([
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_LOCK_NOWAIT',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_BUSY_TIMEOUT',
  'SQLITE_LOCKED',
])

/** The server answers, and cannot write: full, read-only, broken. */
const unwritable = new Set([
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'ER_TEMP_FILE_WRITE_FAILURE',
  // Of the server's file system, under the storage engine.
  'EE_WRITE',
  'EE_DISK_FULL',
  'EE_CANTCREATEFILE',
  'EE_SYNC',
  'ER_CANT_CREATE_TABLE',
  'ER_CANT_CREATE_FILE',
  'ER_ERROR_ON_WRITE',
  'ER_ERROR_DURING_COMMIT',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION',
  'ER_OPEN_AS_READONLY',
  'ER_READ_ONLY_MODE',
  'ER_INNODB_READ_ONLY',
  'ER_GET_ERRNO',
  'ER_OUT_OF_RESOURCES',
  'ER_ENGINE_OUT_OF_MEMORY',
])

/** The connection is gone, or none is to be had. */
const gone = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_NEW_ABORTING_CONNECTION',
  'ER_ACCESS_DENIED_ERROR',
  'ER_DBACCESS_DENIED_ERROR',
  'ER_BAD_DB_ERROR',
  'POOL_CLOSED',
  'KEHOU_NO_CONNECTION',
])

/** `database.busy`, `database.unwritable`, `database.gone`: nothing of the request is kept. `database.unsure`: nobody knows. */
export class DatabaseUnavailable extends KehouError {
  readonly httpStatus = 503
}

export function databaseCode(error: unknown): string {
  const { driverError, code } = error as { driverError?: { code?: unknown }; code?: unknown }
  const said = driverError?.code ?? code
  return typeof said === 'string' ? said : ''
}

/** Whether the same work may be tried again at once, for nothing of it is kept. */
export const isRetryable = (error: unknown): boolean => retryable.has(databaseCode(error))

/** Whether the wait for a row that somebody else holds was too long; the transaction is rolled back. */
export const isLockWait = (error: unknown): boolean => databaseCode(error) === 'ER_LOCK_WAIT_TIMEOUT'

const isGone = (error: unknown): boolean =>
  gone.has(databaseCode(error)) ||
  // mysql2 says this one without a code, where a statement meets a connection that has been closed.
  /closed state|Pool is closed|Connection lost/.test((error as Error | null)?.message ?? '')

/**
 * The database's own failure as the sentence that helps; any other error as it is. `atCommit`: with the connection lost
 * while COMMIT was under way, the server may have kept everything or nothing.
 */
export function unavailable(error: unknown, { atCommit = false }: { atCommit?: boolean } = {}): unknown {
  if (error instanceof KehouError) return error
  const code = databaseCode(error)
  if (atCommit && isGone(error)) return new DatabaseUnavailable('database.unsure')
  // What may be tried again comes here when it has been tried often enough.
  if (busy.has(code) || retryable.has(code)) return new DatabaseUnavailable('database.busy')
  if (unwritable.has(code) || /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|NOMEM)/.test(code))
    return new DatabaseUnavailable('database.unwritable')
  if (isGone(error)) return new DatabaseUnavailable('database.gone')
  return error
}

/** Whether the error is a broken unique key: the last word where two were at once. */
export function isDuplicateKey(error: unknown): boolean {
  return ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(
    databaseCode(error),
  )
}

/**
 * What the write answers; where it meets a unique key, the error that says so. Only the statement is undone: a transaction
 * around it may go on.
 */
export async function onDuplicate<T>(write: () => Promise<T>, instead: () => KehouError): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw isDuplicateKey(error) ? instead() : error
  }
}

/** Whether the write refers to a row that is no more: somebody has just removed it. */
export const isReferredGone = (error: unknown): boolean =>
  ['ER_NO_REFERENCED_ROW_2', 'ER_NO_REFERENCED_ROW'].includes(databaseCode(error))

/** Whether the row is still referred to by others (a delete that the foreign keys restrict). */
export function isStillReferred(error: unknown): boolean {
  return [
    'ER_ROW_IS_REFERENCED_2',
    'ER_ROW_IS_REFERENCED',
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'SQLITE_CONSTRAINT_TRIGGER',
  ].includes(databaseCode(error))
}
