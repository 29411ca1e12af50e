/** Opens Kehou with everything ready (准备就绪): settings read, database migrated, the demo city in an empty one if wanted. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApplication } from './application.js'
import { isEmpty, loadDemo } from './demo/load-demo.js'
import { entities } from './entities.js'
import { migrations } from './migrations.js'
import { SystemClock } from './platform/calendar.js'
import { type Config, readConfig } from './platform/config.js'
import { connect } from './platform/database/data-source.js'
import { Database } from './platform/database/database.js'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export async function openKehou(
  environment: NodeJS.ProcessEnv,
  say: (what: string) => void,
): Promise<{ app: NestFastifyApplication; config: Config }> {
  const config = readConfig(environment, root)
  const connections = await connect({ ...config, entities, migrations })
  const app = await buildApplication({
    config,
    connections,
    clock: new SystemClock(),
    screensDir: join(root, 'admin-ui/dist'),
  })
  if (config.isDemo && (await isEmpty(app.get(Database)))) {
    say('Loading the demo city …')
    await loadDemo(app, (what) => say(`  ${what}`))
  }
  return { app, config }
}
