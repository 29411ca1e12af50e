/** Why Kehou cannot start (启动失败的原因), as a sentence that says what to do. */
import { OpenDemo } from './demo/refuse-open-demo.js'
import { ConfigMistakes } from './platform/config.js'
import { safeError } from './platform/http/safe-error.js'
import { WrongSecret } from './platform/database/check-secret.js'

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
  if (error instanceof WrongSecret)
    return 'Kehou cannot start. KEHOU_SECRET is not the secret with which this database was sealed, so that nothing sealed in it can be read. Set the secret that was kept when Kehou was installed (without KEHOU_SECRET: the file "secret" in the data folder), or the right KEHOU_DATABASE_URL.'
  if (error instanceof OpenDemo)
    return `Kehou cannot start. The database holds demo accounts whose password is public (${error.usernames.join(', ')}), and others could reach them under KEHOU_HOST or KEHOU_PUBLIC_URL. Start with an empty database (another KEHOU_DATA_DIR or KEHOU_DATABASE_URL); or leave out KEHOU_PUBLIC_URL and set KEHOU_HOST=127.0.0.1, to use the demo on this machine only.`
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } }
  const sentence = known[code ?? driverError?.code ?? '']
  if (sentence) return `Kehou cannot start. ${sentence}`
  // What a driver says may hold a statement with its values.
  if (driverError) {
    const { name, code: said, frames } = safeError(error)
    return [`Kehou cannot start: ${name} ${said ?? ''}`, ...frames].join('\n')
  }
  return `Kehou cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
