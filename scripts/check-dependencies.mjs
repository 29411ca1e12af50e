// Which file may import which: .dependency-cruiser.cjs, checked in the folder from which this is called.
import './lib/node-version.mjs'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { waysOutOfPurity } from './lib/pure-files.mjs'

const require = createRequire(import.meta.url)
const { options, ...ruleSet } = require('../.dependency-cruiser.cjs')

// Through its function and not its command: the command refuses Node 20, where the rest of it works.
const paths = ['backend/src', 'admin-ui/src'].filter((path) => existsSync(join(process.cwd(), path)))
const { output } = await cruise(paths, { ...options, baseDir: process.cwd(), validate: true, ruleSet })
const { violations, totalCruised } = output.summary
const comments = new Map(ruleSet.forbidden.map((rule) => [rule.name, rule.comment]))

for (const { rule, from, to, via, cycle } of violations) {
  const way = (via ?? cycle ?? []).map(({ name }) => name).join(' → ')
  console.log(
    `${rule.name}: ${from} → ${to}${way ? `\n    through ${way}` : ''}\n    ${comments.get(rule.name)}`,
  )
}
const sources = readdirSync('backend/src', { recursive: true })
  .map((path) => join('backend/src', String(path)))
  .filter((path) => path.endsWith('.ts') && !/[.-]spec\.ts$/.test(path))
const { count, ways } = waysOutOfPurity(sources)
for (const way of ways)
  console.log(
    `pure: ${way[0]} → ${way.at(-1)}\n    through ${way.join(' → ')}\n    It says "Pure.": load types only, take a module's pure.ts instead of its index.ts, or do not say so.`,
  )
const wrong = violations.length + ways.length
console.log(`${wrong} wrong imports in ${totalCruised} files`)
console.log(`${count} files are pure`)
process.exitCode = wrong > 0 ? 1 : 0
