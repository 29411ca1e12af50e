/** Starts Kehou (启动): settings, database, demo if asked for, then the server. */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApplication } from './application.js'
import { entities } from './entities.js'
import { migrations } from './migrations.js'
import { SystemClock } from './platform/calendar.js'
import { ConfigMistakes, readConfig } from './platform/config.js'
import { connect } from './platform/database/data-source.js'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

try {
  const config = readConfig(process.env, root)
  const connections = await connect({ ...config, entities, migrations })
  const app = await buildApplication({ config, connections, clock: new SystemClock(), screensDir: join(root, 'admin-ui/dist') })
  await app.listen(config.port, config.host)
  process.stdout.write(`Kehou is ready: http://localhost:${config.port}\n`)
} catch (error) {
  if (error instanceof ConfigMistakes) process.stderr.write(`Kehou cannot start. Please mend these settings:\n${error.mistakes.map((mistake) => `- ${mistake}`).join('\n')}\n`)
  else process.stderr.write(`Kehou cannot start: ${startProblem(error)}\n`)
  process.exit(1)
}

function startProblem(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE') return 'the port is taken by another program. Set PORT to a free one.'
  if (code === 'ECONNREFUSED') return 'the database server does not answer. Check KEHOU_DATABASE_URL and whether the server runs.'
  if (code === 'ER_ACCESS_DENIED_ERROR') return 'the database refuses the user or password of KEHOU_DATABASE_URL.'
  return error instanceof Error ? (error.stack ?? message ?? String(error)) : String(error)
}
