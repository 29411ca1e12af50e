import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The modules from left to right, as app.module.ts lists them; platform comes first. */
export function moduleOrder(): string[] {
  const text = readFileSync(join(__dirname, '../../src/app.module.ts'), 'utf8')
  const list = /imports: \[\n([\s\S]*?)\n {2}\],/.exec(text)![1]!
  return [
    'platform',
    ...[...list.matchAll(/(\w+)Module,/g)].map((match) =>
      match[1]!.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase(),
    ),
  ]
}
