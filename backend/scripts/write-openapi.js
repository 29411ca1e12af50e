// Writes openapi.json from the built application: boots without listening, on an empty database in a temporary folder.
import 'reflect-metadata'
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { buildApplication } = await import('../dist/application.js')
const { entities } = await import('../dist/entities.js')
const { migrations } = await import('../dist/migrations.js')
const { SystemClock } = await import('../dist/platform/calendar.js')
const { readConfig } = await import('../dist/platform/config.js')
const { connect } = await import('../dist/platform/database/data-source.js')

const dataDir = mkdtempSync(join(tmpdir(), 'kehou-openapi-'))
const config = readConfig({ KEHOU_DATA_DIR: dataDir, KEHOU_LOG_LEVEL: 'silent' }, root)
const app = await buildApplication({
  config,
  connections: await connect({ ...config, entities, migrations }),
  clock: new SystemClock(),
})
const settings = new DocumentBuilder()
  .setTitle('Kehou')
  .setDescription('After-school service: schools, sections, timetables, funding, surveys.')
  .setVersion('1')
  .build()
const document = SwaggerModule.createDocument(app, settings, {
  extraModels: await outClasses(),
  operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
})
describePages(document)
const byText = (a, b) => (a < b ? -1 : 1)
// The compiler lists the words of a type as it met them, which changes with every import: the contract is in order.
const ordered = (key, value) => (key === 'enum' && Array.isArray(value) ? [...value].sort(byText) : value)
document.paths = Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => byText(a, b)))
writeFileSync(join(root, 'openapi.json'), `${JSON.stringify(document, ordered, 2)}\n`)
await app.close()
rmSync(dataDir, { recursive: true, force: true })

async function outClasses() {
  const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.dto.js'))
    .sort()
  const modules = await Promise.all(files.map((file) => import(join(root, 'dist', file))))
  return modules
    .flatMap((module) => Object.entries(module))
    .filter(([name]) => name.endsWith('Out') && !name.startsWith('to'))
    .map(([, each]) => each)
}

// A generic answer such as Page<SchoolOut> has no class at run time; its parts are read from the controllers' sources.
function describePages(api) {
  const pages = new Map()
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.controller.ts'),
  )) {
    const source = readFileSync(join(root, 'src', file), 'utf8')
    let controller
    for (const [, named, method, out] of source.matchAll(
      /^export class (\w+?)Controller |^ {2}(?:async )?(\w+)\((?:[^\n]*|\n(?: {4}[^\n]*\n)+ {2})\): Promise<Page<(\w+)>> \{/gm,
    ))
      if (named) controller = named
      else pages.set(`${controller}_${method}`, out)
  }
  for (const operation of Object.values(api.paths).flatMap((path) => Object.values(path))) {
    const out = pages.get(operation.operationId)
    if (!out) continue
    if (!api.components.schemas[out]) throw new Error(`${operation.operationId}: ${out} is not described`)
    const schema = {
      type: 'object',
      required: ['items', 'total', 'page', 'pageSize'],
      properties: {
        items: { type: 'array', items: { $ref: `#/components/schemas/${out}` } },
        total: { type: 'number' },
        page: { type: 'number' },
        pageSize: { type: 'number' },
      },
    }
    operation.responses['200'] = { description: '', content: { 'application/json': { schema } } }
  }
}
