/** Why Kehou cannot start (启动失败的原因), as a sentence that says what to do. */
import { ConfigMistakes } from './platform/config.js'

const known: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken by another program. Set PORT to a free one.',
  EACCES: 'The port or the data folder may not be used by this user. Set PORT or KEHOU_DATA_DIR to others.',
  ECONNREFUSED: 'The database server does not answer. Check KEHOU_DATABASE_URL and whether the server runs.',
  ENOTFOUND: "The database server's name is not known. Check KEHOU_DATABASE_URL.",
  ER_ACCESS_DENIED_ERROR: 'The database refuses the user or the password. Check KEHOU_DATABASE_URL.',
  ER_BAD_DB_ERROR:
    'The database does not exist on the server. Create it, or check the name in KEHOU_DATABASE_URL.',
  SQLITE_CORRUPT: 'The embedded database is damaged. Restore the data folder from a backup.',
  SQLITE_NOTADB: 'The file kehou.sqlite is no database. Restore the data folder from a backup.',
}

export function startProblem(error: unknown): string {
  if (error instanceof ConfigMistakes)
    return `Kehou cannot start. Please mend these settings:\n${error.mistakes.map((mistake) => `- ${mistake}`).join('\n')}`
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } }
  const sentence = known[code ?? driverError?.code ?? '']
  if (sentence) return `Kehou cannot start. ${sentence}`
  return `Kehou cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
