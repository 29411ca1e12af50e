/** Opens Kehou with everything ready (准备就绪): settings read, database migrated, the demo city in an empty one if wanted. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApplication } from './application.js'
import { isEmpty, loadDemo } from './demo/load-demo.js'
import { Student } from './people/index.js'
import { entities } from './entities.js'
import { migrations } from './migrations.js'
import { SystemClock } from './platform/calendar.js'
import { type Config, readConfig } from './platform/config.js'
import { connect } from './platform/database/data-source.js'
import { FieldSeal } from './platform/crypto.js'
import { checkSecret } from './platform/database/check-secret.js'
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
  await checkSecret(app.get(Database), app.get(FieldSeal), () => someSealedTexts(app.get(Database)))
  if (config.isDemo && (await isEmpty(app.get(Database)))) {
    say('Loading the demo city …')
    await loadDemo(app, (what) => say(`  ${what}`))
  }
  return { app, config }
}

/** A few sealed fields of a database that was filled before it had a check word. */
async function someSealedTexts(database: Database): Promise<string[]> {
  const student = await database.read
    .createQueryBuilder(Student, 'student')
    .where('student.studentNumberSealed IS NOT NULL OR student.nationalIdSealed IS NOT NULL')
    .orderBy('student.id', 'DESC')
    .limit(1)
    .getOne()
  return [student?.studentNumberSealed, student?.nationalIdSealed].filter((text) => typeof text === 'string')
}
