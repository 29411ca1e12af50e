// Writes docs/generated from the built code: who may do what, how things move, which module may use which.
import 'reflect-metadata'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(root, '../docs/generated')
const { permissions, roles } = await import('../dist/access/index.js')
const { declaredStateTables } = await import('../dist/platform/states.js')
await import('../dist/app.module.js')
const api = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8'))
const written = 'Written by `npm run docs`; do not edit.'

mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'permissions.md'), permissionsPage())
writeFileSync(join(out, 'states.md'), statesPage())
writeFileSync(join(out, 'modules.md'), modulesPage())

function permissionsPage() {
  const names = Object.keys(roles)
  const routes = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { 'x-access': access }]) => ({
      method: method.toUpperCase(),
      path,
      access,
    })),
  )
  const label = (access) =>
    access.kind === 'allow'
      ? `\`${access.permission}\``
      : access.kind === 'public'
        ? 'anybody'
        : 'anybody signed in'
  return (
    [
      '# Permissions',
      written,
      ...Object.entries(permissions).map(
        ([name, sentence]) =>
          `## ${name}\n\n${sentence}\n\nHeld by: ${names.filter((role) => roles[role].includes(name)).join(', ')}.`,
      ),
      '## Routes',
      '| route | who |\n| --- | --- |\n' +
        routes.map(({ method, path, access }) => `| ${method} ${path} | ${label(access)} |`).join('\n'),
    ].join('\n\n') + '\n'
  )
}

function statesPage() {
  const tables = [...declaredStateTables()].sort((a, b) => (a.entity < b.entity ? -1 : 1))
  const row = ([event, { from, to, permission, notBy = [], needsComment }]) =>
    `| ${event} | ${from.join(', ')} | ${to} | \`${permission}\` | ${notBy.length ? `not by who did: ${notBy.join(', ')}` : ''}${needsComment ? `${notBy.length ? '; ' : ''}needs a reason` : ''} |`
  const table = ({ entity, initial, states, events }) =>
    `## ${entity}\n\nStarts as **${initial}**. States: ${states.join(', ')}.\n\n| event | from | to | permission | rule |\n| --- | --- | --- | --- | --- |\n${Object.entries(events).map(row).join('\n')}`
  return ['# States', written, ...tables.map(table)].join('\n\n') + '\n'
}

function modulesPage() {
  const source = readFileSync(join(root, 'src/app.module.ts'), 'utf8')
  const order = [
    'platform',
    ...[.../imports: \[\n([\s\S]*?)\n {2}\],/.exec(source)[1].matchAll(/(\w+)Module,/g)].map((match) =>
      match[1].toLowerCase(),
    ),
  ]
  const used = (module) => {
    const files = readdirSync(join(root, 'src', module), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.includes('spec'),
    )
    const text = files.map((file) => readFileSync(join(root, 'src', module, file), 'utf8')).join('\n')
    return order.filter((other) => other !== module && new RegExp(`from '(?:\\.\\./)+${other}/`).test(text))
  }
  return (
    [
      '# Modules',
      written,
      'A module may use only modules above it, through their `index.ts`.',
      '| module | uses |\n| --- | --- |\n' +
        order.map((module) => `| ${module} | ${used(module).join(', ')} |`).join('\n'),
    ].join('\n\n') + '\n'
  )
}
